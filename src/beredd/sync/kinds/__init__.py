"""The kinds of event that a device may tell of besides signatures: a file each, listed here.

A kind's part writes the ledger's entry of each (`Told.entry`) and its own rows, under the ledger's lock, and says which
it could not follow. Whatever is in an event that could be read, taking it never raises.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from beredd.ledger.actions import Head
from beredd.ledger.told import Held, Told
from beredd.sync.kinds.coverage import STAYS
from beredd.sync.kinds.kind import Kind
from beredd.sync.kinds.observed import OBSERVATIONS
from beredd.sync.kinds.paper import BOXES, SHEETS
from beredd.sync.kinds.report import REPORTS
from beredd.sync.kinds.step_done import STEPS
from beredd.sync.kinds.ticket import TICKETS

_all: tuple[Kind, ...] = (REPORTS, STEPS, SHEETS, BOXES, STAYS, OBSERVATIONS, TICKETS)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _all}


def take_told(told: Sequence[Told[Any]], *, head: Head, at: datetime) -> Mapping[UUID, Sequence[Held]]:
    """Why each was held; nothing for most. Inside the caller's transaction, under the ledger's lock."""
    by_kind: defaultdict[str, list[Told[Any]]] = defaultdict(list)
    for one in told:
        by_kind[one.kind].append(one)
    held: dict[UUID, Sequence[Held]] = {}
    for name, those in by_kind.items():
        held |= KINDS[name].take(those, head=head, at=at)
    return held
