"""That paper is master in a unit for a system, from when; and until when. Two decisions, each with name and ground."""

from django.conf import settings
from django.db import models

from beredd.disruption.models.incident import Incident


class PaperBegun(models.Model):
    id = models.UUIDField(primary_key=True)
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="papers")
    unit = models.UUIDField()
    system = models.CharField(max_length=60)
    begins_at = models.DateTimeField()
    ground = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["begins_at", "id"]
        indexes = [models.Index(fields=["unit", "system"], name="paper_begun_where")]

    def __str__(self) -> str:
        return f"{self.system} {self.unit} {self.begins_at}"


class PaperEnded(models.Model):
    begun = models.OneToOneField(PaperBegun, models.PROTECT, related_name="ended")
    ends_at = models.DateTimeField()
    ground = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.begun_id} {self.ends_at}"
