"""An incident in words: what, for whom, since when, whose, what has been decided and what may be done now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.disruption.plan import plan
from beredd.disruption.queries import Happening, IncidentRow, PaperRow
from beredd.disruption.rules.incident import OPEN, Move
from beredd.disruption.rules.landscape import Layer
from beredd.disruption.rules.whose import owner_of
from beredd.office.disruption.forms import EndPaperForm, MoveForm
from beredd.office.fields import OfficeForm
from beredd.office.words import disruptions as words
from beredd.office.words.states import Look
from beredd.office.words.times import moment
from beredd.people.queries import UnitRow

APART = (Move.RELAPSE, Move.DISMISS)  # what takes something back is one click further away


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads, and what this user may do about it. `seen`: how many have led, as the page shows it."""

    name: str
    since: str
    mine: bool
    may: bool
    seen: int


@dataclass(frozen=True, slots=True)
class Card:
    """One incident in the list."""

    title: str
    url: str
    look: Look
    units: str
    since: str
    opened: str
    word: str
    open: bool
    id: UUID
    lead: Lead


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the timeline; nobody can change it afterwards."""

    word: str
    at: datetime
    by: str
    where: str
    text: str
    when: str


@dataclass(frozen=True, slots=True)
class Next:
    """One thing that this user can do with the incident now."""

    move: Move
    word: str
    meaning: str
    form: MoveForm
    apart: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """From when to when paper is used in a unit; `form` when this user may say until when."""

    id: UUID
    unit: str
    system: str
    begins: datetime
    ends: datetime | None
    now: bool
    form: EndPaperForm | None


def card(row: IncidentRow, units: Mapping[UUID, UnitRow], *, user: UUID, now: datetime) -> Card:
    return Card(
        title=words.title(row.system, row.layer),
        url=reverse("office:disruption", args=[row.id]),
        look=words.STATES[row.state],
        units=where(row, units),
        since=moment(row.since, now=now),
        opened=moment(row.opened_at, now=now),
        word=row.last_word.text if row.last_word else "",
        open=row.state in OPEN,
        id=row.id,
        lead=_lead(row, user, now),
    )


def _lead(row: IncidentRow, user: UUID, now: datetime) -> Lead:
    leader = row.leader
    return Lead(
        name=leader.name if leader else "",
        since=moment(leader.since, now=now) if leader else "",
        mine=leader is not None and leader.user == user,
        may=row.may_tell,
        seen=len(row.leads),
    )


def where(row: IncidentRow, units: Mapping[UUID, UnitRow]) -> str:
    if row.units is None:
        return _("All units")
    return ", ".join(sorted(units[one].name for one in row.units if one in units))


def owner(row: IncidentRow, units: Mapping[UUID, UnitRow]) -> str:
    """Whose it is to mend, as the landscape has it."""
    employers = {units[one].organisation_key for one in row.units or () if one in units}
    employer = employers.pop() if len(employers) == 1 else None
    return _(words.OWNERS[owner_of(row.system, Layer(row.layer), employer, plan().landscape)])


def timeline(row: IncidentRow, units: Mapping[UUID, UnitRow], *, now: datetime) -> list[Line]:
    """The latest first: that is what one comes for."""
    return [_line(one, units, now) for one in reversed(row.timeline)]


def _line(one: Happening, units: Mapping[UUID, UnitRow], now: datetime) -> Line:
    about = moment(one.about, now=now) if one.about else ""
    said = {
        "told": _("Next word at %(at)s."),
        "paper_begun": _("From %(at)s."),
        "paper_ended": _("Until %(at)s."),
    }
    return Line(
        word=_(words.HAPPENED[one.what]),
        at=one.at,
        by=one.by_name or _("Beredd, by itself"),
        where=units[one.unit].name if one.unit and one.unit in units else "",
        text=one.text,
        when=said[one.what] % {"at": about} if about else "",
    )


def next_moves(row: IncidentRow, bad: OfficeForm | None) -> list[Next]:
    """Those that this person may make now; the one that was tried comes back with what was written."""
    return [
        _next(move, bad if isinstance(bad, MoveForm) and bad.prefix == move else MoveForm(move=move, prefix=move))
        for move in row.moves
    ]


def _next(move: Move, form: MoveForm) -> Next:
    word, meaning = words.MOVES[move]
    return Next(move, _(word), _(meaning), form, apart=move in APART)


def papers(
    row: IncidentRow,
    units: Mapping[UUID, UnitRow],
    *,
    decides: Iterable[UUID],
    bad: OfficeForm | None,
    now: datetime,
) -> Sequence[Paper]:
    may = set(decides)
    return [_paper(one, units, bad, now, can_end=one.unit in may and one.period.ends is None) for one in row.papers]


def _paper(
    one: PaperRow, units: Mapping[UUID, UnitRow], bad: OfficeForm | None, now: datetime, *, can_end: bool
) -> Paper:
    form = (
        bad
        if isinstance(bad, EndPaperForm) and bad.prefix == str(one.id)
        else EndPaperForm(prefix=str(one.id), now=now)
    )
    return Paper(
        id=one.id,
        unit=units[one.unit].name if one.unit in units else "",
        system=plan().landscape.title(one.system),
        begins=one.period.begins,
        ends=one.period.ends,
        now=one.period.covers(now),
        form=form if can_end else None,
    )


def move_of(name: str) -> Move | None:
    return next((one for one in Move if one == name), None)
