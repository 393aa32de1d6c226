"""What was seen of the systems around, and the stations that look. Results are kept for two days, then forgotten."""

from django.conf import settings
from django.db import models


class Station(models.Model):
    """A unit's computer that looks from where it stands. `link`: fixed, wireless or mobile.

    `always_on`: it is never switched off, so its silence means something; a laptop's does not.
    """

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=60)
    unit = models.UUIDField()
    link = models.CharField(max_length=10)
    always_on = models.BooleanField()
    token_hash = models.CharField(max_length=64)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True)
    resting = models.BooleanField(default=False)  # it has said that it is being switched off
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, withdrawn_by=None)
                | models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="station_withdrawn_who_and_when",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Observation(models.Model):
    """What one vantage point saw of one target. `vantage`: “server”, or the id of a station or a phone.

    `certificate_ends`: of the certificate that was shown.
    """

    vantage = models.CharField(max_length=60)
    place = models.CharField(max_length=10)
    link = models.CharField(max_length=10)
    unit = models.UUIDField(null=True)
    target = models.CharField(max_length=60)
    result = models.CharField(max_length=10)
    fault = models.CharField(max_length=30, blank=True)
    seconds = models.FloatField(null=True)
    certificate_ends = models.DateTimeField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="observation_at")]
        constraints = [models.UniqueConstraint(fields=["vantage", "target", "at"], name="observation_once")]

    def __str__(self) -> str:
        return f"{self.vantage} {self.target} {self.result}"
