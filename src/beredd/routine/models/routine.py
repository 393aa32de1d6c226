"""A routine: the name that its versions share."""

from django.db import models


class Routine(models.Model):
    """`slug` is the name of its file and stands in addresses; `title` is the newest version's."""

    id = models.UUIDField(primary_key=True)
    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.slug
