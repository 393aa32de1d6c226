"""A phone that has agreed to be told, and where its push service takes what is meant for it. Gone when it says no."""

from django.db import models


class Phone(models.Model):
    """`endpoint` is an address of the phone's browser maker; `key` and `auth` (base64url) encrypt for it alone."""

    device = models.UUIDField(primary_key=True)
    user = models.UUIDField(db_index=True)
    endpoint = models.CharField(max_length=1000)
    key = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "device"]

    def __str__(self) -> str:
        return str(self.device)
