"""What is seen from each place just now. It names systems and computers, no people."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from beredd.disruption.models import Observation, Station
from beredd.disruption.plan import plan
from beredd.disruption.rules.landscape import INTERNET, LINK
from beredd.disruption.rules.observed import Fault, Link, Place, Result, Vantage
from beredd.disruption.rules.observed import Observation as Fact
from beredd.disruption.rules.opinion import WINDOW
from beredd.disruption.rules.silence import Heard, silences
from beredd.people.queries import unit_rows
from beredd.people.queries.directory import UnitRow

Units = Mapping[UUID | None, UnitRow]


def facts(*, at: datetime) -> list[Fact]:
    """What is recent enough to say something, the silence of stations that are always on among it."""
    rows = list(Observation.objects.filter(at__gt=at - WINDOW, at__lte=at))
    stations = list(Station.objects.filter(withdrawn_at=None))
    units = _units({row.unit for row in rows if row.unit} | {one.unit for one in stations})
    seen = [_fact(row, units) for row in rows]
    return seen + silences(
        [
            Heard(_vantage(one, units), one.heard_at)
            for one in stations
            if one.always_on and not one.resting and one.heard_at
        ],
        every=plan().every,
        listening_since=_listening_since(seen, plan().every, at),
        now=at,
    )


def vantage_of(station: Station) -> Vantage:
    return _vantage(station, _units([station.unit]))


def _units(ids: Iterable[UUID]) -> Units:
    return {one.id: one for one in unit_rows(set(ids))}


def _fact(row: Observation, units: Units) -> Fact:
    unit, employer = _of(row.unit, units)
    vantage = Vantage(row.vantage, Place(row.place), Link(row.link), unit, employer)
    return Fact(vantage, row.target, Result(row.result), row.at, Fault(row.fault) if row.fault else None)


def _vantage(row: Station, units: Units) -> Vantage:
    return Vantage(str(row.id), Place.STATION, Link(row.link), *_of(row.unit, units))


def _of(unit: UUID | None, units: Units) -> tuple[str | None, str | None]:
    known = units.get(unit)
    return (str(unit) if unit else None, known.organisation_key if known else None)


def _listening_since(seen: Sequence[Fact], every: timedelta, at: datetime) -> datetime | None:
    """Since when the server has looked around without a break; None when it does not, or cannot reach out itself."""
    own = [one for one in seen if one.vantage.place is Place.SERVER]
    latest = {one.target: one.result for one in sorted(own, key=lambda one: one.at)}
    if latest.get(LINK) is not Result.WORKS or latest.get(INTERNET) is Result.FAILS:
        return None
    rounds = sorted({one.at for one in own if one.target == LINK}, reverse=True)
    if at - rounds[0] > 2 * every:
        return None
    breaks = (later for later, earlier in pairwise(rounds) if later - earlier > 2 * every)
    return next(breaks, rounds[-1])
