"""Signature clarification: who stands behind which initials in a unit. Never handed to somebody else later."""

from django.db import models

from beredd.people.models.unit import Unit
from beredd.people.models.user import User


class Initials(models.Model):
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="initials")
    user = models.ForeignKey(User, models.PROTECT, related_name="initials")
    initials = models.CharField(max_length=6)
    since = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "initials"], name="initials_unique_in_unit"),
            models.UniqueConstraint(fields=["unit", "user"], name="initials_one_per_person"),
        ]

    def __str__(self) -> str:
        return self.initials
