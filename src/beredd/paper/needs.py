"""Who among these patients must have paper, and why."""

from collections.abc import Sequence
from datetime import datetime

from beredd.paper.facts import PatientFacts
from beredd.paper.queries import said_of
from beredd.paper.rules.need import Need, Person, needs
from beredd.paper.rules.span import Span


def paper_needs(facts: Sequence[PatientFacts], *, span: Span, at: datetime, long_outage: bool) -> list[Need]:
    """For each of these patients: why they must have paper, or why they get none. Scope is the caller's."""
    said = said_of([one.patient.id for one in facts])
    return needs(
        [
            Person(
                patient=one.patient.id,
                prescribed=bool(in_force := one.in_force(span, at)),
                contact_within=min(
                    (days for _, v in in_force if (days := v.content.contact_within_days) is not None), default=None
                ),
                said=said.get(one.patient.id, frozenset()),
            )
            for one in facts
        ],
        long_outage=long_outage,
    )
