"""A phone (later: a station) that one user has enrolled, and the public key its events are signed with."""

from django.db import models

from beredd.people.models.user import User


class Device(models.Model):
    """`announced_seq` is how many events the device says it has made: what is missing here is still out there."""

    id = models.UUIDField(primary_key=True)
    user = models.ForeignKey(User, models.PROTECT, related_name="devices")
    name = models.CharField(max_length=80)
    public_key = models.BinaryField()  # uncompressed P-256 point, 65 bytes
    token_hash = models.CharField(max_length=64)
    enrolled_at = models.DateTimeField()
    last_contact_at = models.DateTimeField(null=True)
    announced_seq = models.BigIntegerField(default=0)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(revoked_at=None, revoked_by=None)
                | models.Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="device_revoked_who_and_when",
            )
        ]

    def __str__(self) -> str:
        return self.name
