"""Questions that are asked for every batch a phone sends, in SQL: building them anew costs five times the answer."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection


def select(statement: str, **lists: Iterable[UUID]) -> list[Sequence[Any]]:
    """The rows; `{name}` in the statement stands for the ids of that list, which may be empty.

    On SQLite and PostgreSQL alike, but each gives ids and instants in its own way: see below.
    """
    ids = {name: list(found) for name, found in lists.items()}
    marks = {name: ", ".join(["%s"] * len(found)) or "NULL" for name, found in ids.items()}
    order = sorted((name for name in ids if ids[name]), key=lambda name: statement.index("{" + name + "}"))
    with connection.cursor() as cursor:
        cursor.execute(statement.format(**marks), [_asked(id) for name in order for id in ids[name]])
        return list(cursor.fetchall())


def uuid(value: Any) -> UUID:
    """SQLite keeps 32 digits."""
    return value if isinstance(value, UUID) else UUID(value)


def uuid_or_none(value: Any) -> UUID | None:
    return None if value is None else uuid(value)


def instant(value: datetime) -> datetime:
    """SQLite keeps UTC without saying so."""
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _asked(id: UUID) -> UUID | str:
    return id if connection.features.has_native_uuid_field else id.hex
