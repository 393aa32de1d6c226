"""Tells Django that this part has tables, texts or pages."""

from django.apps import AppConfig


class Disruption(AppConfig):
    name = "beredd.disruption"
    label = "disruption"
