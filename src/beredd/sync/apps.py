"""Tells Django that this part has tables, texts or pages."""

from django.apps import AppConfig


class Sync(AppConfig):
    name = "beredd.sync"
    label = "sync"
