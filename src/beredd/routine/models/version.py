"""A version, the texts it has had, and what has happened to it. All are added, never changed."""

from django.conf import settings
from django.db import models

from beredd.routine.models.routine import Routine

MOVES = ["review", "send_back", "decide", "put_in_force", "withdraw", "discard"]


class RoutineVersion(models.Model):
    """`made_by` is empty for what came with Beredd."""

    id = models.UUIDField(primary_key=True)
    routine = models.ForeignKey(Routine, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["routine", "number"], name="routine_version_once")]

    def __str__(self) -> str:
        return f"{self.routine_id} v{self.number}"


class RoutineText(models.Model):
    """Each saving of a draft, in the file form. The newest is what the version says."""

    version = models.ForeignKey(RoutineVersion, models.PROTECT, related_name="texts")
    text = models.TextField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.version_id} {self.saved_at}"


class VersionMove(models.Model):
    """One step from a state to the next: who, when and on what ground; `from_day` when it was put in force."""

    version = models.ForeignKey(RoutineVersion, models.PROTECT, related_name="moves")
    move = models.CharField(max_length=20)
    ground = models.CharField(max_length=500, blank=True)
    from_day = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(move__in=MOVES), name="routine_move"),
            models.CheckConstraint(
                condition=models.Q(move="put_in_force", from_day__isnull=False)
                | (~models.Q(move="put_in_force") & models.Q(from_day=None)),
                name="routine_in_force_from_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.move}"
