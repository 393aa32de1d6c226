"""Where the routine hangs on paper, and who looked that which version hangs there."""

from django.conf import settings
from django.db import models

from beredd.people.models import Unit
from beredd.routine.models.routine import Routine
from beredd.routine.models.version import RoutineVersion


class Posting(models.Model):
    """A place in a unit: "the board in the staff room"."""

    id = models.UUIDField(primary_key=True)
    routine = models.ForeignKey(Routine, models.PROTECT, related_name="postings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    place = models.CharField(max_length=120)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["routine", "unit", "place"],
                condition=models.Q(removed_at=None),
                name="routine_posting_once",
            ),
            models.CheckConstraint(
                condition=models.Q(removed_at=None, removed_by=None)
                | models.Q(removed_at__isnull=False, removed_by__isnull=False),
                name="routine_posting_removed_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.place


class PostingCheck(models.Model):
    """Somebody has seen that this version hangs there. The newest counts."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="checks")
    version = models.ForeignKey(RoutineVersion, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.posting_id} {self.at}"
