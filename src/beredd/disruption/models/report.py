"""Somebody says that it does not work. Added, never changed."""

from django.db import models

KINDS = ["launch", "system", "phones", "coverage", "fixed", "wireless"]


class Report(models.Model):
    """`id` is made where the report is made: what is sent twice is had once. No foreign keys: it may be anybody.

    `user` is null for somebody who has not signed in; `device` then tells them apart. `home`: the patient whose home it
    was, for lost coverage; a place is never kept. `saw`: what the device could tell of itself.
    """

    id = models.UUIDField(primary_key=True)
    user = models.UUIDField(null=True)
    device = models.CharField(max_length=80)
    unit = models.UUIDField()
    kind = models.CharField(max_length=20)
    system = models.CharField(max_length=60, blank=True)
    home = models.UUIDField(null=True)
    other_device_works = models.BooleanField(null=True)
    saw = models.JSONField(default=dict)
    guide = models.JSONField(null=True)  # what the routine's guide was told, if it was asked
    made_at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["made_at"], name="report_made")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="report_kind"),
            models.CheckConstraint(
                condition=~models.Q(kind="system") | ~models.Q(system=""), name="report_says_which_system"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.system}"
