"""Whom the care is for, who gives it and who prescribes it."""

from django.db import models

from beredd.people.models import Unit

IDENTITY_KINDS = ["personnummer", "samordningsnummer", "reservnummer"]
PROTECTIONS = ["none", "confidentiality_mark", "protected_registration"]  # sekretessmarkering, skyddad folkbokföring


class Patient(models.Model):
    """`unit` is the care unit that performs, `rehab_unit` the one that prescribes."""

    id = models.UUIDField(primary_key=True)
    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    identity = models.CharField(max_length=20, unique=True)  # 12 digits, or a reserve number as written
    identity_kind = models.CharField(max_length=20)
    protection = models.CharField(max_length=30, default="none")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="patients")
    rehab_unit = models.ForeignKey(Unit, models.PROTECT, related_name="rehab_patients")
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    door_note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(identity_kind__in=IDENTITY_KINDS), name="patient_identity_kind"),
            models.CheckConstraint(condition=models.Q(protection__in=PROTECTIONS), name="patient_protection"),
        ]

    def __str__(self) -> str:
        return str(self.id)  # never the name: this text ends up in logs
