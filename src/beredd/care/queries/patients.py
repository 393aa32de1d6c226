"""Patients, as far as the one who asks may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from beredd.care.models import Patient
from beredd.care.rules.telephone import display_telephone
from beredd.people.rules.access import Access, Everywhere, units_with
from beredd.people.rules.roles import Permission

CENTURIES = ("19", "20", "18")


@dataclass(frozen=True, slots=True)
class PatientRow:
    """Address, phone and door note are empty when the identity is protected."""

    id: UUID
    name: str
    identity: str
    identity_kind: str
    protected: bool
    unit: UUID
    unit_name: str
    rehab_unit: UUID
    rehab_unit_name: str
    address: str
    phone: str
    door_note: str


def visible(access: Access, permission: Permission = Permission.SEE_PATIENTS) -> QuerySet[Patient]:
    """The one scope: patients whose performing or prescribing unit the permission holds in."""
    rows = Patient.objects.select_related("unit", "rehab_unit").order_by("name", "id")
    units = units_with(access, permission)
    if isinstance(units, Everywhere):
        return rows
    return rows.filter(Q(unit__in=units) | Q(rehab_unit__in=units))


def patients(access: Access, *, unit: UUID | None = None) -> list[PatientRow]:
    """By name; those of one unit when it is given."""
    rows = visible(access)
    if unit is not None:
        rows = rows.filter(Q(unit=unit) | Q(rehab_unit=unit))
    return [row_of(row) for row in rows]


def patient_row(access: Access, patient: UUID) -> PatientRow | None:
    """None when there is none for this person."""
    row = visible(access).filter(id=patient).first()
    return row_of(row) if row else None


def search_patients(access: Access, text: str, *, limit: int = 30) -> list[PatientRow]:
    """By part of the name or the beginning of the identity: with or without dash and century."""
    written = text.replace("-", "").replace("+", "").replace(" ", "")
    found = Q(name__icontains=text.strip())
    if written[:2].isdigit():
        for century in ("", *CENTURIES):
            found |= Q(identity__istartswith=century + written)
    return [row_of(row) for row in visible(access).filter(found)[:limit]] if text.strip() else []


def scope_patients(access: Access) -> list[UUID]:
    """Whom a phone of this person carries: patients of the units where they sign."""
    units = units_with(access, Permission.SIGN)
    if isinstance(units, Everywhere):
        return []
    return list(Patient.objects.filter(unit__in=units).order_by("id").values_list("id", flat=True))


def rows_of(ids: Iterable[UUID]) -> list[Patient]:
    """For this part's own queries, scope already judged."""
    return list(Patient.objects.select_related("unit", "rehab_unit").filter(id__in=list(ids)))


def row_of(row: Patient) -> PatientRow:
    """What may be shown of a patient."""
    protected = row.protection != "none"
    return PatientRow(
        id=row.id,
        name=row.name,
        identity=row.identity,
        identity_kind=row.identity_kind,
        protected=protected,
        unit=row.unit_id,
        unit_name=row.unit.name,
        rehab_unit=row.rehab_unit_id,
        rehab_unit_name=row.rehab_unit.name,
        address="" if protected else row.address,
        phone="" if protected else display_telephone(row.phone),
        door_note="" if protected else row.door_note,
    )


def units_prescribed_for(units: Iterable[UUID]) -> frozenset[UUID]:
    """The care units that have patients for whom these units prescribe."""
    rows = Patient.objects.filter(rehab_unit__in=list(units)).order_by()
    return frozenset(rows.values_list("unit", flat=True).distinct())
