"""One thing that happened. Added, never changed: triggers refuse UPDATE and DELETE."""

from django.db import models


class Event(models.Model):
    """No foreign keys, so that the ledger never stands in the way of live data, nor they in its."""

    position = models.BigIntegerField(primary_key=True)  # gap-free, in commit order
    id = models.UUIDField(unique=True)
    kind = models.CharField(max_length=60)
    by = models.CharField(max_length=60)  # a user's id, or "system"
    unit = models.UUIDField(null=True)
    subject_kind = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()  # by the clock of the device that made it
    received_at = models.DateTimeField()  # by the clock of this server
    origin = models.UUIDField(null=True)  # the device
    origin_seq = models.BigIntegerField(null=True)
    body = models.TextField()  # JSON text, kept byte for byte as it came
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "position"], name="event_subject"),
            models.Index(
                fields=["origin", "origin_seq"], name="event_origin", condition=models.Q(origin__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.kind}"
