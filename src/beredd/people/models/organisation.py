"""A care provider: the municipality itself or a private one. Each answers for its own staff and its own IT."""

from django.db import models

KINDS = [("municipality", "municipality"), ("lov", "private, under LOV"), ("private", "private")]


class Organisation(models.Model):
    """`offline_hours` is the lease: how long a phone shows patients without having reached us."""

    id = models.UUIDField(primary_key=True)
    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=KINDS)
    offline_hours = models.PositiveSmallIntegerField(default=72)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=[kind for kind, _ in KINDS]), name="organisation_kind"),
            models.CheckConstraint(condition=models.Q(offline_hours__range=(1, 720)), name="organisation_lease"),
        ]

    def __str__(self) -> str:
        return self.name
