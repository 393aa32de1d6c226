"""A programme from elsewhere: a PDF as it came, and its pages as pictures."""

from django.conf import settings
from django.db import models


class ProgrammeDocument(models.Model):
    """`source`: which system it was printed from; `dated`: the day on it. `original` is kept as it came."""

    id = models.UUIDField(primary_key=True)
    source = models.CharField(max_length=80)
    dated = models.DateField()
    original = models.BinaryField()
    digest = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.id)


class DocumentPage(models.Model):
    """`image`: grey PNG, for phone and paper alike. `text`: what stands on it, read aloud to who does not see."""

    id = models.UUIDField(primary_key=True)
    document = models.ForeignKey(ProgrammeDocument, models.PROTECT, related_name="pages")
    number = models.PositiveSmallIntegerField()
    image = models.BinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="document_page_once")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.number}"
