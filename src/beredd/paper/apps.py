"""Tells Django that this part has tables, texts or pages."""

from django.apps import AppConfig


class Paper(AppConfig):
    name = "beredd.paper"
    label = "paper"
