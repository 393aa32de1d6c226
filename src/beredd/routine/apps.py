"""Tells Django that this part has tables, texts or pages."""

from django.apps import AppConfig


class RoutinePart(AppConfig):
    name = "beredd.routine"
    label = "routine"
