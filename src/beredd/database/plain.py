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
    ids = {name: stored_all(found) for name, found in lists.items()}
    marks = {name: ", ".join(["%s"] * len(found)) or "NULL" for name, found in ids.items()}
    order = sorted((name for name in ids if ids[name]), key=lambda name: statement.index("{" + name + "}"))
    return rows_of(statement.format(**marks), [id for name in order for id in ids[name]])


def rows_of(statement: str, values: Sequence[Any]) -> list[Sequence[Any]]:
    """The rows; ids among the values must have been through `stored`."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def change(statement: str, rows: Iterable[Sequence[Any]]) -> None:
    """The same change for each row of values; ids in these must have been through `stored`."""
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(rows))


def uuid(value: Any) -> UUID:
    """SQLite keeps 32 digits."""
    return value if isinstance(value, UUID) else UUID(value)


def uuid_or_none(value: Any) -> UUID | None:
    return None if value is None else uuid(value)


def instant(value: datetime) -> datetime:
    """SQLite keeps UTC without saying so."""
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def instant_or_none(value: datetime | None) -> datetime | None:
    return None if value is None else instant(value)


def stored(id: UUID) -> UUID | str:
    """An id as this database keeps it."""
    return id if connection.features.has_native_uuid_field else id.hex


def stored_all(ids: Iterable[UUID]) -> list[Any]:
    """Each id as this database keeps it."""
    return list(ids) if connection.features.has_native_uuid_field else [id.hex for id in ids]


def stored_instant(at: datetime) -> Any:
    """An instant as this database keeps it."""
    return connection.ops.adapt_datetimefield_value(at)
