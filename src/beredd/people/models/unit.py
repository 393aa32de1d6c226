"""A team: a care unit that carries out, or a rehab unit that prescribes and follows up."""

from django.db import models

from beredd.people.models.organisation import Organisation

KINDS = [("care", "care unit"), ("rehab", "rehab unit")]


class Unit(models.Model):
    id = models.UUIDField(primary_key=True)
    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=KINDS)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units")
    phone = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=[kind for kind, _ in KINDS]), name="unit_kind")
        ]

    def __str__(self) -> str:
        return self.name
