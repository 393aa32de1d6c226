"""Who has decided that a patient must have paper, or no longer, and for which reason."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beredd.paper.models import PaperDecision
from beredd.paper.rules.need import Reason
from beredd.people.queries import names


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """`holds`: False when it has been taken back."""

    reason: Reason
    holds: bool
    said_by_name: str
    said_at: datetime


def said_of(patients: Collection[UUID]) -> dict[UUID, frozenset[Reason]]:
    """The reasons that somebody has said and not taken back. Scope is the caller's."""
    decided = paper_decisions(patients)
    return {id: frozenset(one.reason for one in decided.get(id, ()) if one.holds) for id in patients}


def paper_decisions(patients: Collection[UUID]) -> dict[UUID, list[DecisionRow]]:
    """The newest for each reason that has ever been said of them. Scope is the caller's."""
    rows = PaperDecision.objects.filter(patient__in=list(patients)).order_by("said_at", "id")
    newest = {(row.patient, row.reason): row for row in rows}
    who = names({row.said_by for row in newest.values()})
    found: defaultdict[UUID, list[DecisionRow]] = defaultdict(list)
    for row in newest.values():
        found[row.patient].append(DecisionRow(Reason(row.reason), row.holds, who.get(row.said_by, ""), row.said_at))
    return found


def decided_for(reasons: Collection[Reason]) -> frozenset[UUID]:
    """The patients of whom one of these has ever been said. Scope is the caller's."""
    rows = PaperDecision.objects.filter(reason__in=[one.value for one in reasons])
    return frozenset(rows.values_list("patient", flat=True))
