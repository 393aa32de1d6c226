"""A step of the routine's checklist done in an incident, or taken back. Added, never changed; the latest holds."""

from django.db import models

from beredd.disruption.models.incident import Incident

CHANNELS = ["office", "phone", "paper"]


class StepDone(models.Model):
    """`done_at`: when it was done, by whoever did it; `entered_at`: when we were told. On paper they lie apart."""

    id = models.UUIDField(primary_key=True)
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="steps")
    routine = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    step = models.CharField(max_length=80)
    role = models.CharField(max_length=40)
    unit = models.UUIDField()
    done = models.BooleanField()
    done_at = models.DateTimeField()
    done_by = models.CharField(max_length=120)  # the name on the paper, or of whoever ticked
    by = models.UUIDField()
    entered_at = models.DateTimeField()
    channel = models.CharField(max_length=10)

    class Meta:
        ordering = ["done_at", "entered_at", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(channel__in=CHANNELS), name="step_channel"),
            models.CheckConstraint(
                condition=models.Q(done_at__lte=models.F("entered_at")), name="step_done_before_entered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.done_at}"
