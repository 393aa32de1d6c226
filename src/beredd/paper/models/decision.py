"""That a patient must have paper, or must no longer, for a reason that somebody has seen. The newest counts."""

from django.db import models

from beredd.paper.rules.need import STANDING


class PaperDecision(models.Model):
    id = models.UUIDField(primary_key=True)
    patient = models.UUIDField(db_index=True)
    reason = models.CharField(max_length=20)
    holds = models.BooleanField()
    said_by = models.UUIDField()
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reason__in=[one.value for one in STANDING]), name="paper_decision_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.holds}"
