"""The answers somebody gave the guide, kept when they asked for it. Nothing in it says who or whom it was about."""

from django.db import models

from beredd.routine.models.version import RoutineVersion


class GuideRun(models.Model):
    id = models.UUIDField(primary_key=True)
    version = models.ForeignKey(RoutineVersion, models.PROTECT, related_name="+")
    situation = models.CharField(max_length=60)
    role = models.CharField(max_length=20)
    employer = models.CharField(max_length=20)
    answers = models.JSONField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.situation} {self.at}"
