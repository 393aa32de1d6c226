"""Tells Django that this part has texts and a page."""

from django.apps import AppConfig


class Station(AppConfig):
    name = "beredd.station"
    label = "station"
