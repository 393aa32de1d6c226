"""Tells Django that this part has tables, texts or pages."""

from django.apps import AppConfig


class People(AppConfig):
    name = "beredd.people"
    label = "people"
