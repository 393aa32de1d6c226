"""Prescriptions as facts for the rules: loaded in bulk, no access rule (the caller has judged or is the system)."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast

from beredd.care.models import Pause, PrescriptionVersion
from beredd.care.rules import occurrences as rule
from beredd.care.rules.schedule import Schedule, schedule_from_json


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
    rows = PrescriptionVersion.objects.order_by("prescription_id", "number")
    if ids is not None:
        rows = rows.filter(prescription__in=list(ids))
    else:
        rows = rows.filter(prescription__patient__in=list(patients or ()))
    versions: defaultdict[_Prescription, list[VersionFacts]] = defaultdict(list)
    for row in rows.annotate(text=Cast("schedule", TextField())).values_list(*_OF_PRESCRIPTION, *_OF_VERSION, "text"):
        versions[row[:4]].append(_version(*row[4:]))
    return {one[0]: PrescriptionFacts(*one, tuple(found)) for one, found in versions.items()}


def pause_facts(patients: Iterable[UUID]) -> dict[UUID, list[rule.Pause]]:
    """Each patient's pauses by beginning."""
    found: defaultdict[UUID, list[rule.Pause]] = defaultdict(list)
    rows = Pause.objects.filter(patient__in=list(patients)).order_by("starts_at", "id")
    for patient, starts_at, ends_at, reason in rows.values_list("patient_id", "starts_at", "ends_at", "reason"):
        found[patient].append(rule.Pause(starts_at, ends_at, reason))
    return found


_Prescription = tuple[UUID, UUID, UUID, UUID]
_OF_PRESCRIPTION = (
    "prescription_id",
    "prescription__patient_id",
    "prescription__patient__unit_id",
    "prescription__patient__rehab_unit_id",
)
_OF_VERSION = (
    "number",
    "effective_at",
    "starts_on",
    "ends_on",
    "intervention",
    "basis",
    "task",
    "if_not_performed",
    "contact_within_days",
)


def _version(
    number: int,
    effective_at: datetime,
    starts_on: date,
    ends_on: date | None,
    intervention: str,
    basis: str,
    task: str,
    if_not_performed: str,
    contact_within_days: int | None,
    schedule: str,
) -> VersionFacts:
    plan = rule.Version(number, effective_at, starts_on, ends_on, _schedule(schedule))
    return VersionFacts(plan, intervention, basis, task, if_not_performed, contact_within_days)


@lru_cache(maxsize=4096)
def _schedule(text: str) -> Schedule:
    """A municipality has thousands of prescriptions and a few hundred schedules: each text is read once."""
    return schedule_from_json(json.loads(text))
