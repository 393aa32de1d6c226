"""A place where tickets are taken: an IT department, a vendor's support."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Portal:
    """`channel`: one of notices.toml, or its own (`settings`); empty: only by telephone. `to`: the address in it."""

    key: str
    title: str
    phone: str
    language: str
    channel: str
    to: str
    settings: Mapping[str, Any] | None = None


def portal_of(key: str, said: Mapping[str, Any]) -> Portal:
    """Raises KeyError, TypeError, ValueError."""
    unknown = set(said) - {"title", "phone", "language", "channel", "to"}
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))} is not known")
    channel, to = said.get("channel", ""), str(said.get("to", ""))
    own = channel if isinstance(channel, Mapping) else None
    if channel and own is None and not to:
        raise ValueError("to is missing: the address in the channel")
    if own is not None and own.get("kind") != "http":
        raise ValueError("a channel of its own is of the kind http")
    language = said.get("language", "sv")
    if language not in ("sv", "en"):
        raise ValueError("language is sv or en")
    name = f"portal-{key}" if own is not None else str(channel)
    return Portal(key, str(said["title"]), str(said.get("phone", "")), language, name, to or key, own)
