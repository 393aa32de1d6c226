"""That those who are to know have been reminded of something before its time passed: once for each time."""

from django.db import models

from beredd.disruption.models.incident import Incident


class Reminder(models.Model):
    """`what`: a limit, or a step of a routine (`routine/step`). A time that is moved is another time."""

    id = models.UUIDField(primary_key=True)
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="reminders")
    what = models.CharField(max_length=160)
    due_at = models.DateTimeField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident", "what", "due_at"], name="reminded_once")]

    def __str__(self) -> str:
        return f"{self.what} {self.due_at}"
