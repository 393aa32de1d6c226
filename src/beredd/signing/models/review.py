"""What a person must look at: a signature, and why. A decision is a row of its own."""

from django.conf import settings
from django.db import models

from beredd.signing.models.signature import Signature

VERDICTS = ["accepted", "rejected"]


class ReviewItem(models.Model):
    """`reason` is a ReviewReason; whether the signature counts meanwhile follows from it."""

    signature = models.ForeignKey(Signature, models.PROTECT, related_name="review_items")
    reason = models.CharField(max_length=40)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["signature", "reason"], name="review_reason_once")]

    def __str__(self) -> str:
        return self.reason


class ReviewDecision(models.Model):
    item = models.OneToOneField(ReviewItem, models.PROTECT, related_name="decision")
    verdict = models.CharField(max_length=10)
    note = models.CharField(max_length=300, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(verdict__in=VERDICTS), name="review_verdict")]

    def __str__(self) -> str:
        return self.verdict
