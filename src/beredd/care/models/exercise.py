"""One exercise of the library: words in each language and pictures as SVG."""

from django.db import models


class Exercise(models.Model):
    """`content` is the exercise file as JSON, pictures read in: {name, start, how, watch, equipment, pictures, …}."""

    id = models.UUIDField(primary_key=True)
    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    content = models.JSONField()

    def __str__(self) -> str:
        return self.name
