"""What people have said, and what is made of it: for those who handle disruptions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from beredd.disruption import queries
from beredd.disruption.plan import plan
from beredd.disruption.queries import ReportRow
from beredd.disruption.rules.observed import Kind
from beredd.disruption.rules.things import Thing
from beredd.disruption.rules.verdict import Verdict, evidence
from beredd.i18n.mark import N_
from beredd.notices.book_file import BookFault
from beredd.office.desk import Desk, at_desk
from beredd.office.disruption.places import crumbs
from beredd.office.disruption.tickets import shown
from beredd.office.page import page
from beredd.office.words import disruptions as words
from beredd.office.words.states import Look
from beredd.office.words.times import moment
from beredd.routine.queries import all_in_force
from beredd.routine.rules.routine import Routine
from beredd.routine.words import said

SAW = {
    "online": N_("network"),
    "last_contact": N_("last contact with the server"),
    "last_sync": N_("data from"),
    "problem": N_("fault"),
    "app": N_("version of the app"),
    "from": N_("reported from"),
    "looked_at": N_("tried by itself"),
}
LOOKED = "look."
VALUES = {
    "yes": N_("there was some"),
    "no": N_("none"),
    "office": N_("the office"),
    "open page": N_("the open page"),
    "works": N_("answered"),
    "slow": N_("answered slowly"),
    "fails": N_("did not answer"),
}


@dataclass(frozen=True, slots=True)
class Meant:
    """What the reports are taken to mean; `wide`: more than one user or device."""

    what: str
    scope: str
    owner: str
    evidence: str
    wide: bool


@dataclass(frozen=True, slots=True)
class Line:
    what: str
    who: str
    unit: str
    made: str
    received: str
    other: str
    saw: Sequence[tuple[str, str]]
    guide: Sequence[str]


@at_desk
def reports(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Those of the last day, and what those of the last hour mean now."""
    rows = queries.recent_reports(desk.access, at=desk.at)
    routines = {one.id: one for one in all_in_force(at=desk.at)}
    context = {
        "meant": [_meant(one) for one in queries.diagnosis(desk.access, at=desk.at)],
        "tickets": _tickets(desk),
        "lines": [_line(one, routines, desk.at) for one in rows],
    }
    return page(request, desk, "disruption/reports.html", context, area="disruption", crumbs=crumbs())


def _tickets(desk: Desk) -> list[tuple[queries.TicketRow, Look | None]]:
    """From phones; none when the file of a support cannot be read, which its own page says."""
    try:
        return shown(queries.loose_tickets(desk.access, at=desk.at))
    except BookFault:
        return []


def _meant(one: Verdict) -> Meant:
    text, params = evidence(one, plan().landscape)
    return Meant(
        what=words.title(one.system, one.layer),
        scope=_(words.SCOPES[one.scope]),
        owner=_(words.OWNERS[one.owner]),
        evidence=_(text) % params,
        wide=one.is_disruption,
    )


def _line(row: ReportRow, routines: Mapping[str, Routine], now: datetime) -> Line:
    late = row.received_at - row.made_at
    return Line(
        what=words.thing(Thing(Kind(row.kind), row.system)),
        who=row.user_name or _("not signed in"),
        unit=row.unit_name,
        made=moment(row.made_at, now=now),
        received=moment(row.received_at, now=now) if late.total_seconds() > 60 else "",
        other=_other(row.other_device_works),
        saw=[(_named(name), _saw(value, now)) for name, value in row.saw.items()],
        guide=_guide(row.guide, routines) if row.guide else (),
    )


def _other(works: bool | None) -> str:
    if works is None:
        return ""
    return _("Works on another device") if works else _("Not on another device either")


def _named(name: str) -> str:
    """What the phone has tried is named as everywhere else, with the part that was tried."""
    if not name.startswith(LOOKED):
        return _(SAW.get(name, name))
    target = name.removeprefix(LOOKED)
    known = plan().landscape.targets.get(target)
    return words.title(known.system, "") + target.removeprefix(known.system).replace(".", " · ") if known else target


def _saw(value: str, now: datetime) -> str:
    try:
        return moment(datetime.fromisoformat(value), now=now)
    except (ValueError, TypeError):
        return _(VALUES[value]) if value in VALUES else value


def _guide(run: Mapping[str, Any], routines: Mapping[str, Routine]) -> list[str]:
    """Question and answer in words; what the routine in force does not know, as it came."""
    routine = routines.get(str(run.get("routine")))
    return [_answer(routine, question, option) for question, option in run.get("answers", {}).items()]


def _answer(routine: Routine | None, question: str, option: str) -> str:
    asked = next((one for one in routine.questions if one.id == question), None) if routine else None
    given = next((one for one in asked.options if one.id == option), None) if asked else None
    return f"{said(asked.text)} {said(given.text)}" if asked and given else f"{question}: {option}"
