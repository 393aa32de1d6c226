"""Coming to a patient: seen is logged, refused is logged, and what is not for you is not there."""

from uuid import UUID

from beredd.care import actions, queries
from beredd.care.queries import PatientRow
from beredd.clock import SWEDEN, local_day
from beredd.office.desk import Desk, found
from beredd.people import queries as people
from beredd.people.rules.delegation import valid_delegation
from beredd.people.rules.roles import Permission


def open_patient(desk: Desk, patient: UUID) -> PatientRow:
    """Raises UnknownPatient, after it was logged."""
    actions.open_patient(patient=patient, channel="office", by=desk.access, at=desk.at)
    row = queries.patient_row(desk.access, patient)
    found(row)
    assert row is not None
    return row


def holds(desk: Desk, permission: Permission, patient: PatientRow) -> bool:
    """In the unit that performs or in the one that prescribes."""
    return desk.may(permission, patient.unit) or desk.may(permission, patient.rehab_unit)


class Delegates:
    """Who in the patient's unit has which valid delegation now; asked once for each page."""

    def __init__(self, desk: Desk, patient: PatientRow) -> None:
        self._at, self._unit = desk.at, patient.unit
        members = people.members([patient.unit], on=local_day(desk.at))
        self._performers = {row.user.id for row in members}
        self._facts = people.delegation_facts(self._performers)

    def __call__(self, task: str) -> int:
        """How many have one for the task."""
        return sum(
            valid_delegation(facts, performer=user, task=task, unit=self._unit, at=self._at, zone=SWEDEN) is not None
            for user, facts in self._facts.items()
        )
