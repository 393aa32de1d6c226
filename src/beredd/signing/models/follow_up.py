"""That a licensed professional has looked at how it has gone for a patient. Added, never changed."""

from django.db import models


class FollowUp(models.Model):
    """A reading copy of the ledger's event of the same id: the days looked at, and what was made of them."""

    id = models.UUIDField(primary_key=True)
    patient = models.UUIDField()
    since = models.DateField()
    until = models.DateField()
    note = models.TextField(blank=True)
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(until__gte=models.F("since")), name="follow_up_period"),
        ]
        indexes = [models.Index(fields=["patient", "at"], name="follow_up_patient")]

    def __str__(self) -> str:
        return f"{self.patient} {self.since} {self.until}"
