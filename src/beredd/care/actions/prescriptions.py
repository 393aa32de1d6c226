"""Prescribing, changing, ending. A change is a new version; nothing that was prescribed is ever rewritten."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from beredd.care.actions.scope import patient_for
from beredd.care.models import Patient, Prescription, PrescriptionVersion, ProgrammeVersion
from beredd.care.rules.prescription import BadPrescription, Content, check_content
from beredd.care.rules.schedule import schedule_from_json, schedule_to_json
from beredd.care.stored import content_of
from beredd.clock import midnight
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission

EARLIEST_EFFECT = timedelta(days=7)


class UnknownPrescription(Refused):
    """Code `unknown_prescription`."""

    def __init__(self) -> None:
        super().__init__(
            "unknown_prescription", N_("There is no such prescription. Go back to the patient and choose again.")
        )


class UnknownProgramme(Refused):
    """Code `unknown_programme`."""

    def __init__(self) -> None:
        super().__init__("unknown_programme", N_("There is no such programme. Choose one from the list."))


class AnothersPrescription(Refused):
    """Code `prescription_patient`: a prescription stays with the patient it was made for."""

    def __init__(self) -> None:
        super().__init__(
            "prescription_patient",
            N_("The prescription belongs to another patient. End it there and make a new one here."),
        )


def prescribe(*, patient: UUID, content: Content, effective_at: datetime, by: Access, at: datetime) -> UUID:
    """A new prescription, in force from `effective_at`, at most a week back.

    Raises UnknownPatient, NotAllowed, BadPrescription, BadSchedule, UnknownProgramme.
    """
    row = patient_for(by, patient, Permission.PRESCRIBE)
    _check_effective(effective_at, at)
    id = new_id(at)
    _write(id, str(id), row, content, effective_at=effective_at, prescribed_by=by.user, by=by, at=at)
    return id


def change_prescription(
    *, prescription: UUID, content: Content, effective_at: datetime, by: Access, at: datetime
) -> bool:
    """A new version from `effective_at`, at most a week back; False when nothing would be otherwise from then on.

    Raises UnknownPrescription and as prescribe.
    """
    row = _prescription(prescription)
    patient = patient_for(by, row.patient_id, Permission.PRESCRIBE)
    _check_effective(effective_at, at)
    return _write(row.id, row.key, patient, content, effective_at=effective_at, prescribed_by=by.user, by=by, at=at)


def end_prescription(*, prescription: UUID, ends_on: date, by: Access, at: datetime) -> bool:
    """`ends_on`: the last day it holds; before its first, it never begins. Raises UnknownPrescription, NotAllowed.

    It is the version in force on the last day that ends; what is planned before that one begins stays as it is.
    """
    row = _prescription(prescription)
    patient = patient_for(by, row.patient_id, Permission.PRESCRIBE)
    versions = list(row.versions.order_by("-number").select_related("programme"))
    closing = max(midnight(ends_on + timedelta(days=1)), at)
    last = next((one for one in versions if one.effective_at < closing), versions[-1])
    content = replace(content_of(last), ends_on=max(ends_on, last.starts_on - timedelta(days=1)))
    effective_at = max(at, last.effective_at)
    return _add_version(row, patient, content, last.programme, effective_at=effective_at, made_by=by.user, by=by, at=at)


def put_prescription(
    *,
    id: UUID,
    key: str,
    patient: UUID,
    content: Content,
    effective_at: datetime,
    prescribed_by: UUID,
    by: Access,
    at: datetime,
) -> bool:
    """As prescribe and change_prescription, for prescriptions kept elsewhere; returns whether anything changed.

    Raises AnothersPrescription, too.
    """
    row = patient_for(by, patient, Permission.PRESCRIBE)
    return _write(id, key, row, content, effective_at=effective_at, prescribed_by=prescribed_by, by=by, at=at)


def _prescription(id: UUID) -> Prescription:
    row = Prescription.objects.filter(id=id).first()
    if row is None:
        raise UnknownPrescription
    return row


def _check_effective(effective_at: datetime, at: datetime) -> None:
    if effective_at < at - EARLIEST_EFFECT:
        raise BadPrescription("effective", N_("A change can hold from at most seven days back. Choose a later time."))


def _write(
    id: UUID,
    key: str,
    patient: Patient,
    content: Content,
    *,
    effective_at: datetime,
    prescribed_by: UUID,
    by: Access,
    at: datetime,
) -> bool:
    check_content(content)
    schedule_from_json(schedule_to_json(content.schedule))  # what is stored can be read again
    with transaction.atomic():
        programme = _newest(content.programme, patient)
        row, _ = Prescription.objects.get_or_create(id=id, defaults={"key": key, "patient": patient})
        if row.patient_id != patient.id:
            raise AnothersPrescription
        return _add_version(
            row, patient, content, programme, effective_at=effective_at, made_by=prescribed_by, by=by, at=at
        )


def _add_version(
    row: Prescription,
    patient: Patient,
    content: Content,
    programme: ProgrammeVersion | None,
    *,
    effective_at: datetime,
    made_by: UUID,
    by: Access,
    at: datetime,
) -> bool:
    with transaction.atomic():
        head = lock()
        newest = row.versions.order_by("-number").first()
        if newest is not None and newest.effective_at <= effective_at and _says(newest, content, programme):
            return False
        version = PrescriptionVersion.objects.create(
            prescription=row,
            number=newest.number + 1 if newest else 1,
            effective_at=effective_at,
            programme=programme,
            prescribed_by_id=made_by,
            prescribed_at=at,
            **_columns(content),
        )
        kind = "prescription.changed" if newest else "prescription.made"
        body = {"prescription": row.id, "version": version.number, "effective_at": effective_at, **_told(version)}
        about = ("patient", patient.id)
        append([entry(kind, by=by, subject=about, at=at, body=body, unit=patient.unit_id)], head=head)
    return True


def _says(version: PrescriptionVersion, content: Content, programme: ProgrammeVersion | None) -> bool:
    return content_of(version) == content and version.programme_id == _pk(programme)


def _columns(content: Content) -> dict[str, object]:
    return {
        "starts_on": content.starts_on,
        "ends_on": content.ends_on,
        "schedule": schedule_to_json(content.schedule),
        "intervention": content.intervention,
        "instruction": content.instruction,
        "basis": content.basis.value,
        "task": content.task,
        "if_not_performed": content.if_not_performed.value,
        "contact_within_days": content.contact_within_days,
        "contact_whom": content.contact_whom,
    }


def _told(version: PrescriptionVersion) -> Mapping[str, object]:
    programme = version.programme
    return {
        **_columns(content_of(version)),
        "programme": f"{programme.programme_id}/{programme.number}" if programme else None,
    }


def _newest(programme: UUID | None, patient: Patient) -> ProgrammeVersion | None:
    """A template's, or the patient's own; another patient's is none."""
    if programme is None:
        return None
    rows = ProgrammeVersion.objects.filter(programme_id=programme)
    version = rows.filter(Q(programme__patient=None) | Q(programme__patient=patient)).order_by("-number").first()
    if version is None:
        raise UnknownProgramme
    return version


def _pk(version: ProgrammeVersion | None) -> int | None:
    return version.pk if version else None
