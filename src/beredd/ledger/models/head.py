"""Where the ledger ends: one row, and the lock that makes positions follow the order of commits."""

from django.db import models


class Head(models.Model):
    """`epoch` names this history; a history restored from a backup gets a new one."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    epoch = models.UUIDField()
    position = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="head_is_one_row")]

    def __str__(self) -> str:
        return f"{self.epoch}:{self.position}"
