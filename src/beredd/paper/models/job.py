"""The print queue: what has been asked for, how far it has come, and the file until it is fetched or handed on."""

from django.db import models

from beredd.paper.models.pack import PACK_KINDS, Pack
from beredd.paper.rules.job import State


class PrintJob(models.Model):
    """`about`: the unit or the patient; `routine`: which one, where it is about one. `to`: empty is to be fetched.

    `pages`: of the file; `foreseen`: that the plan had room for. `lease_until`: somebody works on it until then.
    `receipt`: what the printer or folder calls it. `why`: the code of what went wrong last.
    """

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=20)
    about = models.UUIDField(null=True)
    routine = models.CharField(max_length=60, blank=True)
    first = models.DateField()
    last = models.DateField()
    everybody = models.BooleanField(default=False)
    changed_only = models.BooleanField(default=False)
    to = models.CharField(max_length=140, blank=True)
    channel = models.CharField(max_length=20)
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=20, default=State.WAITING)
    sheets = models.PositiveIntegerField(null=True)
    sheets_made = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(null=True)
    foreseen = models.PositiveIntegerField(null=True)
    seconds = models.FloatField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    receipt = models.CharField(max_length=140, blank=True)
    why = models.CharField(max_length=40, blank=True)
    pack = models.ForeignKey(Pack, models.PROTECT, null=True, related_name="+")
    over_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "next_try_at"], name="print_job_next")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=PACK_KINDS), name="print_job_kind"),
            models.CheckConstraint(condition=models.Q(state__in=[one.value for one in State]), name="print_job_state"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class PrintFile(models.Model):
    """Gone once it has been handed on, or a day after it was made."""

    job = models.OneToOneField(PrintJob, models.CASCADE, primary_key=True, related_name="file")
    pdf = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)
