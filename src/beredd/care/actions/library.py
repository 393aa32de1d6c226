"""Exercises and programmes. A programme that is put again with other content gets a new version."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.care.models import Exercise, Programme, ProgrammeItem, ProgrammeVersion
from beredd.care.rules.exercise import kinds
from beredd.care.rules.programme import Item
from beredd.ledger.actions import append
from beredd.people.actions.put import put
from beredd.people.events import entry
from beredd.people.rules.access import SYSTEM, Access, check
from beredd.people.rules.roles import Permission


def put_exercise(*, id: UUID, key: str, name: str, content: Mapping[str, object], by: Access, at: datetime) -> bool:
    """Creates or updates one exercise of the library; returns whether anything changed. Raises UnknownKind."""
    check(by, Permission.PRESCRIBE)
    sorted_under = asdict(kinds(content))
    sorted_under["needs"] = list(sorted_under["needs"])
    with transaction.atomic():
        changed = put(Exercise, id=id, key=key, name=name, content=dict(content), **sorted_under)
        if changed:
            body = {"key": key, "fields": sorted(changed)}
            append([entry("exercise.put", by=by, subject=("exercise", id), at=at, body=body)])
    return bool(changed)


def put_programme(*, id: UUID, key: str, name: str, items: Sequence[Item], by: Access, at: datetime) -> bool:
    """Returns whether anything changed; other items than the newest version's make a new version."""
    check(by, Permission.PRESCRIBE)
    with transaction.atomic():
        renamed = bool(put(Programme, id=id, key=key, name=name))
        newest = ProgrammeVersion.objects.filter(programme_id=id).order_by("-number").first()
        same = newest is not None and items_of(newest) == list(items)
        if not same:
            add_version(id, (newest.number if newest else 0) + 1, items, by=by, at=at)
        if renamed or not same:
            body = {"key": key, "name": name, "items": [asdict(item) for item in items]}
            append([entry("programme.put", by=by, subject=("programme", id), at=at, body=body)])
    return renamed or not same


def items_of(version: ProgrammeVersion) -> list[Item]:
    """In order."""
    return [
        Item(row.exercise_id, row.sets, row.repetitions, row.seconds, row.load, row.side, row.note)
        for row in version.items.all()
    ]


def add_version(programme: UUID, number: int, items: Sequence[Item], *, by: Access, at: datetime) -> ProgrammeVersion:
    """Inside the caller's transaction."""
    maker = None if by is SYSTEM else by.user
    version = ProgrammeVersion.objects.create(programme_id=programme, number=number, made_at=at, made_by_id=maker)
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(
            version=version,
            position=position,
            exercise_id=item.exercise,
            sets=item.sets,
            repetitions=item.repetitions,
            seconds=item.seconds,
            load=item.load,
            side=item.side,
            note=item.note,
        )
        for position, item in enumerate(items, start=1)
    )
    return version
