"""The routine that comes with Beredd: there from the start, decided and in force; nobody begins with nothing."""

from datetime import datetime

from django.db import transaction

from beredd.clock import local_day
from beredd.ids import entity_id
from beredd.ledger.actions import append
from beredd.people.events import entry
from beredd.people.rules.access import Access, check
from beredd.people.rules.roles import Permission
from beredd.routine.actions.stand import person
from beredd.routine.models import Routine, RoutineText, RoutineVersion, VersionMove
from beredd.routine.rules.reading import read
from beredd.routine.rules.states import Move


def put_shipped(*, text: str, name: str, by: Access, at: datetime) -> bool:
    """False when the routine is there already: what the municipality has made of it since is its own.

    Raises RoutineFaults.
    """
    check(by, Permission.DECIDE_ROUTINE)
    told = read(text, name)
    if Routine.objects.filter(slug=told.id).exists():
        return False
    with transaction.atomic():
        row = Routine.objects.create(id=entity_id("routine", told.id), slug=told.id, title=told.title.sv)
        version = RoutineVersion.objects.create(
            id=entity_id("routine_version", f"{told.id}/{told.version}"),
            routine=row,
            number=told.version,
            made_by_id=person(by),
            made_at=at,
        )
        RoutineText.objects.create(version=version, text=text, saved_by_id=person(by), saved_at=at)
        for move in (Move.REVIEW, Move.DECIDE, Move.PUT_IN_FORCE):
            day = local_day(at) if move is Move.PUT_IN_FORCE else None
            VersionMove.objects.create(version=version, move=move, from_day=day, by_id=person(by), at=at)
        body = {"number": version.number, "file": name, "text": text}
        append([entry("routine.shipped", by=by, subject=("routine", row.id), at=at, body=body)])
    return True
