"""Who takes a patient on a day, or the decision to skip. A row for each decision; the newest counts."""

from django.conf import settings
from django.db import models

from beredd.care.models.patient import Patient


class Assignment(models.Model):
    """Either a performer or the reason why nobody goes."""

    id = models.UUIDField(primary_key=True)
    patient = models.ForeignKey(Patient, models.PROTECT, related_name="assignments")
    day = models.DateField()
    performer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    skip_reason = models.CharField(max_length=200, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["day", "patient"], name="assignment_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(performer=None) ^ models.Q(skip_reason=""), name="assignment_performer_or_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.patient_id}"
