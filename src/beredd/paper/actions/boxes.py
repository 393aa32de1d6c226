"""Safety boxes: set up, filled, looked through, taken away."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.paper.boxes import UnknownBox
from beredd.paper.models import BoxContents, BoxInspection, SafetyBox, SheetStep
from beredd.paper.queries import sheet
from beredd.paper.rules.accounting import SheetState, check_step
from beredd.paper.rules.box import MOST, USUAL
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.roles import Permission

LONGEST_NAME, LONGEST_PLACE, LONGEST_NOTE = 60, 120, 300


class BadBox(Refused):
    """Code `box`: it lacks a name or a place, or a number cannot be."""

    def __init__(self) -> None:
        super().__init__(
            "box", N_("Give the box a name of its own and say where it stands; it holds at most 40 of each kind.")
        )


def put_box(*, unit: UUID, name: str, place: str, holds: Mapping[str, int], by: Access, at: datetime) -> UUID:
    """A new box in the unit. Raises BadBox, NotAllowed."""
    check(by, Permission.ARRANGE_PAPER, unit)
    said, where = name.strip(), place.strip()
    if not (0 < len(said) <= LONGEST_NAME and 0 < len(where) <= LONGEST_PLACE) or not _holds(holds):
        raise BadBox
    id = new_id(at)
    with transaction.atomic():
        head = lock()
        if SafetyBox.objects.filter(unit=unit, name__iexact=said, removed_at=None).exists():
            raise BadBox
        row = SafetyBox.objects.create(id=id, unit=unit, name=said, place=where, added_by=by.user, added_at=at)
        BoxContents.objects.create(box=row, holds=dict(holds), said_by=by.user, said_at=at)
        body = {"box": id, "name": said, "place": where, "holds": dict(holds)}
        append([entry("box.added", by=by, subject=("unit", unit), at=at, body=body, unit=unit)], head=head)
    return id


def change_contents(*, box: UUID, holds: Mapping[str, int], by: Access, at: datetime) -> None:
    """What it should hold from now. Raises UnknownBox, BadBox, NotAllowed."""
    row = _box(box)
    check(by, Permission.ARRANGE_PAPER, row.unit)
    if not _holds(holds):
        raise BadBox
    with transaction.atomic():
        BoxContents.objects.create(box=row, holds=dict(holds), said_by=by.user, said_at=at)
        body = {"box": box, "holds": dict(holds)}
        append([entry("box.contents", by=by, subject=("unit", row.unit), at=at, body=body, unit=row.unit)])


def fill_box(*, box: UUID, put: Sequence[str], take: Sequence[str], by: Access, at: datetime) -> None:
    """`put` lie in it now; `take` were taken out and destroyed. Raises UnknownBox, NoSuchStep, NotAllowed."""
    row = _box(box)
    check(by, Permission.HANDLE_PAPER, row.unit)
    moves = [*((id, SheetState.PLACED) for id in put), *((id, SheetState.DESTROYED) for id in take)]
    with transaction.atomic():
        head = lock()
        for id, state in moves:
            _move(row, id, state, by=by, at=at)
        body = {"box": box, "put": list(put), "take": list(take)}
        append([entry("box.filled", by=by, subject=("unit", row.unit), at=at, body=body, unit=row.unit)], head=head)


def inspect_box(
    *, box: UUID, seen: Mapping[str, int], sheets: Sequence[str], note: str, by: Access, at: datetime
) -> None:
    """Somebody has looked through it. Raises UnknownBox, BadBox, NotAllowed."""
    row = _box(box)
    check(by, Permission.HANDLE_PAPER, row.unit)
    if not _holds(seen):
        raise BadBox
    id = new_id(at)
    with transaction.atomic():
        said = {"seen": dict(seen), "sheets": list(sheets), "note": note.strip()[:LONGEST_NOTE]}
        BoxInspection.objects.create(id=id, box=row, **said, by=by.user, at=at)
        append(
            [entry("box.inspected", by=by, subject=("unit", row.unit), at=at, body={"box": box, **said}, unit=row.unit)]
        )


def remove_box(*, box: UUID, by: Access, at: datetime) -> None:
    """It stands there no more. Raises UnknownBox, NotAllowed."""
    row = _box(box)
    check(by, Permission.ARRANGE_PAPER, row.unit)
    with transaction.atomic():
        head = lock()
        if not SafetyBox.objects.filter(id=box, removed_at=None).update(removed_at=at, removed_by=by.user):
            raise UnknownBox
        body = {"box": box}
        append([entry("box.removed", by=by, subject=("unit", row.unit), at=at, body=body, unit=row.unit)], head=head)


def _box(id: UUID) -> SafetyBox:
    row = SafetyBox.objects.filter(id=id, removed_at=None).first()
    if row is None:
        raise UnknownBox
    return row


def _holds(holds: Mapping[str, int]) -> bool:
    return set(holds) <= set(USUAL) and all(0 <= n <= MOST for n in holds.values())


def _move(box: SafetyBox, id: str, state: SheetState, *, by: Access, at: datetime) -> None:
    row = sheet(by, id)
    if row is None or row.patient or (state is SheetState.DESTROYED and row.box != box.id):
        raise UnknownBox
    check_step(row.state, state)
    into = box.id if state is SheetState.PLACED else None
    SheetStep.objects.create(sheet_id=id, state=state, where=box.name, box=into, said_by=by.user, said_at=at)
