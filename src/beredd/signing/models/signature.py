"""What somebody says was done, as the ledger has it. Added, never changed; the ledger's event is the original."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Signature(models.Model):
    """A reading copy of the ledger's event of the same id. No foreign keys: what it names may be unknown here."""

    id = models.UUIDField(primary_key=True)
    patient = models.UUIDField()
    prescription = models.UUIDField()
    version = models.PositiveIntegerField(null=True)
    slot = models.CharField(max_length=32, null=True)  # null: as needed, no planned occurrence
    occurrence = models.UUIDField(null=True)
    outcome = models.CharField(max_length=20)
    reason = models.CharField(max_length=30, null=True)  # null: none was asked for
    note = models.TextField(blank=True)
    done = models.JSONField(null=True)
    worked = models.JSONField(null=True, encoder=DjangoJSONEncoder)  # null: no programme was worked through
    pain = models.PositiveSmallIntegerField(null=True)  # 0 to 10, as the patient said
    effort = models.PositiveSmallIntegerField(null=True)
    corrects = models.UUIDField(null=True)
    performer = models.UUIDField()
    unit = models.UUIDField(null=True)
    channel = models.CharField(max_length=20)  # "phone", "carried", "office", later "station", "paper"
    performed_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    received_at = models.DateTimeField()
    transcribed_by = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["occurrence"], name="signature_occurrence"),
            models.Index(fields=["corrects"], name="signature_corrects", condition=models.Q(corrects__isnull=False)),
            models.Index(fields=["patient", "performed_at"], name="signature_patient"),
        ]

    def __str__(self) -> str:
        return str(self.id)
