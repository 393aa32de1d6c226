"""Tells Django that this part has texts."""

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    name = "beredd.importing"
    label = "importing"
