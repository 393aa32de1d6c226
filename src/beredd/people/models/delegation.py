"""A licensed professional's personal hand-over of a task, for at most a year (SOSFS 1997:14)."""

from django.db import models

from beredd.people.models.unit import Unit
from beredd.people.models.user import User


class Delegation(models.Model):
    """Both days included. `unit` narrows it to one unit; without, it holds wherever the performer works."""

    id = models.UUIDField(primary_key=True)
    performer = models.ForeignKey(User, models.PROTECT, related_name="delegations")
    task = models.CharField(max_length=60)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="delegation_period"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, withdrawn_by=None)
                | models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="delegation_withdrawn_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} → {self.performer_id}"
