"""The day as a page: the verdict, the totals, and the lines by patient, those that need somebody first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.office.words import schedule, states, times
from beredd.signing.queries import DayLine

DONE = ("performed", "partly", "not_performed", "paused")


@dataclass(frozen=True, slots=True)
class Tile:
    """One total; a click shows only its lines, another click shows all."""

    state: str
    look: states.Look
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the strip, in thousandths of the day's occurrences."""

    state: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Mark:
    initials: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    id: UUID
    state: str
    look: states.Look
    time: str
    intervention: str
    initials: Sequence[Mark]
    performed: str
    received: str
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """One patient's lines."""

    patient: UUID
    name: str
    url: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Board:
    verdict: str
    tiles: Sequence[Tile]
    strip: Sequence[Part]
    groups: Sequence[Group]
    filtered: str
    unfiltered: str
    empty: tuple[str, str]


def board(rows: Sequence[DayLine], *, now: datetime, show: str, address: Callable[[str], str]) -> Board:
    """`show` is a state or "" for all; `address` makes the page's own link with another state."""
    show = show if show in states.STATES else ""
    counts = {state: sum(row.state == state for row in rows) for state in states.STATES}
    shown = [row for row in rows if show in ("", row.state)]
    return Board(
        verdict=verdict(counts),
        tiles=[
            Tile(state, look, counts[state], address("" if state == show else state), state == show)
            for state, look in states.STATES.items()
        ],
        strip=_strip(counts),
        groups=groups(shown, now=now),
        filtered=_("Shows only: %(state)s.") % {"state": states.state(show).word.lower()} if show else "",
        unfiltered=address(""),
        empty=_empty(show),
    )


def verdict(counts: dict[str, int]) -> str:
    """The day in a sentence: what needs somebody, or that nothing does."""
    total, done = sum(counts.values()), sum(counts[state] for state in DONE)
    if not total:
        return _("Nothing is planned this day.")
    needing = sum(counts[state] for state in states.NEEDS_SOMEBODY)
    if needing:
        return ngettext("%(n)s occurrence needs somebody.", "%(n)s occurrences need somebody.", needing) % {
            "n": needing
        }
    if done == total:
        return _("The day balances: all %(n)s occurrences are accounted for.") % {"n": total}
    return _("All is well so far: %(done)s of %(n)s occurrences are accounted for.") % {"done": done, "n": total}


def groups(rows: Iterable[DayLine], *, now: datetime) -> list[Group]:
    """Patients with something late or missing first, then by the time of their first line."""
    by_patient: dict[UUID, list[DayLine]] = {}
    for row in rows:
        by_patient.setdefault(row.planned.patient.id, []).append(row)
    for lines in by_patient.values():
        lines.sort(key=_by_time)
    return [
        Group(
            patient=patient,
            name=lines[0].planned.patient.name,
            url=reverse("office:patient", args=[patient]),
            lines=[_line(row, now) for row in lines],
        )
        for patient, lines in sorted(by_patient.items(), key=lambda item: _urgency(item[1]))
    ]


def _by_time(row: DayLine) -> tuple[datetime, str]:
    return row.planned.occurrence.due_by, row.planned.occurrence.slot


def _urgency(lines: Sequence[DayLine]) -> tuple[bool, datetime, str]:
    needs = [row for row in lines if row.state in states.NEEDS_SOMEBODY]
    return not needs, (needs or lines)[0].planned.occurrence.due_by, lines[0].planned.patient.name


def _line(row: DayLine, now: datetime) -> Line:
    return Line(
        id=row.planned.occurrence.id,
        state=row.state,
        look=states.state(row.state),
        time=schedule.slot(row.planned.occurrence.slot),
        intervention=row.planned.version.intervention,
        initials=[Mark(one.initials or "?", one.performer_name) for one in row.signatures],
        performed=_moments([one.performed_at for one in row.signatures], now),
        received=_moments([one.received_at for one in row.signatures], now),
        reason=_reason(row),
    )


def _moments(instants: Sequence[datetime], now: datetime) -> str:
    return ", ".join(times.moment(at, now=now) for at in instants)


def _reason(row: DayLine) -> str:
    notes = [one.note for one in row.signatures if one.note]
    return ". ".join(part for part in (states.reason(row.reason).capitalize(), *notes) if part)


def _strip(counts: dict[str, int]) -> list[Part]:
    total = sum(counts.values())
    parts, x = [], 0
    for state, count in counts.items():
        if count:
            width = round(1000 * count / total)
            parts.append(Part(state, x, width))
            x += width
    return parts


def _empty(show: str) -> tuple[str, str]:
    if show:
        return _("None in this state"), _("Choose another state above, or show all.")
    return _("Nothing is planned this day"), _("Choose another day or another unit.")
