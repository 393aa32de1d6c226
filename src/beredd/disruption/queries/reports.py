"""What has been said, and what is made of it. Reports name colleagues: only those who handle disruptions look."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from beredd.disruption.models import Report
from beredd.disruption.plan import plan
from beredd.disruption.queries.authorisation import latest_answers
from beredd.disruption.queries.maintenance import planned_work
from beredd.disruption.queries.observations import facts
from beredd.disruption.reach import reached
from beredd.disruption.rules import observed
from beredd.disruption.rules.diagnosis import diagnose
from beredd.disruption.rules.landscape import Landscape
from beredd.disruption.rules.reports import RECENT
from beredd.disruption.rules.verdict import Verdict
from beredd.people.queries import names, unit_rows
from beredd.people.queries.directory import UnitRow
from beredd.people.rules.access import Access, Everywhere, check
from beredd.people.rules.roles import Permission

SHOWN = timedelta(hours=24)
OWN_IT = ("lov", "private")  # kinds of organisation with an IT department of their own


@dataclass(frozen=True, slots=True)
class ReportRow:
    """`user_name` is empty when nobody had signed in; `right`: the helpdesk's latest answer."""

    id: UUID
    user_name: str
    device: str
    unit: UUID
    unit_name: str
    kind: str
    system: str
    other_device_works: bool | None
    right: bool | None
    made_at: datetime
    received_at: datetime
    saw: Mapping[str, str]
    guide: Mapping[str, Any] | None  # as Guided.kept() has it


def recent_reports(access: Access, *, at: datetime) -> list[ReportRow]:
    """Those that came within a day, in the units where one handles disruptions, newest first. Raises NotAllowed."""
    check(access, Permission.HANDLE_DISRUPTIONS)
    found = _in_scope(access, Report.objects.filter(received_at__gt=at - SHOWN, received_at__lte=at))
    units = _units(found)
    people = names({one.user for one in found if one.user})
    rights = _rights(found, at)
    return [
        ReportRow(
            id=one.id,
            user_name=people.get(one.user, "") if one.user else "",
            device=one.device,
            unit=one.unit,
            unit_name=units[one.unit].name,
            kind=one.kind,
            system=one.system,
            other_device_works=one.other_device_works,
            right=rights.get(one.user),
            made_at=one.made_at,
            received_at=one.received_at,
            saw=one.saw,
            guide=one.guide,
        )
        for one in sorted(found, key=lambda one: one.made_at, reverse=True)
    ]


def diagnosis(access: Access, *, at: datetime) -> list[Verdict]:
    """What is wrong, as far as can be seen from all places, and by what is said in the units where one handles
    disruptions. Raises NotAllowed."""
    check(access, Permission.HANDLE_DISRUPTIONS)
    found = _recent(access, at)
    units = _units(found)
    rights = _rights(found, at)
    seen = facts(at=at)
    places = unit_rows({UUID(one.vantage.unit) for one in seen if one.vantage.unit})
    landscape = _with_own_it(plan().landscape, [*units.values(), *places])
    said = [_fact(one, units[one.unit], rights.get(one.user)) for one in found]
    return diagnose(seen, said, landscape, planned_work(at=at), at)


def _recent(access: Access, at: datetime) -> list[Report]:
    return _in_scope(access, Report.objects.filter(made_at__gt=at - RECENT, made_at__lte=at))


def _in_scope(access: Access, rows: QuerySet[Report]) -> list[Report]:
    scope = reached(access, Permission.HANDLE_DISRUPTIONS)
    if not isinstance(scope, Everywhere):
        rows = rows.filter(unit__in=scope)
    return list(rows)


def _rights(found: Iterable[Report], at: datetime) -> dict[UUID | None, bool]:
    """What the helpdesk has answered of each who has said something."""
    answers = latest_answers({one.user for one in found if one.user}, at=at)
    return {user: answer.right for user, answer in answers.items()}


def _units(found: Iterable[Report]) -> dict[UUID, UnitRow]:
    return {one.id: one for one in unit_rows({row.unit for row in found})}


def _with_own_it(landscape: Landscape, units: Iterable[UnitRow]) -> Landscape:
    private = {one.organisation_key for one in units if one.organisation_kind in OWN_IT}
    return replace(landscape, own_it=landscape.own_it | private)


def _fact(row: Report, unit: UnitRow, right: bool | None) -> observed.Report:
    return observed.Report(
        user=str(row.user) if row.user else f"{row.unit} {row.device}",
        device=row.device,
        kind=observed.Kind(row.kind),
        at=row.made_at,
        unit=str(row.unit),
        employer=unit.organisation_key,
        home=str(row.home) if row.home else None,
        system=row.system or None,
        right=right,
        other_device_works=row.other_device_works,
    )
