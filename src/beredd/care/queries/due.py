"""What is planned: occurrences with what a list needs to say about them. Three statements for a whole unit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beredd.care.models import Patient
from beredd.care.queries.facts import PrescriptionFacts, VersionFacts, pause_facts, prescription_facts
from beredd.care.queries.patients import PatientRow, row_of, visible
from beredd.care.rules.occurrences import Occurrence, occurrences
from beredd.clock import SWEDEN
from beredd.people.rules.access import Access


@dataclass(frozen=True, slots=True)
class Planned:
    """An occurrence, whose it is, and the version that plans it."""

    occurrence: Occurrence
    patient: PatientRow
    prescription: PrescriptionFacts
    version: VersionFacts


def due(access: Access, *, unit: UUID, since: datetime, until: datetime) -> list[Planned]:
    """A care unit's or rehab unit's occurrences whose window meets [since, until), by due time and patient's name."""
    rows = visible(access)
    return _planned(list(rows.filter(unit=unit) | rows.filter(rehab_unit=unit)), since=since, until=until)


def due_of_patient(access: Access, *, patient: UUID, since: datetime, until: datetime) -> list[Planned]:
    """One patient's."""
    return _planned(list(visible(access).filter(id=patient)), since=since, until=until)


def first_due(patients: Sequence[UUID], *, since: datetime, until: datetime) -> dict[UUID, datetime]:
    """For each patient with anything in the span: when the first of it is due. Scope is the caller's."""
    found: dict[UUID, datetime] = {}
    for facts in prescription_facts(patients=patients).values():
        for one in occurrences(facts.id, facts.plans, (), since=since, until=until, zone=SWEDEN)[:1]:
            found[facts.patient] = min(one.due_at, found.get(facts.patient, one.due_at))
    return found


def _planned(rows: Collection[Patient], *, since: datetime, until: datetime) -> list[Planned]:
    patients = {row.id: row_of(row) for row in rows}
    pauses = pause_facts(patients)
    found = [
        Planned(occurrence, patients[facts.patient], facts, version)
        for facts in prescription_facts(patients=patients).values()
        for occurrence in occurrences(
            facts.id, facts.plans, pauses.get(facts.patient, ()), since=since, until=until, zone=SWEDEN
        )
        if (version := facts.version(occurrence.version))
    ]
    return sorted(found, key=lambda one: (one.occurrence.due_at, one.patient.name, one.occurrence.slot))
