"""Tells Django that this part has tables, texts or pages."""

from django.apps import AppConfig


class Care(AppConfig):
    name = "beredd.care"
    label = "care"
