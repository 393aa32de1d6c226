"""Tells Django that this part has tables, texts or pages."""

from django.apps import AppConfig


class Office(AppConfig):
    name = "beredd.office"
    label = "office"
