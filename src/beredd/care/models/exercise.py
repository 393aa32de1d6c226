"""One exercise: words in each language and pictures. The library's are for everybody, a unit's own for the unit."""

from django.conf import settings
from django.db import models

from beredd.people.models import Unit


class Exercise(models.Model):
    """`content` is the exercise file as JSON, pictures read in: {name, start, how, watch, equipment, pictures, …}.

    What the library is searched and filtered by also has a column each, taken from `content`. `unit`: whose own it is;
    null for the library. A retired one is not found any more, and programmes that have it still show it.
    """

    id = models.UUIDField(primary_key=True)
    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    content = models.JSONField()
    position = models.CharField(max_length=20, blank=True, db_index=True)
    region = models.CharField(max_length=20, blank=True, db_index=True)
    function = models.CharField(max_length=20, blank=True, db_index=True)
    needs = models.JSONField(default=list)
    kva = models.CharField(max_length=10, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    retired_at = models.DateTimeField(null=True)
    retired_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(retired_at=None, retired_by=None)
                | models.Q(retired_at__isnull=False, retired_by__isnull=False, unit__isnull=False),
                name="exercise_retired_by_and_when",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ExerciseState(models.Model):
    """What a unit's own exercise said from `made_at` until its next state. Never changed."""

    exercise = models.ForeignKey(Exercise, models.PROTECT, related_name="states")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["exercise", "number"], name="exercise_state_once")]

    def __str__(self) -> str:
        return f"{self.exercise_id} {self.number}"


class ExercisePhoto(models.Model):
    """A picture of a unit's own exercise, as we made it: JPEG, without anything but the picture itself.

    `content` names it by its id. `person`: somebody can be recognised, who said yes on a day, and was told how to take
    it back. Withdrawn, the picture itself is gone.
    """

    id = models.UUIDField(primary_key=True)
    exercise = models.ForeignKey(Exercise, models.PROTECT, related_name="photos")
    image = models.BinaryField()
    digest = models.CharField(max_length=64)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    person = models.BooleanField()
    consent_by = models.CharField(max_length=120, blank=True)
    consent_on = models.DateField(null=True)
    consent_back = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person=False, consent_by="", consent_on=None)
                | (models.Q(person=True, consent_on__isnull=False) & ~models.Q(consent_by="")),
                name="photo_person_and_consent",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, withdrawn_by=None)
                | models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="photo_withdrawn_by_and_when",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
