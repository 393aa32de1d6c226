"""When something wider than a home was out, so that phones lost contact wherever they were."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from beredd.disruption.models import Incident, Maintenance
from beredd.disruption.rules.coverage import Span
from beredd.disruption.rules.incident import ONGOING, Move, State, after
from beredd.disruption.rules.landscape import INTERNET, NAMES, Layer

WIDER = (Layer.MOBILE_NETWORK, Layer.INTERNET, Layer.NAMES, Layer.MANY)
OURSELVES = "beredd"  # what content/probes calls this service
UNNOTICED = timedelta(minutes=30)  # it had been going on for so long, at most, before somebody raised it


def outages(units: Sequence[UUID]) -> dict[UUID, list[Span]]:
    """By unit: disruptions and planned work. What was dismissed, or is only suspected so far, explains nothing."""
    works = Maintenance.objects.filter(system__in=(OURSELVES, INTERNET, NAMES), withdrawn=None)
    planned = [Span(one.starts_at, one.ends_at) for one in works]
    found: dict[UUID, list[Span]] = {unit: list(planned) for unit in units}
    wider = Incident.objects.filter(Q(layer__in=WIDER) | Q(system=OURSELVES))
    for row in wider.prefetch_related("units", "moves"):
        moves = [(Move(one.move), one.at) for one in row.moves.all()]
        state = after(move for move, _at in moves)
        if state in (State.SUSPECTED, State.DISMISSED):
            continue
        over = None if state in ONGOING else max(at for move, at in moves if move is Move.RECOVER)
        concerns = set(units) if row.everywhere else {one.unit for one in row.units.all()}
        for unit in concerns & found.keys():
            found[unit].append(Span(row.opened_at - UNNOTICED, over))
    return found
