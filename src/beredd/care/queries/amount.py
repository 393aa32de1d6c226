"""How much care is planned in a span of time: numbers of occurrences, nobody's name."""

from collections.abc import Sequence
from datetime import datetime

from beredd.care.models import Patient
from beredd.care.queries.facts import pause_facts, prescription_facts
from beredd.care.rules.occurrences import Occurrence, occurrences
from beredd.clock import SWEDEN

Span = tuple[datetime, datetime]


def amounts(spans: Sequence[Span]) -> list[int]:
    """For each span, how many occurrences may be signed in it, in all units; those of no certain day are left out."""
    if not spans:
        return []
    patients = list(Patient.objects.values_list("id", flat=True))
    facts, pauses = prescription_facts(patients=patients).values(), pause_facts(patients)
    return [
        sum(
            _is_of_a_day(found) and found.paused is None
            for one in facts
            for found in occurrences(
                one.id, one.plans, pauses.get(one.patient, ()), since=since, until=until, zone=SWEDEN
            )
        )
        for since, until in spans
    ]


def _is_of_a_day(one: Occurrence) -> bool:
    """Three times a week can be done on another day."""
    return "W" not in one.slot
