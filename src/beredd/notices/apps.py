"""Tells Django that this part has tables, texts or pages."""

from django.apps import AppConfig


class Notices(AppConfig):
    name = "beredd.notices"
    label = "notices"
