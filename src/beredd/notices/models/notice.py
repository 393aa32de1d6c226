"""The outbox: a row for each notice, changed as it fares, and a row for each attempt, kept for ever."""

from django.db import models

from beredd.notices.models.telling import Telling
from beredd.notices.rules.fate import Fate


class Notice(models.Model):
    """`id` is computed from telling, recipient and turn: queued twice is queued once. It travels as idempotency key.

    `handed_at`: from here on it may have gone, whatever happens to us. `lease_until`: nobody else takes it before.
    """

    id = models.UUIDField(primary_key=True)
    telling = models.ForeignKey(Telling, models.PROTECT, related_name="notices")
    recipient = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    turn = models.PositiveSmallIntegerField()
    channel = models.CharField(max_length=40)
    address = models.CharField(max_length=300)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    queued_at = models.DateTimeField()
    fate = models.CharField(max_length=20, default=Fate.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    handed_at = models.DateTimeField(null=True)
    receipt = models.CharField(max_length=200, blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["queued_at", "id"]
        indexes = [models.Index(fields=["fate", "next_at"], name="notice_due")]
        constraints = [
            models.UniqueConstraint(fields=["telling", "recipient", "turn"], name="notice_turn_once"),
            models.CheckConstraint(condition=models.Q(fate__in=[one.value for one in Fate]), name="notice_fate"),
            models.CheckConstraint(
                condition=~models.Q(fate=Fate.SENDING) | models.Q(lease_until__isnull=False), name="notice_lease"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.fate}"


class Attempt(models.Model):
    """What became of a notice, step by step. `why`: the fault in the words of the channel, without secrets."""

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="log")
    fate = models.CharField(max_length=20)
    why = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.fate} {self.at}"
