"""What the helpdesk has answered about somebody's authorisation. Added, never changed: the latest holds."""

from django.db import models


class AuthorisationAnswer(models.Model):
    """`lacking`: which needs of `rules.authorisation` are not met; empty when the user has the right."""

    id = models.UUIDField(primary_key=True)
    user = models.UUIDField()
    right = models.BooleanField()
    lacking = models.JSONField(default=list)
    note = models.CharField(max_length=300, blank=True)
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["user", "at"], name="authorisation_answer_latest")]

    def __str__(self) -> str:
        return str(self.right)
