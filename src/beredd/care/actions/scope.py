"""The patient somebody wants to act on, if they may: the one check that every action on a patient begins with."""

from uuid import UUID

from beredd.care.models import Patient
from beredd.i18n.mark import N_
from beredd.people.rules.access import Access, NotAllowed, Refused, may
from beredd.people.rules.roles import Permission


class UnknownPatient(Refused):
    """Code `unknown_patient`: there is none, or not for this person; the two are not told apart."""

    def __init__(self) -> None:
        super().__init__(
            "unknown_patient", N_("There is no such patient in your units. Check that you have chosen the right one.")
        )


def patient_for(access: Access, patient: UUID, permission: Permission) -> Patient:
    """Raises UnknownPatient for those who may not see the patient, NotAllowed for those who may see and no more."""
    row = Patient.objects.filter(id=patient).first()
    if row is None or not holds(access, Permission.SEE_PATIENTS, row):
        raise UnknownPatient
    if not holds(access, permission, row):
        raise NotAllowed(permission)
    return row


def holds(access: Access, permission: Permission, patient: Patient) -> bool:
    """In the unit that performs or in the one that prescribes."""
    return may(access, permission, patient.unit_id) or may(access, permission, patient.rehab_unit_id)
