"""Prescriptions as facts for the rules: loaded in bulk, no access rule (the caller has judged or is the system)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from beredd.care.models import Pause, Prescription, PrescriptionVersion
from beredd.care.rules import occurrences as rule
from beredd.care.rules.schedule import schedule_from_json


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
    """The known ones among `ids`, or all of `patients`: two statements however many."""
    rows = Prescription.objects.values_list("id", "patient_id", "patient__unit_id", "patient__rehab_unit_id")
    rows = rows.filter(id__in=list(ids)) if ids is not None else rows.filter(patient__in=list(patients or ()))
    found = list(rows)
    versions = _versions(id for id, *_ in found)
    return {
        id: PrescriptionFacts(id, patient, unit, rehab_unit, tuple(versions[id]))
        for id, patient, unit, rehab_unit in found
    }


def pause_facts(patients: Iterable[UUID]) -> dict[UUID, list[rule.Pause]]:
    """Each patient's pauses by beginning."""
    found: defaultdict[UUID, list[rule.Pause]] = defaultdict(list)
    rows = Pause.objects.filter(patient__in=list(patients)).order_by("starts_at", "id")
    for patient, starts_at, ends_at, reason in rows.values_list("patient_id", "starts_at", "ends_at", "reason"):
        found[patient].append(rule.Pause(starts_at, ends_at, reason))
    return found


def _versions(prescriptions: Iterable[UUID]) -> defaultdict[UUID, list[VersionFacts]]:
    found: defaultdict[UUID, list[VersionFacts]] = defaultdict(list)
    rows = PrescriptionVersion.objects.filter(prescription__in=list(prescriptions)).order_by("number")
    for row in rows.values_list(
        "prescription_id",
        "number",
        "effective_at",
        "starts_on",
        "ends_on",
        "schedule",
        "intervention",
        "basis",
        "task",
        "if_not_performed",
        "contact_within_days",
    ):
        id, number, effective_at, starts_on, ends_on, schedule, intervention, basis, task, not_performed, days = row
        plan = rule.Version(number, effective_at, starts_on, ends_on, schedule_from_json(schedule))
        found[id].append(VersionFacts(plan, intervention, basis, task, not_performed, days))
    return found
