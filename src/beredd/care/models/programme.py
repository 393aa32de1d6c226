"""An exercise programme: a name, and versions that never change once signed. And the drafts they are written in."""

from django.conf import settings
from django.db import models

from beredd.care.models.document import ProgrammeDocument
from beredd.care.models.exercise import Exercise
from beredd.care.models.patient import Patient
from beredd.people.models import Unit

SIDES = ["", "left", "right", "both"]


class Programme(models.Model):
    """One patient's own, or a template: of one unit, or without a unit for everybody.

    `came_from`: the version of another that it was begun from.
    """

    id = models.UUIDField(primary_key=True)
    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    patient = models.ForeignKey(Patient, models.PROTECT, null=True, related_name="programmes")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    came_from = models.ForeignKey("ProgrammeVersion", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(patient=None) | models.Q(unit=None), name="programme_patient_or_template"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ProgrammeVersion(models.Model):
    """Signed by `made_by` at `made_at`; by nobody when it was read from a file."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey(ProgrammeDocument, models.PROTECT, null=True, related_name="versions")

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


class ProgrammeDraft(models.Model):
    """A programme that `made_by` is writing: a new version of `programme`, or a new one for a patient, unit or all.

    `at_step`: which of its steps holds; undoing goes back, redoing forward. Once signed it names what it `became`.
    """

    id = models.UUIDField(primary_key=True)
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="drafts")
    patient = models.ForeignKey(Patient, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    came_from = models.ForeignKey(ProgrammeVersion, models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at_step = models.PositiveIntegerField(default=0)
    became = models.ForeignKey(ProgrammeVersion, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return str(self.id)


class DraftStep(models.Model):
    """The whole draft as it stood after one change. `content` is the JSON form of beredd.care.rules.programme."""

    draft = models.ForeignKey(ProgrammeDraft, models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    exercise = models.UUIDField(null=True)  # which one the change was about
    content = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="draft_step_once")]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number}"
