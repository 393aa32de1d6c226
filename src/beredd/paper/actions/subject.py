"""What an event about a sheet is about: its patient, whose phones then hear of it, else the sheet itself."""

from uuid import NAMESPACE_OID, UUID, uuid5

from beredd.care.queries import patient_row
from beredd.paper.queries import SheetRow
from beredd.people.rules.access import SYSTEM


def subject_of(row: SheetRow, home: UUID | None) -> tuple[tuple[str, UUID], UUID | None]:
    """And the unit that it concerns, where one is known. `home`: where it lies, or lay until now."""
    whose = row.patient or home or row.home
    patient = patient_row(SYSTEM, whose) if whose else None
    if patient is None:
        return ("sheet", uuid5(NAMESPACE_OID, row.id)), row.pack_unit
    return ("patient", patient.id), patient.unit
