"""That a unit's paper is made by itself at the end of each shift."""

from django.db import models


class ShiftPrint(models.Model):
    """`times`: clock times as HH:MM. `last_due`: the latest that has been put into the queue; never twice."""

    unit = models.UUIDField(primary_key=True)
    times = models.JSONField()
    everybody = models.BooleanField()
    to = models.CharField(max_length=140, blank=True)
    put_by = models.UUIDField()
    put_at = models.DateTimeField()
    last_due = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.unit} {self.times}"
