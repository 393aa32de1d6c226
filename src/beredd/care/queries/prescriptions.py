"""A patient's prescriptions with all their versions, and pauses, for those who may see the patient."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beredd.care.models import Pause, PrescriptionVersion
from beredd.care.queries.library import ProgrammeRow, programme_versions
from beredd.care.queries.patients import visible
from beredd.care.rules.occurrences import Version
from beredd.care.rules.prescription import Content
from beredd.care.stored import content_of
from beredd.people.rules.access import Access


@dataclass(frozen=True, slots=True)
class VersionRow:
    number: int
    effective_at: datetime
    content: Content
    programme: ProgrammeRow | None
    prescribed_by: UUID
    prescribed_by_name: str
    prescribed_by_title: str
    prescribed_by_phone: str
    prescribed_at: datetime

    @property
    def plan(self) -> Version:
        """As the schedule rule wants it."""
        content = self.content
        return Version(self.number, self.effective_at, content.starts_on, content.ends_on, content.schedule)


@dataclass(frozen=True, slots=True)
class PrescriptionRow:
    """`versions` by number."""

    id: UUID
    patient: UUID
    versions: tuple[VersionRow, ...]

    def in_force(self, at: datetime) -> VersionRow:
        """The newest version in force; before the first is, the first."""
        return max((one for one in self.versions if one.effective_at <= at), key=_number, default=self.versions[0])


@dataclass(frozen=True, slots=True)
class PauseRow:
    id: UUID
    reason: str
    starts_at: datetime
    ends_at: datetime | None
    set_by_name: str
    set_at: datetime


def prescriptions(access: Access, patient: UUID) -> list[PrescriptionRow]:
    """Newest first."""
    return _prescriptions(access, patient=patient)


def prescriptions_of(access: Access, patients: Collection[UUID]) -> dict[UUID, list[PrescriptionRow]]:
    """Of many patients in as few statements as of one; newest first."""
    found: defaultdict[UUID, list[PrescriptionRow]] = defaultdict(list)
    for one in _prescriptions(access, patient__in=list(patients)):
        found[one.patient].append(one)
    return dict(found)


def prescription(access: Access, id: UUID) -> PrescriptionRow | None:
    """None when there is none for this person."""
    return next(iter(_prescriptions(access, id=id)), None)


def pauses(access: Access, patient: UUID) -> list[PauseRow]:
    """Latest first."""
    rows = Pause.objects.filter(patient__in=visible(access).filter(id=patient)).select_related("set_by")
    return [
        PauseRow(row.id, row.reason, row.starts_at, row.ends_at, row.set_by.name, row.set_at)
        for row in rows.order_by("-starts_at", "-id")
    ]


def _prescriptions(access: Access, **which: UUID | list[UUID]) -> list[PrescriptionRow]:
    rows = (
        PrescriptionVersion.objects.filter(prescription__patient__in=visible(access))
        .filter(**{f"prescription__{name}": value for name, value in which.items()})
        .select_related("prescription", "prescribed_by", "programme")
        .order_by("number")
    )
    programmes = programme_versions(row.programme_id for row in rows if row.programme_id is not None)
    by_prescription = defaultdict(list)
    patient_of = {}
    for row in rows:
        by_prescription[row.prescription_id].append(_version(row, programmes.get(row.programme_id or 0)))
        patient_of[row.prescription_id] = row.prescription.patient_id
    found = [PrescriptionRow(id, patient_of[id], tuple(versions)) for id, versions in by_prescription.items()]
    return sorted(found, key=lambda one: (one.versions[0].prescribed_at, one.id), reverse=True)


def _version(row: PrescriptionVersion, programme: ProgrammeRow | None) -> VersionRow:
    return VersionRow(
        number=row.number,
        effective_at=row.effective_at,
        content=content_of(row),
        programme=programme,
        prescribed_by=row.prescribed_by_id,
        prescribed_by_name=row.prescribed_by.name,
        prescribed_by_title=row.prescribed_by.title,
        prescribed_by_phone=row.prescribed_by.phone,
        prescribed_at=row.prescribed_at,
    )


def _number(version: VersionRow) -> int:
    return version.number
