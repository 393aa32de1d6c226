"""Prescriptions as facts for the rules: loaded in bulk, no access rule (the caller has judged or is the system)."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from beredd.care.models import Pause
from beredd.care.rules import occurrences as rule
from beredd.care.rules.schedule import Schedule, schedule_from_json
from beredd.database.plain import instant, select, uuid


@dataclass(frozen=True, slots=True)
class VersionFacts:
    plan: rule.Version
    intervention: str
    basis: str
    task: str
    if_not_performed: str
    contact_within_days: int | None


@dataclass(frozen=True, slots=True)
class PrescriptionFacts:
    """`versions` by number; `unit` performs, `rehab_unit` prescribes."""

    id: UUID
    patient: UUID
    unit: UUID
    rehab_unit: UUID
    versions: tuple[VersionFacts, ...]

    @property
    def plans(self) -> list[rule.Version]:
        return [version.plan for version in self.versions]

    def version(self, number: int) -> VersionFacts | None:
        return next((one for one in self.versions if one.plan.number == number), None)


def prescription_facts(
    ids: Iterable[UUID] | None = None, *, patients: Iterable[UUID] | None = None
) -> dict[UUID, PrescriptionFacts]:
    """The known ones among `ids`, or all of `patients`: one statement however many."""
    rows = select(_BY_ID, ids=ids) if ids is not None else select(_BY_PATIENT, ids=patients or ())
    versions: defaultdict[tuple[object, ...], list[VersionFacts]] = defaultdict(list)
    for row in rows:
        versions[row[0], row[1], row[2], row[3]].append(_version(*row[4:]))
    found: dict[UUID, PrescriptionFacts] = {}
    for one, of_one in versions.items():
        id, patient, unit, rehab_unit = map(uuid, one)
        found[id] = PrescriptionFacts(id, patient, unit, rehab_unit, tuple(of_one))
    return found


def pause_facts(patients: Iterable[UUID]) -> dict[UUID, list[rule.Pause]]:
    """Each patient's pauses by beginning."""
    found: defaultdict[UUID, list[rule.Pause]] = defaultdict(list)
    rows = Pause.objects.filter(patient__in=list(patients)).order_by("starts_at", "id")
    for patient, starts_at, ends_at, reason in rows.values_list("patient_id", "starts_at", "ends_at", "reason"):
        found[patient].append(rule.Pause(starts_at, ends_at, reason))
    return found


_VERSIONS = """
    SELECT prescription.id, prescription.patient_id, patient.unit_id, patient.rehab_unit_id,
           version.number, version.effective_at, version.starts_on, version.ends_on, CAST(version.schedule AS text),
           version.intervention, version.basis, version.task, version.if_not_performed, version.contact_within_days
    FROM care_prescriptionversion version
    JOIN care_prescription prescription ON prescription.id = version.prescription_id
    JOIN care_patient patient ON patient.id = prescription.patient_id
"""
_BY_ID = _VERSIONS + "WHERE prescription.id IN ({ids}) ORDER BY prescription.id, version.number"
_BY_PATIENT = _VERSIONS + "WHERE patient.id IN ({ids}) ORDER BY prescription.id, version.number"


def _version(
    number: int, effective_at: datetime, starts_on: date, ends_on: date | None, schedule: str, *said: Any
) -> VersionFacts:
    plan = rule.Version(number, instant(effective_at), starts_on, ends_on, _schedule(schedule))
    return VersionFacts(plan, *said)


@lru_cache(maxsize=4096)
def _schedule(text: str) -> Schedule:
    """A municipality has thousands of prescriptions and a few hundred schedules: each text is read once."""
    return schedule_from_json(json.loads(text))
