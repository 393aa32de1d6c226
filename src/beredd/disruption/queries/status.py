"""What everybody may know, signed in or not: how each system stands. No names of people, no patients."""

from dataclasses import dataclass
from datetime import datetime

from beredd.disruption.plan import plan
from beredd.disruption.queries.incidents import IncidentRow, incidents
from beredd.disruption.rules.incident import State
from beredd.disruption.rules.landscape import LINK, NAMES
from beredd.people.queries import unit_rows
from beredd.people.rules.access import SYSTEM, Access


@dataclass(frozen=True, slots=True)
class Trouble:
    """`units`: their names; empty when it concerns everybody. `text`: the latest word, and when the next comes."""

    state: State
    since: datetime
    units: tuple[str, ...]
    text: str
    told_at: datetime | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class SystemStatus:
    title: str
    troubles: tuple[Trouble, ...]


def status(_access: Access) -> list[SystemStatus]:
    """For whoever asks, the same. Every system that the municipality has named, and whatever else is in trouble."""
    titles = {system: title for system, title in plan().landscape.titles.items() if system not in (LINK, NAMES)}
    going_on = incidents(SYSTEM, open_only=True)
    named = {**titles, **{one.system: one.system for one in going_on if one.system not in titles}}
    return [
        SystemStatus(title, tuple(_trouble(one) for one in going_on if one.system == system))
        for system, title in named.items()
    ]


def _trouble(row: IncidentRow) -> Trouble:
    word = row.last_word
    return Trouble(
        state=row.state,
        since=row.since,
        units=tuple(unit.name for unit in unit_rows(row.units)) if row.units is not None else (),
        text=word.text if word else "",
        told_at=word.at if word else None,
        next_at=word.about if word else None,
    )
