"""Whom a licensed professional must hear of within a day, should the intervention not be carried out."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from beredd.care.queries.due import first_due
from beredd.care.queries.patients import PatientRow, row_of, visible
from beredd.care.queries.prescriptions import VersionRow, prescriptions_of
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.care.rules.prescription import Content
from beredd.clock import local_day
from beredd.people.rules.access import Access

SOON = 1  # days
AHEAD = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class SoonRow:
    """`due_at`: the first of the patient's occurrences within two days; None when nothing is planned so soon."""

    patient: PatientRow
    version: VersionRow
    due_at: datetime | None


def contact_soon(access: Access, *, units: Collection[UUID] | None, at: datetime) -> list[SoonRow]:
    """A row for each prescription in force, by patient's name; `units` None: all that one sees."""
    rows = visible(access) if units is None else visible(access).filter(unit__in=units)
    patients = {row.id: row_of(row) for row in rows}
    found = [
        (patients[id], version)
        for id, those in prescriptions_of(access, patients).items()
        for version in (one.in_force(at) for one in those)
        if _soon(version.content, at)
    ]
    due = first_due([patient.id for patient, _ in found], since=at, until=at + AHEAD)
    listed = [SoonRow(patient, version, due.get(patient.id)) for patient, version in found]
    return sorted(listed, key=lambda one: (one.patient.unit_name, one.patient.name, one.version.number))


def _soon(content: Content, at: datetime) -> bool:
    day = local_day(at)
    holds = content.starts_on <= day + timedelta(days=SOON) and (content.ends_on is None or day <= content.ends_on)
    within = content.contact_within_days
    asks = content.if_not_performed is NotPerformedRule.CONTACT and within is not None and within <= SOON
    return holds and asks
