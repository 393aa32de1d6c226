"""A prescription and its versions. A change is a new version; the old one stays as it was."""

from django.conf import settings
from django.db import models

from beredd.care.models.patient import Patient
from beredd.care.models.programme import ProgrammeVersion

BASES = ["delegation", "instruction", "self_care"]
NOT_PERFORMED_RULES = ["nothing", "contact"]


class Prescription(models.Model):
    id = models.UUIDField(primary_key=True)
    key = models.CharField(max_length=60, unique=True)
    patient = models.ForeignKey(Patient, models.PROTECT, related_name="prescriptions")

    def __str__(self) -> str:
        return str(self.id)


class PrescriptionVersion(models.Model):
    """In force from `effective_at` until a later version's; its period is local days, both included.

    `schedule` is the JSON form of beredd.care.rules.schedule. Ending early is a new version with an earlier `ends_on`;
    one that lies before `starts_on` says that it never begins.
    """

    prescription = models.ForeignKey(Prescription, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    effective_at = models.DateTimeField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    schedule = models.JSONField()
    intervention = models.CharField(max_length=200)
    instruction = models.TextField(blank=True)
    programme = models.ForeignKey(ProgrammeVersion, models.PROTECT, null=True, related_name="+")
    basis = models.CharField(max_length=20)
    task = models.CharField(max_length=60, blank=True)  # what must be delegated, when the basis is delegation
    if_not_performed = models.CharField(max_length=20, default="nothing")
    contact_within_days = models.PositiveSmallIntegerField(null=True)
    contact_whom = models.CharField(max_length=120, blank=True)
    prescribed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    prescribed_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["prescription", "number"], name="prescription_version_once"),
            models.CheckConstraint(condition=models.Q(basis__in=BASES), name="prescription_basis"),
            models.CheckConstraint(
                condition=models.Q(if_not_performed="nothing", contact_within_days=None)
                | models.Q(if_not_performed="contact", contact_within_days__isnull=False),
                name="prescription_if_not_performed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.prescription_id} v{self.number}"
