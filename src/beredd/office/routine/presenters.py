"""Routines and versions as the pages show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.clock import local_day
from beredd.i18n.mark import N_
from beredd.office.desk import Desk
from beredd.office.routine.forms import MoveForm
from beredd.office.words.routines import ASKS, AUDIENCES, MOVES, PHASES, STANDINGS, days_left, version_line
from beredd.office.words.states import Look
from beredd.office.words.times import plain_day
from beredd.people.rules.roles import Permission
from beredd.routine.queries import ReaderRow, RoutineRow, ToRead, VersionRow, revision_of
from beredd.routine.rules.known import Standing
from beredd.routine.rules.states import PATHS, Move, Phase, possible

NOTHING = Look(N_("Not in force"), "ban", "neutral")
FOLDED = (Move.SEND_BACK, Move.WITHDRAW, Move.DISCARD)  # what takes something back is one click further away


@dataclass(frozen=True, slots=True)
class Happened:
    word: str
    at: datetime
    by: str
    more: str


@dataclass(frozen=True, slots=True)
class Next:
    """One thing that this user can do with the version now."""

    move: Move
    word: str
    meaning: str
    form: MoveForm
    folded: bool


@dataclass(frozen=True, slots=True)
class Link:
    word: str
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    """One routine in the list, with what waits there."""

    title: str
    url: str
    line: str
    look: Look
    notes: Sequence[str]
    links: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Note:
    text: str
    color: str


@dataclass(frozen=True, slots=True)
class Mine:
    """One routine that I must know."""

    title: str
    url: str
    line: str
    look: Look
    more: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class Version:
    number: int
    line: str
    look: Look
    url: str
    compare: Link | None


@dataclass(frozen=True, slots=True)
class Reader:
    user: UUID
    name: str
    audience: str
    look: Look
    more: str
    reminded_at: datetime | None
    can_remind: bool


@dataclass(frozen=True, slots=True)
class UnitOfReaders:
    name: str
    known: int
    total: int
    readers: Sequence[Reader]


def card(row: RoutineRow, desk: Desk) -> Card:
    """What is in force, what is coming and what is being written."""
    notes = []
    if row.coming and row.coming.from_day:
        told = {"number": row.coming.number, "day": plain_day(row.coming.from_day)}
        notes.append(_("Version %(number)s comes into force on %(day)s.") % told)
    if row.open:
        told = {"number": row.open.number, "status": PHASES[row.open.phase].word.lower()}
        notes.append(_("Version %(number)s is being worked on: %(status)s.") % told)
    links = [Link(_("Read"), reverse("office:routine", args=[row.slug]))]
    if row.open:
        links.append(
            Link(_("Version being worked on"), reverse("office:routine-version", args=[row.slug, row.open.number]))
        )
    if desk.may(Permission.FOLLOW_KNOWN):
        links.append(Link(_("Who has read it?"), reverse("office:routine-readers", args=[row.slug])))
    return Card(
        title=row.title,
        url=reverse("office:routine", args=[row.slug]),
        line=version_line(row.in_force) if row.in_force else "",
        look=PHASES[Phase.IN_FORCE] if row.in_force else NOTHING,
        notes=notes,
        links=links,
    )


def revision_note(row: RoutineRow, desk: Desk) -> Note | None:
    """When it is to be revised, for those who write it."""
    due = revision_of(row, at=desk.at)
    if due is None or not desk.may(Permission.WRITE_ROUTINE):
        return None
    text = _("To be revised by %(day)s.") % {"day": plain_day(due.due_on)}
    return Note(text, "warning" if due.soon else "info")


def mine(row: ToRead, *, now: datetime) -> Mine:
    known = row.standing is Standing.KNOWN
    if row.confirmed_at is not None:
        more = _("You confirmed it on %(day)s.") % {"day": plain_day(local_day(row.confirmed_at))}
    else:
        left = days_left((row.by - local_day(now)).days)
        more = _("Read it by %(day)s: %(left)s.") % {"day": plain_day(row.by), "left": left}
    return Mine(
        title=row.version.title,
        url=reverse("office:routine-read", args=[row.version.slug]),
        line=version_line(row.version),
        look=STANDINGS[row.standing] if not known else Look(N_("Confirmed"), "circle-check", "success"),
        more=more,
        is_known=known,
    )


def look(row: VersionRow) -> Look:
    return PHASES[row.phase]


def versions(routine: RoutineRow) -> list[Version]:
    """Newest first, each with the comparison to the one before it."""
    return [
        Version(
            number=row.number,
            line=version_line(row),
            look=PHASES[row.phase],
            url=reverse("office:routine-version", args=[routine.slug, row.number]),
            compare=compared_with(routine, row),
        )
        for row in routine.versions
    ]


def compared_with(routine: RoutineRow, row: VersionRow) -> Link | None:
    """The comparison with the newest earlier version that was ever decided."""
    earlier = [one for one in routine.versions if one.number < row.number and one.phase is not Phase.DISCARDED]
    if not earlier:
        return None
    url = reverse("office:routine-compare", args=[routine.slug, earlier[0].number, row.number])
    return Link(_("Compare with version %(number)s") % {"number": earlier[0].number}, url)


def history(row: VersionRow) -> list[Happened]:
    """Oldest first, from the making of it."""
    system = _("Beredd, at installation")
    made = Happened(_("Begun"), row.made_at, row.made_by_name or system, "")
    return [
        made,
        *(
            Happened(_(MOVES[one.move]), one.at, one.by_name or system, _more(one.ground, one.from_day))
            for one in row.moves
        ),
    ]


def next_moves(row: VersionRow, desk: Desk, bad: tuple[Move, MoveForm] | None) -> list[Next]:
    """What this user may do with it in its state; a form that was refused comes back as it was."""
    return [
        Next(
            move=move,
            word=_(ASKS[move][0]),
            meaning=_(ASKS[move][1]),
            form=bad[1] if bad and bad[0] is move else MoveForm(move=move, prefix=move, today=desk.at),
            folded=move in FOLDED,
        )
        for move in possible(row.state)
        if desk.may(PATHS[move].permission)
    ]


def readers(rows: Iterable[ReaderRow], *, today: datetime) -> list[UnitOfReaders]:
    """By unit; those who have not read it first, the longest overdue at the top."""
    ordered = sorted(
        rows, key=lambda row: (row.unit_name, str(row.unit), row.standing is Standing.KNOWN, row.by, row.name)
    )
    units = []
    for (name, _id), group in groupby(ordered, key=lambda row: (row.unit_name, row.unit)):
        drawn = [_reader(row, today) for row in group]
        units.append(UnitOfReaders(name, sum(not one.can_remind for one in drawn), len(drawn), drawn))
    return units


def _reader(row: ReaderRow, now: datetime) -> Reader:
    known = row.standing is Standing.KNOWN
    return Reader(
        user=row.user,
        name=row.name,
        audience=_(AUDIENCES[row.audience]),
        look=STANDINGS[row.standing],
        more="" if known else days_left((row.by - local_day(now)).days),
        reminded_at=row.reminded_at,
        can_remind=not known,
    )


def _more(ground: str, from_day: date | None) -> str:
    if from_day is not None:
        return _("From %(day)s.") % {"day": plain_day(from_day)}
    return f"”{ground}”" if ground else ""
