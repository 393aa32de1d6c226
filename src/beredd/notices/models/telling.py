"""Something that a group is told, and who has answered that they have seen it. Added, never changed."""

from django.db import models


class Telling(models.Model):
    """`about` what it is: kind and id, no foreign key, since it may be anything. `template` filled with `params`.

    `units`: whom it concerns, as texts; None is everybody.
    """

    id = models.UUIDField(primary_key=True)
    group = models.CharField(max_length=60)
    template = models.CharField(max_length=40)
    params = models.JSONField(default=dict)
    urgent = models.BooleanField()
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    units = models.JSONField(null=True)
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["about_kind", "about_id"], name="telling_about")]

    def __str__(self) -> str:
        return f"{self.template} {self.group}"


class Answer(models.Model):
    """Once for each telling: the first who has seen it stops it. `user` is empty when it came by the link."""

    telling = models.OneToOneField(Telling, models.PROTECT, related_name="answer", primary_key=True)
    recipient = models.CharField(max_length=60, blank=True)
    user = models.UUIDField(null=True)
    name = models.CharField(max_length=120)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
