"""One printing: which sheets were made together, for what, by whom. Added, never changed."""

from django.db import models

PACK_KINDS = ["unit", "patient", "safety_box", "workplace", "routine", "blank"]


class Pack(models.Model):
    """`left_out`: the patients of the unit that got no paper, each with the reason. `digest`: SHA-256 of the file."""

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=20)
    unit = models.UUIDField(null=True)
    box = models.UUIDField(null=True, db_index=True)
    first = models.DateField()
    last = models.DateField()
    changed_only = models.BooleanField()
    left_out = models.JSONField()
    digest = models.CharField(max_length=64)
    printed_by = models.UUIDField()
    printed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=PACK_KINDS), name="pack_kind"),
            models.CheckConstraint(condition=models.Q(last__gte=models.F("first")), name="pack_period"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.printed_at}"
