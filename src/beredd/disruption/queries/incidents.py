"""Incidents as they stand, and all that has happened to them. No patient is in them: all who work there may look."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from beredd.disruption.models import Incident, IncidentMove, PaperBegun
from beredd.disruption.reach import places, reaches, works_in
from beredd.disruption.rules.incident import OPEN, PATHS, Move, State, after, possible
from beredd.disruption.rules.limits import Step
from beredd.disruption.rules.paper_master import Period, is_master
from beredd.people.models import User
from beredd.people.rules.access import SYSTEM, Access, is_everywhere
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the timeline. `what`: suspected, a move, told, lead_taken, lead_handed_over, paper_begun, paper_ended.
    `by`: None is the system."""

    at: datetime
    what: str
    by: UUID | None
    by_name: str
    text: str
    unit: UUID | None = None
    about: datetime | None = None  # from when, until when, or when the next word comes


@dataclass(frozen=True, slots=True)
class Lead:
    user: UUID
    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class PaperRow:
    id: UUID
    unit: UUID
    system: str
    period: Period


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """`units`: None when it concerns everybody. `moves`: what this person may do next; `may_tell`: give word of it,
    or lead. `leads`: all who have led, the latest last; none at first."""

    id: UUID
    system: str
    layer: str
    units: frozenset[UUID] | None
    state: State
    since: datetime
    opened_at: datetime
    timeline: tuple[Happening, ...]
    papers: tuple[PaperRow, ...]
    moves: tuple[Move, ...]
    may_tell: bool
    leads: tuple[Lead, ...]

    @property
    def leader(self) -> Lead | None:
        return self.leads[-1] if self.leads and self.state in OPEN else None

    @property
    def last_word(self) -> Happening | None:
        return next((one for one in reversed(self.timeline) if one.what == "told"), None)


def steps_of(row: IncidentRow) -> list[Step]:
    """Its moves, as time limits count them."""
    return [Step(Move(one.what), one.at) for one in row.timeline if one.what in set(Move)]


def incidents(access: Access, *, open_only: bool) -> list[IncidentRow]:
    """Those that concern everybody, or a unit where one works; the newest first."""
    rows = [_row(access, one) for one in _visible(access)]
    return [one for one in rows if one.state in OPEN or not open_only]


def open_count(access: Access) -> int:
    """How many go on now; asked on every page."""
    over = IncidentMove.objects.filter(move__in=[move for move, path in PATHS.items() if path.target not in OPEN])
    return _seen(access).exclude(id__in=over.values("incident")).count()


def incident(access: Access, id: UUID) -> IncidentRow | None:
    """None: there is none, or not for this person."""
    row = _visible(access).filter(id=id).first()
    return _row(access, row) if row else None


def paper_is_master(access: Access, *, unit: UUID, system: str, at: datetime) -> bool:
    """False, too, for those who do not work there: they have nothing to sign."""
    if not (_sees_all(access) or works_in(access, unit)):
        return False
    rows = PaperBegun.objects.filter(unit=unit, system=system).values_list("begins_at", "ended__ends_at")
    return is_master((Period(begins, ends) for begins, ends in rows), at)


def _sees_all(access: Access) -> bool:
    return access is SYSTEM or is_everywhere(access, Permission.HANDLE_DISRUPTIONS)


def _visible(access: Access) -> QuerySet[Incident]:
    rows = _seen(access).order_by("-opened_at", "-id").select_related("opened_by")
    return rows.prefetch_related(
        "units", "moves__by", "words__by", "leads__by", "leads__leader", "papers__by", "papers__ended__by"
    )


def _seen(access: Access) -> QuerySet[Incident]:
    rows = Incident.objects.all()
    if not _sees_all(access):
        theirs = places(access)
        concern = Q(everywhere=True) if theirs else Q(pk__in=[])
        rows = rows.filter(concern | Q(id__in=Incident.objects.filter(units__unit__in=theirs).values("id")))
    return rows


def _row(access: Access, row: Incident) -> IncidentRow:
    moves = list(row.moves.all())
    units = None if row.everywhere else frozenset(one.unit for one in row.units.all())
    state = after(Move(one.move) for one in moves)
    return IncidentRow(
        id=row.id,
        system=row.system,
        layer=row.layer,
        units=units,
        state=state,
        since=moves[-1].at if moves else row.opened_at,
        opened_at=row.opened_at,
        timeline=tuple(sorted(_timeline(row), key=lambda one: one.at)),
        papers=tuple(_papers(row)),
        moves=tuple(move for move in possible(state) if reaches(access, PATHS[move].permission, units)),
        may_tell=state in OPEN and reaches(access, Permission.HANDLE_DISRUPTIONS, units),
        leads=tuple(Lead(one.leader_id, one.leader.name, one.at) for one in row.leads.all()),
    )


def _papers(row: Incident) -> Iterable[PaperRow]:
    for one in row.papers.all():
        ended = getattr(one, "ended", None)
        yield PaperRow(one.id, one.unit, one.system, Period(one.begins_at, ended.ends_at if ended else None))


def _timeline(row: Incident) -> Iterable[Happening]:
    yield _happening(row.opened_at, "suspected", row.opened_by, row.ground)
    for move in row.moves.all():
        yield _happening(move.at, move.move, move.by, move.ground)
    for word in row.words.all():
        yield _happening(word.at, "told", word.by, word.text, about=word.next_at)
    for lead in row.leads.all():
        taken = lead.leader_id == lead.by_id
        yield _happening(
            lead.at, "lead_taken" if taken else "lead_handed_over", lead.by, "" if taken else lead.leader.name
        )
    for paper in row.papers.all():
        yield _happening(paper.at, "paper_begun", paper.by, paper.ground, unit=paper.unit, about=paper.begins_at)
        ended = getattr(paper, "ended", None)
        if ended:
            yield _happening(ended.at, "paper_ended", ended.by, ended.ground, unit=paper.unit, about=ended.ends_at)


def _happening(
    at: datetime,
    what: str,
    by: User | None,
    text: str,
    *,
    unit: UUID | None = None,
    about: datetime | None = None,
) -> Happening:
    return Happening(at, what, by.id if by else None, by.name if by else "", text, unit, about)
