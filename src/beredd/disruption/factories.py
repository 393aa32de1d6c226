"""An incident for tests, brought to where a test begins."""

from datetime import datetime
from uuid import UUID

from beredd.disruption import actions
from beredd.disruption.rules.incident import Move
from beredd.disruption.rules.landscape import Layer
from beredd.people.factories import MONDAY, Town


def incident(town: Town, *moves: Move, units: set[UUID] | None = None, at: datetime = MONDAY) -> UUID:
    """About ExorLive, in the north unless said; moved on by Maria, who is medically responsible."""
    maria = town.access(town.mas)
    places = {town.north} if units is None else units
    id = actions.raise_incident(
        system="exorlive", layer=Layer.SYSTEM, units=places, ground="Svarar inte", by=maria, at=at
    )
    for move in moves:
        actions.move_incident(incident=id, move=move, ground="Vi har sett det", by=maria, at=at)
    return id
