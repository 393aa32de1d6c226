"""Who has read which version and understood it, and who has been asked once more. All are added, never changed."""

from django.conf import settings
from django.db import models

from beredd.routine.models.version import RoutineVersion


class ScenarioAnswer(models.Model):
    """One answer to one scenario question; a wrong one is kept beside the right one that came after it."""

    version = models.ForeignKey(RoutineVersion, models.PROTECT, related_name="answers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    scenario = models.CharField(max_length=60)
    choice = models.CharField(max_length=60)
    right = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["user", "version"], name="routine_answers_of")]

    def __str__(self) -> str:
        return f"{self.scenario}: {self.choice}"


class Confirmation(models.Model):
    """That the user has read the version and knows what to do."""

    version = models.ForeignKey(RoutineVersion, models.PROTECT, related_name="confirmations")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "user"], name="routine_confirmed_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.version_id}"


class Reminder(models.Model):
    """A manager has asked somebody to read the version; it shows until they have."""

    version = models.ForeignKey(RoutineVersion, models.PROTECT, related_name="reminders")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["user", "version"], name="routine_reminders_of")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.at}"
