"""Who leads the work on an incident, from when: taken, or handed over by the one who led. Added, never changed."""

from django.conf import settings
from django.db import models

from beredd.disruption.models.incident import Incident


class IncidentLead(models.Model):
    """The latest holds. The number is the place in the row: of two who take it at once, one comes second."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="leads")
    number = models.PositiveIntegerField()
    leader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["incident", "number"], name="incident_lead_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.leader_id}"
