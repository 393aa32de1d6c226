"""Who looked at whom, when, from where and why (HSLF-FS 2016:40 ch. 4 § 9). Added, never changed."""

from django.db import models


class AccessLog(models.Model):
    """No foreign keys: the log outlives what it speaks of."""

    at = models.DateTimeField(db_index=True)
    by = models.UUIDField()
    patient = models.UUIDField()
    unit = models.UUIDField(null=True)
    action = models.CharField(max_length=40)  # "seen", "downloaded", "prescribed" …
    channel = models.CharField(max_length=20)  # "office", "phone", "import" …

    class Meta:
        indexes = [
            models.Index(fields=["patient", "at"], name="access_patient"),
            models.Index(fields=["by", "at"], name="access_by"),
        ]

    def __str__(self) -> str:
        return f"{self.at} {self.action}"
