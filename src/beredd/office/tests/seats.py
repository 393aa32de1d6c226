"""A browser in which somebody is signed in, at a known instant."""

from uuid import UUID

from django.contrib.auth import get_user_model
from django.test import Client


def seat(user: UUID) -> Client:
    """Signed in without a password: how one signs in is tested elsewhere."""
    client = Client()
    client.force_login(get_user_model()._default_manager.get(pk=user), "django.contrib.auth.backends.ModelBackend")
    return client
