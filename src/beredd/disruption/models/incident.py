"""An incident: what it is about, what has happened to it, whom it concerns. All are added, never changed."""

from django.conf import settings
from django.db import models

MOVES = ["confirm", "degrade", "declare_long", "recover", "relapse", "close", "dismiss"]


class Incident(models.Model):
    """`opened_by` is empty when it has been raised by the system itself."""

    id = models.UUIDField(primary_key=True)
    system = models.CharField(max_length=60)
    layer = models.CharField(max_length=30)
    everywhere = models.BooleanField()  # else only the units that are named
    ground = models.CharField(max_length=500)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["opened_at", "id"]

    def __str__(self) -> str:
        return f"{self.system} {self.opened_at}"


class IncidentUnit(models.Model):
    """No foreign key to the unit: what happened stays readable whatever becomes of the unit."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="units")
    unit = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident", "unit"], name="incident_unit_once")]

    def __str__(self) -> str:
        return str(self.unit)


class IncidentMove(models.Model):
    """The number is the place in the row of moves: of two who move at once, one comes second and is told so."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="moves")
    number = models.PositiveIntegerField()
    move = models.CharField(max_length=20)
    ground = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["incident", "number"], name="incident_move_once"),
            models.CheckConstraint(condition=models.Q(move__in=MOVES), name="incident_move"),
        ]

    def __str__(self) -> str:
        return self.move


class IncidentWord(models.Model):
    """What those who wait are told, and when they hear next."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="words")
    text = models.CharField(max_length=500)
    next_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text
