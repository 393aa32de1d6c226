"""Tells Django that this part has tables, texts or pages."""

from django.apps import AppConfig


class PhoneApi(AppConfig):
    name = "beredd.phone_api"
    label = "phone_api"
