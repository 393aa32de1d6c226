"""What everybody may know, signed in or not: how each system stands. No names of people, no patients."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beredd.disruption.landscape_file import Plan
from beredd.disruption.plan import plan
from beredd.disruption.queries.incidents import IncidentRow, incidents
from beredd.disruption.queries.maintenance import PlannedSoon, planned_soon
from beredd.disruption.rules.incident import State
from beredd.disruption.rules.landscape import LINK, NAMES, Layer
from beredd.disruption.rules.things import Thing, things
from beredd.people.queries import unit_rows
from beredd.people.rules.access import SYSTEM, Access

UNSEEN = (LINK, NAMES)  # shown only when they fail: nobody asks how the lookup of names is today


@dataclass(frozen=True, slots=True)
class OnPaper:
    """Paper is master in a unit, instead of a system, from when; until when if that is decided."""

    unit: UUID
    unit_name: str
    system: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Trouble:
    """`units`: id → name; empty when it concerns everybody. `text`: the latest word, and when the next comes."""

    id: UUID
    layer: Layer
    state: State
    since: datetime
    began: datetime
    units: Mapping[UUID, str]
    text: str
    told_at: datetime | None
    next_at: datetime | None
    papers: tuple[OnPaper, ...]


@dataclass(frozen=True, slots=True)
class SystemStatus:
    """`instead`: the other way to do it, by language; empty when there is none. `planned`: work within a few days."""

    system: str
    title: str
    instead: Mapping[str, str]
    troubles: tuple[Trouble, ...]
    planned: tuple[PlannedSoon, ...]


def status(_access: Access, *, at: datetime) -> list[SystemStatus]:
    """For whoever asks, the same. Every system that the municipality has named, and whatever else is in trouble."""
    here = plan()
    titles = {system: title for system, title in here.landscape.titles.items() if system not in UNSEEN}
    going_on = incidents(SYSTEM, open_only=True)
    planned = planned_soon(at=at)
    told_of = [*(one.system for one in going_on), *(one.system for one in planned)]
    named = {**titles, **{system: here.landscape.title(system) for system in told_of}}
    units = {one.id: one.name for one in unit_rows({unit for row in going_on for unit in _units(row)})}
    return [_system(system, title, here, going_on, planned, units, at) for system, title in named.items()]


def what_can_be_said() -> list[tuple[Thing, str]]:
    """What one may report, with the system's name; a way out into the world has none here."""
    landscape = plan().landscape
    return [(one, landscape.title(one.system) if one.system else "") for one in things(landscape)]


def _system(
    system: str,
    title: str,
    here: Plan,
    going_on: list[IncidentRow],
    planned: list[PlannedSoon],
    units: Mapping[UUID, str],
    at: datetime,
) -> SystemStatus:
    troubles = tuple(_trouble(one, units, at) for one in going_on if one.system == system)
    works = tuple(one for one in planned if one.system == system)
    return SystemStatus(system, title, here.instead.get(system, {}), troubles, works)


def _units(row: IncidentRow) -> set[UUID]:
    return {*(row.units or ()), *(paper.unit for paper in row.papers)}


def _trouble(row: IncidentRow, units: Mapping[UUID, str], at: datetime) -> Trouble:
    word = row.last_word
    named = sorted((units[one], one) for one in row.units or () if one in units)
    return Trouble(
        id=row.id,
        layer=Layer(row.layer),
        state=row.state,
        since=row.since,
        began=row.opened_at,
        units={unit: name for name, unit in named},
        text=word.text if word else "",
        told_at=word.at if word else None,
        next_at=word.about if word else None,
        papers=tuple(
            OnPaper(one.unit, units.get(one.unit, ""), one.system, one.period.begins, one.period.ends)
            for one in row.papers
            if one.period.ends is None or one.period.ends > at
        ),
    )
