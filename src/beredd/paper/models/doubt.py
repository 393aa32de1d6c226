"""Something told of a sheet that does not fit with what is known of it: kept, until somebody has looked into it."""

from django.db import models
from django.db.models import Q


class SheetDoubt(models.Model):
    """`id` is the event's, whose text is in the ledger. `sheet` as it was told: there may be no such sheet. `unit`:
    whose it is to look into; `followed`: it was believed all the same, since it says where the paper is."""

    id = models.UUIDField(primary_key=True)
    sheet = models.CharField(max_length=40)
    state = models.CharField(max_length=12)
    patient = models.UUIDField(null=True)
    unit = models.UUIDField(null=True, db_index=True)
    codes = models.JSONField()
    followed = models.BooleanField()
    told_by = models.UUIDField()
    told_at = models.DateTimeField()
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None) | Q(settled_by__isnull=False, settled_at__isnull=False),
                name="sheet_doubt_settled_who_and_when",
            )
        ]

    def __str__(self) -> str:
        return self.sheet
