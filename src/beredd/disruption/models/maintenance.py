"""Work that somebody has planned on a system, and that it will not be done after all. Added, never changed."""

from django.conf import settings
from django.db import models


class Maintenance(models.Model):
    """`what`: what will be done or not work; `source`: where it was announced, so that it can be looked up again."""

    id = models.UUIDField(primary_key=True)
    system = models.CharField(max_length=60)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    what = models.CharField(max_length=300)
    source = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["ends_at"], name="maintenance_by_end")]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="maintenance_lasts")
        ]

    def __str__(self) -> str:
        return f"{self.system} {self.starts_at}"


class MaintenanceWithdrawn(models.Model):
    maintenance = models.OneToOneField(Maintenance, models.PROTECT, related_name="withdrawn")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.maintenance_id)
