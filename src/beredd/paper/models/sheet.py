"""One document on paper, known by its number, and the steps it has taken since. Added, never changed."""

from django.db import models

from beredd.paper.models.pack import Pack
from beredd.paper.rules.accounting import SheetState


class Sheet(models.Model):
    """`key` names what it is for; a later sheet of the same kind and key `replaces` it. `geometry`: which cell is which
    occurrence, as beredd.paper.rules.layout stores it."""

    id = models.CharField(max_length=12, primary_key=True)
    pack = models.ForeignKey(Pack, models.PROTECT, related_name="sheets")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=160)
    digest = models.CharField(max_length=32)
    original = models.BooleanField()
    title = models.CharField(max_length=200)
    patient = models.UUIDField(null=True, db_index=True)
    replaces = models.CharField(max_length=12, blank=True)
    valid_until = models.DateField(null=True)
    geometry = models.JSONField(null=True)
    printed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["kind", "key", "printed_at"], name="sheet_same")]
        constraints = [models.UniqueConstraint(fields=["pack", "position"], name="sheet_place_in_pack")]

    def __str__(self) -> str:
        return str(self.id)


class SheetStep(models.Model):
    """`where`: the unit it was handed to, the shelf, in words; `home`: the patient in whose home folder it lies; `box`:
    the safety box. `said_at` is when it happened, however late it was told."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=12)
    where = models.CharField(max_length=200, blank=True)
    home = models.UUIDField(null=True, db_index=True)
    box = models.UUIDField(null=True, db_index=True)
    said_by = models.UUIDField()
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["said_at", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=[one.value for one in SheetState]), name="sheet_state")
        ]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.state}"
