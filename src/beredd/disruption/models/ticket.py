"""A ticket to somebody's support, and the case number that they gave. Added, never changed."""

from django.conf import settings
from django.db import models

from beredd.disruption.models.incident import Incident


class Ticket(models.Model):
    """`telling`: the notice that carries it; empty when it was read aloud on the telephone.

    `incident` is empty when somebody's phone asks for help with what is no disruption yet; `unit` is then theirs.
    """

    id = models.UUIDField(primary_key=True)
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="tickets")
    unit = models.UUIDField(null=True)
    portal = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    telling = models.UUIDField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.subject


class CaseNumber(models.Model):
    """The latest holds."""

    ticket = models.ForeignKey(Ticket, models.PROTECT, related_name="numbers")
    number = models.CharField(max_length=60)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.CheckConstraint(condition=~models.Q(number=""), name="case_number_is_said")]

    def __str__(self) -> str:
        return self.number
