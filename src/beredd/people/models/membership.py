"""That somebody works in a unit in a role, from a day, perhaps to a day (both included)."""

from django.db import models

from beredd.people.models.unit import Unit
from beredd.people.models.user import User


class Membership(models.Model):
    id = models.UUIDField(primary_key=True)
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=40)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "unit", "role", "starts_on"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="membership_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.unit_id}"
