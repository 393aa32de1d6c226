"""The safety boxes: where each stands, what it should hold, and who looked through it and saw what."""

from django.db import models
from django.db.models import Q


class SafetyBox(models.Model):
    id = models.UUIDField(primary_key=True)
    unit = models.UUIDField(db_index=True)
    name = models.CharField(max_length=60)
    place = models.CharField(max_length=120)
    added_by = models.UUIDField()
    added_at = models.DateTimeField()
    removed_by = models.UUIDField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "name"], condition=Q(removed_at=None), name="safety_box_once"),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_by=None) | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="safety_box_removed_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BoxContents(models.Model):
    """How many of each kind it should hold. The newest counts."""

    box = models.ForeignKey(SafetyBox, models.PROTECT, related_name="contents")
    holds = models.JSONField()
    said_by = models.UUIDField()
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["said_at", "id"]

    def __str__(self) -> str:
        return f"{self.box_id} {self.said_at}"


class BoxInspection(models.Model):
    """`seen`: how many of each kind lay there; `sheets`: the numbers that were read from their codes."""

    id = models.UUIDField(primary_key=True)
    box = models.ForeignKey(SafetyBox, models.PROTECT, related_name="inspections")
    seen = models.JSONField()
    sheets = models.JSONField()
    note = models.CharField(max_length=300, blank=True)
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.box_id} {self.at}"
