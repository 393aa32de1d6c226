"""What phones have told of sheets and boxes: everything is in the ledger, what fits is registered, what does not is put
up to be looked into."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from beredd.care.queries import patient_row
from beredd.i18n.mark import N_
from beredd.ledger.actions import Head, append
from beredd.ledger.told import Held, Told
from beredd.paper.actions.subject import subject_of
from beredd.paper.events import InspectionBody, SheetBody
from beredd.paper.models import BoxInspection, SafetyBox, SheetDoubt, SheetStep
from beredd.paper.queries import SheetRow, placed_later, sheet, steps
from beredd.paper.rules.accounting import SheetState, is_history
from beredd.paper.rules.box import MOST, USUAL
from beredd.paper.rules.doubt import MEANINGS, SLOW_CLOCK, Claim, Doubt, doubts, is_believed
from beredd.paper.rules.sheet import BadSheetId, find_sheet_id
from beredd.people.queries import access_of
from beredd.people.rules.access import SYSTEM, Access, may
from beredd.people.rules.roles import Permission

SAYABLE = (SheetState.PLACED, SheetState.RETURNED, SheetState.DESTROYED, SheetState.MISSING)
GONE = Held("unknown_box", N_("That box is not in the list any more. Open the list again."))
NOT_YOURS = Held("not_yours", MEANINGS[Doubt.NOT_YOURS])


@dataclass(frozen=True, slots=True)
class _Case:
    """One thing told, with what is known of it. `row`: the sheet, whoever may see it."""

    told: Told[SheetBody]
    number: str
    row: SheetRow | None
    by: Access
    found: tuple[Doubt, ...]

    @property
    def home(self) -> UUID | None:
        body = self.told.body
        return body.patient or (self.row.patient if self.row else None)


def take_sheets(told: Sequence[Told[SheetBody]], *, head: Head, at: datetime) -> Mapping[UUID, Sequence[Held]]:
    """One after another: what one of them says, the next may follow upon."""
    held: dict[UUID, Sequence[Held]] = {}
    for one in told:
        case = _case(one)
        subject, unit = _subject(case)
        append([one.entry(subject=subject, unit=unit, happened_at=min(one.body.at, at))], head=head)
        if is_believed(case.found):
            _register(case)
        if case.found:
            _put_up(case, unit)
            held[one.id] = [Held(doubt.value, MEANINGS[doubt]) for doubt in case.found]
    return held


def take_inspections(
    told: Sequence[Told[InspectionBody]], *, head: Head, at: datetime
) -> Mapping[UUID, Sequence[Held]]:
    """Somebody has looked through a box."""
    held: dict[UUID, Sequence[Held]] = {}
    for one in told:
        box = SafetyBox.objects.filter(id=one.body.box, removed_at=None).first()
        allowed = box and may(access_of(one.by, at=one.received_at), Permission.HANDLE_PAPER, box.unit)
        subject = ("unit", box.unit) if box else ("device", one.device)
        append(
            [one.entry(subject=subject, unit=box.unit if box else None, happened_at=min(one.body.at, at))], head=head
        )
        if box and allowed:
            _inspected(box, one, at=at)
        else:
            held[one.id] = [NOT_YOURS if box else GONE]
    return held


def _case(told: Told[SheetBody]) -> _Case:
    by = access_of(told.by, at=told.received_at)
    try:
        number = find_sheet_id(told.body.sheet)
    except BadSheetId:
        return _Case(told, told.body.sheet[:40], None, by, doubts(Claim(readable=False)))
    row = sheet(SYSTEM, number)
    if row is None:
        return _Case(told, number, None, by, doubts(Claim(readable=True)))
    return _Case(told, number, row, by, doubts(_claim(told, row, by)))


def _claim(told: Told[SheetBody], row: SheetRow, by: Access) -> Claim:
    body, state = told.body, _state(told.body.state)
    home = body.patient
    return Claim(
        readable=True,
        known=True,
        sees=may(by, Permission.HANDLE_PAPER)
        and sheet(by, row.id) is not None
        and (home is None or patient_row(by, home) is not None),
        in_the_right_home=row.patient is None or home is None or home == row.patient,
        in_turn=state is not None and is_history(_with(row, state, body.at)),
        replaced=state is SheetState.PLACED and placed_later(row),
        maker_in_order=not told.doubts,
        clock_right=row.printed_at <= body.at <= told.received_at + SLOW_CLOCK,
    )


def _state(text: str) -> SheetState | None:
    """What somebody can say who stands in a home; the rest is said elsewhere."""
    return next((one for one in SAYABLE if one.value == text), None)


def _with(row: SheetRow, state: SheetState, at: datetime) -> list[SheetState]:
    """The sheet's history with this where it happened, however late it was told."""
    taken = [(step.said_at, step.state) for step in steps(SYSTEM, row.id)]
    before = [then for when, then in taken if when <= at]
    return [*before, state, *(then for when, then in taken if when > at)]


def _register(case: _Case) -> None:
    body, row = case.told.body, case.row
    placed = body.state == SheetState.PLACED.value
    SheetStep.objects.create(
        sheet_id=case.number,
        state=body.state,
        where=body.where[:200],
        home=case.home if placed and row else None,
        said_by=case.told.by,
        said_at=body.at,
    )


def _put_up(case: _Case, unit: UUID | None) -> None:
    SheetDoubt.objects.create(
        id=case.told.id,
        sheet=case.number,
        state=case.told.body.state[:12],
        patient=case.told.body.patient,
        unit=unit or next((grant.unit for grant in case.by.memberships), None),
        codes=[one.value for one in case.found],
        followed=is_believed(case.found),
        told_by=case.told.by,
        told_at=case.told.body.at,
    )


def _subject(case: _Case) -> tuple[tuple[str, UUID], UUID | None]:
    """The home that it was told in comes first: there somebody must look."""
    patient = patient_row(SYSTEM, case.told.body.patient) if case.told.body.patient else None
    if patient:
        return ("patient", patient.id), patient.unit
    if case.row is not None:
        return subject_of(case.row, None)
    return ("sheet", uuid5(NAMESPACE_OID, case.number)), None


def _inspected(box: SafetyBox, one: Told[InspectionBody], *, at: datetime) -> None:
    body = one.body
    seen = {kind: n for kind, n in body.seen.items() if kind in USUAL and 0 <= n <= MOST}
    said = {"seen": seen, "sheets": list(body.sheets), "note": body.note}
    BoxInspection.objects.create(id=one.id, box=box, **said, by=one.by, at=min(body.at, at))
