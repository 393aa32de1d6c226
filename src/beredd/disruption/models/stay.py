"""How phones fared in a home: from when until when they were there, and when they were without contact. No position.

Who told of it is in the ledger. All are added, never changed.
"""

from django.db import models


class HomeStay(models.Model):
    """`home`: the patient whose home it is. `id` is made on the phone: what is sent twice is had once."""

    id = models.UUIDField(primary_key=True)
    home = models.UUIDField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["home", "ended_at"], name="home_stay_latest")]
        constraints = [
            models.CheckConstraint(condition=models.Q(ended_at__gte=models.F("began_at")), name="home_stay_order")
        ]

    def __str__(self) -> str:
        return f"{self.home} {self.began_at}"


class HomeLoss(models.Model):
    """`regained_at` is null when the phone had not got through before the stay was over."""

    stay = models.ForeignKey(HomeStay, models.PROTECT, related_name="losses")
    lost_at = models.DateTimeField()
    regained_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["lost_at", "id"]
        indexes = [models.Index(fields=["lost_at"], name="home_loss_latest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(regained_at=None) | models.Q(regained_at__gte=models.F("lost_at")),
                name="home_loss_order",
            )
        ]

    def __str__(self) -> str:
        return f"{self.lost_at}"


class CoverageDeclined(models.Model):
    """A licensed professional has said no to paper for want of coverage. It may be proposed anew by later visits."""

    id = models.UUIDField(primary_key=True)
    home = models.UUIDField(db_index=True)
    ground = models.CharField(max_length=500)
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(ground=""), name="coverage_declined_has_a_ground")]

    def __str__(self) -> str:
        return f"{self.home} {self.at}"
