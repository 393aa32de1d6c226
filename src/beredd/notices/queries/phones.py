"""Phones that are told: asked by themselves, for their own."""

from uuid import UUID

from beredd.notices.models import Phone
from beredd.notices.setup import setup
from beredd.notices.vapid import public_key


def push_key() -> str:
    """Ours, for phones to subscribe with; empty when the municipality has no such channel. Raises BookFault."""
    told = any(settings["kind"] == "webpush" for settings in setup().channels.values())
    return public_key() if told else ""


def is_told(device: UUID) -> bool:
    return Phone.objects.filter(device=device).exists()
