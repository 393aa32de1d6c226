"""An exercise programme: a name, and versions that never change once made."""

from django.conf import settings
from django.db import models

from beredd.care.models.exercise import Exercise

SIDES = ["", "left", "right", "both"]


class Programme(models.Model):
    id = models.UUIDField(primary_key=True)
    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.name


class ProgrammeVersion(models.Model):
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "number"], name="programme_version_once")]

    def __str__(self) -> str:
        return f"{self.programme_id} v{self.number}"


class ProgrammeItem(models.Model):
    """One exercise with its dose; a dose that is not given is null, never zero."""

    version = models.ForeignKey(ProgrammeVersion, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    exercise = models.ForeignKey(Exercise, models.PROTECT, related_name="+")
    sets = models.PositiveSmallIntegerField(null=True)
    repetitions = models.PositiveSmallIntegerField(null=True)
    seconds = models.PositiveSmallIntegerField(null=True)
    load = models.CharField(max_length=40, blank=True)
    side = models.CharField(max_length=10, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="programme_item_place"),
            models.CheckConstraint(condition=models.Q(side__in=SIDES), name="programme_item_side"),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.exercise_id}"
