"""The demo's paper as it would be some days on: in the homes of one unit, some of it out of date, some yet to be
placed."""

from datetime import datetime, time, timedelta
from itertools import islice
from uuid import UUID

from beredd.care import actions as care
from beredd.care.queries import patients, prescriptions_of
from beredd.care.rules.prescription import Basis, Content
from beredd.care.rules.schedule import ALL_DAYS, Clock
from beredd.clock import local_day
from beredd.paper import actions, queries
from beredd.paper.boxes import box_plan
from beredd.paper.calendar import is_working_day
from beredd.paper.documents.draft import Kind
from beredd.paper.packs import patient_plan
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.box import USUAL
from beredd.paper.rules.need import Reason
from beredd.paper.rules.span import Form, Span, span_of
from beredd.people.queries import UnitRow, access_of, all_units, performers_in
from beredd.people.rules.access import SYSTEM, Access
from beredd.people.rules.roles import LICENSED, Permission, Role

UNIT = "skrea"
PLACES = ("Hatthyllan i hallen", "Byrån i hallen", "Köksskåpet till vänster om fläkten", "Bokhyllan i vardagsrummet")
BOX = "Säkerhetslådan"
DAY = timedelta(days=1)


def make(*, at: datetime) -> None:
    """`at`: the demo's now. One home has what holds, one something to exchange, one something to put in, one a list
    whose days have passed. The safety box stands where it does in the municipality that this grew from."""
    unit = paper_unit()
    by = first_in(unit, Role.UNIT_MANAGER, at)
    performer = first_in(unit, Role.PERFORMER, at)
    _box(unit, by=by, at=at - 2 * DAY)
    whom = list(islice(with_prescriptions(unit), len(PLACES)))
    for patient, place in zip(whom, PLACES, strict=False):
        actions.describe_folder(patient=patient, place=place, tab="", wanted=True, by=by, at=at - 40 * DAY)
        actions.decide_paper(
            patient=patient, reason=Reason.POOR_COVERAGE, holds=True, by=_prescriber(patient, at), at=at - 40 * DAY
        )
    three_days_ago, past = at - 3 * DAY, Span(local_day(at) - 3 * DAY, local_day(at) - DAY)
    for number, patient in enumerate(whom):
        for id in _printed(patient, past if number == 3 else _month(three_days_ago), by=by, at=three_days_ago):
            if number != 2:
                actions.follow_sheet(
                    id=id, state=SheetState.PLACED, home=patient, by=performer, at=three_days_ago + DAY
                )
    _prescribe(whom[1], at=at - timedelta(hours=2))
    _printed(whom[1], _month(at), by=by, at=at - timedelta(hours=1))


def _box(unit: UnitRow, *, by: Access, at: datetime) -> None:
    """Printed and filled; two blank lists have been used since, and nobody has looked through it yet."""
    box = actions.put_box(
        unit=unit.id, name=BOX, place="Kanslistvägen, förrådet innanför köket", holds=USUAL, by=by, at=at
    )
    row = queries.box(by, box)
    assert row is not None
    pack = actions.print_pack(
        plan=box_plan(row, everything=True, at=at), changed_only=False, channel="office", by=by, at=at
    )
    put = [one.id for one in pack.sheets]
    actions.fill_box(box=box, put=put, take=[], by=by, at=at)
    used = [one.id for one in pack.sheets if one.draft.kind is Kind.BLANK_LIST][:2]
    for id in used:
        actions.follow_sheet(id=id, state=SheetState.HANDED_OUT, where=by.name, by=by, at=at + DAY)


def paper_unit() -> UnitRow:
    return next(one for one in all_units(SYSTEM, Permission.SIGN) if one.key == UNIT)


def first_in(unit: UnitRow, role: Role, at: datetime) -> Access:
    return access_of(performers_in(unit.id, on=local_day(at), roles=[role])[0].id, at=at)


def with_prescriptions(unit: UnitRow) -> list[UUID]:
    ids = [one.id for one in patients(SYSTEM, unit=unit.id) if one.unit == unit.id and not one.protected]
    found = prescriptions_of(SYSTEM, ids)
    return [id for id in ids if found.get(id)]


def _prescriber(patient: UUID, at: datetime) -> Access:
    row = next(one for one in patients(SYSTEM) if one.id == patient)
    return access_of(performers_in(row.rehab_unit, on=local_day(at), roles=list(LICENSED))[0].id, at=at)


def _month(at: datetime) -> Span:
    return span_of(Form.MONTH, local_day(at), is_working_day)


def _printed(patient: UUID, span: Span, *, by: Access, at: datetime) -> list[str]:
    plan = patient_plan(patient=patient, span=span, by=by, at=at)
    return [one.id for one in actions.print_pack(plan=plan, changed_only=True, channel="office", by=by, at=at).sheets]


def _prescribe(patient: UUID, *, at: datetime) -> None:
    """A walk each afternoon, as from now: what hangs together with the rest of the paper is out of date."""
    content = Content(
        intervention="Promenad utomhus",
        starts_on=local_day(at),
        ends_on=None,
        schedule=Clock(ALL_DAYS, (time(14),)),
        basis=Basis.SELF_CARE,
        instruction="Stanna och vila när patienten vill det.",
    )
    care.prescribe(patient=patient, content=content, effective_at=at, by=_prescriber(patient, at), at=at)
