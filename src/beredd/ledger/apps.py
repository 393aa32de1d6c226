"""Tells Django that this part has tables, texts or pages."""

from django.apps import AppConfig


class Ledger(AppConfig):
    name = "beredd.ledger"
    label = "ledger"
