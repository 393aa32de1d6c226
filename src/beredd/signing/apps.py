"""Tells Django that this part has tables, texts or pages."""

from django.apps import AppConfig


class Signing(AppConfig):
    name = "beredd.signing"
    label = "signing"
