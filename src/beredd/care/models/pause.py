"""A time when nothing is expected: the patient is in hospital or away."""

from django.conf import settings
from django.db import models

from beredd.care.models.patient import Patient

REASONS = ["hospital", "away", "other"]


class Pause(models.Model):
    id = models.UUIDField(primary_key=True)
    patient = models.ForeignKey(Patient, models.PROTECT, related_name="pauses")
    reason = models.CharField(max_length=20)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(reason__in=REASONS), name="pause_reason"),
            models.CheckConstraint(
                condition=models.Q(ends_at=None) | models.Q(ends_at__gte=models.F("starts_at")), name="pause_period"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.starts_at}"
