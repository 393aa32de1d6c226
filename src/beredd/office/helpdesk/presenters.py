"""A user as the helpdesk sees them: what the launch needs, where they work, what they carry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from beredd.disruption.queries import AnswerRow, Lookup
from beredd.disruption.rules.authorisation import NEEDS, Looked, Need, lacking
from beredd.i18n.mark import N_
from beredd.office.desk import Desk
from beredd.office.people import presenters as staff
from beredd.office.words import times
from beredd.office.words.states import Look
from beredd.people import queries as people
from beredd.people.queries import DelegationRow, DeviceRow
from beredd.people.queries.directory import UserRow, Worked

MET: dict[bool | None, Look] = {
    True: Look(N_("In place"), "circle-check", "success"),
    False: Look(N_("Is missing"), "circle-x", "danger"),
    None: Look(N_("Look there"), "search", "neutral"),
}
RIGHT: dict[bool, Look] = {
    True: Look(N_("Is authorised"), "circle-check", "success"),
    False: Look(N_("Is not authorised"), "circle-x", "danger"),
}
SILENT_AFTER = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Found:
    user: UserRow
    units: str


@dataclass(frozen=True, slots=True)
class NeedLine:
    """`hint`: what to do when it is missing. `ticked`: stands among the reasons."""

    code: str
    title: str
    hint: str
    look: Look
    ticked: bool


@dataclass(frozen=True, slots=True)
class WorkLine:
    unit: str
    role: str
    period: str
    over: bool


@dataclass(frozen=True, slots=True)
class Answered:
    row: AnswerRow
    look: Look
    why: str


def found(rows: Iterable[UserRow], works: Mapping[UUID, Sequence[Worked]], *, day: date) -> list[Found]:
    """By name, each with where they work today."""
    now = {row.id: [one for one in works.get(row.id, []) if one.holds(day)] for row in rows}
    names = _unit_names(one for those in now.values() for one in those)
    return [Found(row, ", ".join(dict.fromkeys(names[one.unit] for one in now[row.id]))) for row in rows]


def advice(lookup: Lookup) -> str:
    """What the helpdesk may answer, as far as it can be seen here."""
    if lacking(lookup.looked):
        return _("Something is missing here already. See to it, or answer that the user is not authorised.")
    return _("Here everything is in place. Look in Appva MCSS and ExorLive, then answer.")


def needs(lookup: Lookup, *, ticked: Sequence[str] | None) -> list[NeedLine]:
    """`ticked`: as the form came back; at first what is known to be missing."""
    chosen = [need.value for need in lacking(lookup.looked)] if ticked is None else ticked
    return [_need(one, one.need in chosen) for one in lookup.looked]


def works(rows: Iterable[Worked], *, day: date) -> list[WorkLine]:
    """The latest first."""
    known = sorted(rows, key=lambda one: (one.ends_on or date.max, one.starts_on), reverse=True)
    names = _unit_names(known)
    return [
        WorkLine(
            unit=names[one.unit],
            role=staff.role_title(one.role),
            period=times.period(one.starts_on, one.ends_on),
            over=one.ends_on is not None and one.ends_on < day,
        )
        for one in known
    ]


def delegation(row: DelegationRow, desk: Desk) -> staff.Delegation:
    return staff.delegation(row, today=desk.at.date(), may_withdraw=False)


def device(row: DeviceRow, desk: Desk) -> staff.Device:
    return staff.device(row, held={}, silent_before=(desk.at - SILENT_AFTER).date())


def answers(lookup: Lookup) -> list[Answered]:
    return [Answered(row, RIGHT[row.right], reasons(row)) for row in lookup.answers]


def reasons(row: AnswerRow) -> str:
    """As the performer reads it."""
    said = [_(NEEDS[need].said) for need in row.lacking]
    return ", ".join([*said, row.note] if row.note else said)


def _need(one: Looked, ticked: bool) -> NeedLine:
    facts = NEEDS[one.need]
    hint = "" if one.met else _(facts.lacking) if one.met is False else _where(one.need)
    return NeedLine(one.need.value, _(facts.title), hint, MET[one.met], ticked)


def _where(need: Need) -> str:
    return _("Look in Appva MCSS.") if need is Need.APPVA else _("Look in ExorLive's administration.")


def _unit_names(works: Iterable[Worked]) -> dict[UUID, str]:
    return {unit.id: unit.name for unit in people.unit_rows({one.unit for one in works})}
