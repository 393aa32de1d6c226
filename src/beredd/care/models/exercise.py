"""One exercise of the library: words in each language and pictures as SVG."""

from django.db import models


class Exercise(models.Model):
    """`content` is the exercise file as JSON, pictures read in: {name, start, how, watch, equipment, pictures, …}.

    What the library is searched and filtered by also has a column each, taken from `content` by `put_exercise`.
    """

    id = models.UUIDField(primary_key=True)
    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    content = models.JSONField()
    position = models.CharField(max_length=20, blank=True, db_index=True)
    region = models.CharField(max_length=20, blank=True, db_index=True)
    function = models.CharField(max_length=20, blank=True, db_index=True)
    needs = models.JSONField(default=list)
    kva = models.CharField(max_length=10, blank=True)

    def __str__(self) -> str:
        return self.name
