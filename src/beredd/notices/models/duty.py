"""Somebody takes over another's place in a group for a time. Added, never changed; the latest holds."""

from django.db import models


class Handover(models.Model):
    """What `replaced` would be told in `group`, `taker` is told from `starts_at` until `ends_at`."""

    id = models.UUIDField(primary_key=True)
    group = models.CharField(max_length=60)
    replaced = models.CharField(max_length=60)
    taker = models.CharField(max_length=60)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="handover_lasts"),
            models.CheckConstraint(condition=~models.Q(taker=models.F("replaced")), name="handover_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.replaced} → {self.taker}"
