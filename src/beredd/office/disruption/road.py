"""The states of an incident as a road: where it has been, where it stands, where it may go."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from beredd.disruption.queries import IncidentRow
from beredd.disruption.rules.incident import PATHS, Move, State
from beredd.i18n.mark import N_
from beredd.office.words.disruptions import STATES

STRAIGHT = (State.SUSPECTED, State.CONFIRMED, State.LONG, State.RECOVERING, State.CLOSED)
SHORT = {  # on the road, a word or two
    State.SUSPECTED: N_("Suspected"),
    State.CONFIRMED: N_("Confirmed"),
    State.DEGRADED: N_("Slow or unsteady"),
    State.LONG: N_("Long: paper"),
    State.RECOVERING: N_("Works again"),
    State.CLOSED: N_("Closed"),
    State.DISMISSED: N_("Dismissed"),
}


@dataclass(frozen=True, slots=True)
class Stop:
    """`place`: been, here, ahead."""

    word: str
    place: str
    at: datetime | None
    icon: str


def road(row: IncidentRow) -> list[Stop]:
    """A dismissed one ends at once; slow or unsteady stands where confirmed does; what was passed by is left out."""
    reached = {State.SUSPECTED: row.opened_at}
    for one in row.timeline:
        if one.what in set(Move):
            reached[PATHS[Move(one.what)].target] = one.at
    stops = _stops(row.state, reached.keys())
    here = stops.index(row.state)
    return [_stop(state, number, here, reached.get(state)) for number, state in enumerate(stops)]


def _stops(state: State, reached: Collection[State]) -> Sequence[State]:
    if state is State.DISMISSED:
        return (State.SUSPECTED, State.DISMISSED)
    middle = State.DEGRADED if state is State.DEGRADED else State.CONFIRMED
    stops = [middle if one is State.CONFIRMED else one for one in STRAIGHT]
    over = state in (State.RECOVERING, State.CLOSED)
    return [one for one in stops if not (over and one is State.LONG and one not in reached)]


def _stop(state: State, number: int, here: int, at: datetime | None) -> Stop:
    place = "here" if number == here else "been" if number < here else "ahead"
    return Stop(gettext(SHORT[state]), place, at if number <= here else None, STATES[state].icon)
