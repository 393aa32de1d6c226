"""Prescribing, changing, ending. A change is a new version; nothing that was prescribed is ever rewritten."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from beredd.care.actions.scope import patient_for
from beredd.care.models import Patient, Prescription, PrescriptionVersion, ProgrammeVersion
from beredd.care.rules.prescription import BadPrescription, Content, check_content
from beredd.care.rules.schedule import schedule_to_json
from beredd.care.stored import content_of
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append
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


def prescribe(*, patient: UUID, content: Content, effective_at: datetime, by: Access, at: datetime) -> UUID:
    """A new prescription, in force from `effective_at`. Raises UnknownPatient, NotAllowed, BadPrescription."""
    id = new_id(at)
    put_prescription(
        id=id,
        key=str(id),
        patient=patient,
        content=content,
        effective_at=effective_at,
        prescribed_by=by.user,
        by=by,
        at=at,
    )
    return id


def change_prescription(
    *, prescription: UUID, content: Content, effective_at: datetime, by: Access, at: datetime
) -> bool:
    """A new version from `effective_at`, at most a week back; False when it says the same as the newest one."""
    row = Prescription.objects.filter(id=prescription).first()
    if row is None:
        raise UnknownPrescription
    patient_for(by, row.patient_id, Permission.PRESCRIBE)
    if effective_at < at - EARLIEST_EFFECT:
        raise BadPrescription("effective", N_("A change can hold from at most seven days back. Choose a later time."))
    return put_prescription(
        id=row.id,
        key=row.key,
        patient=row.patient_id,
        content=content,
        effective_at=effective_at,
        prescribed_by=by.user,
        by=by,
        at=at,
    )


def end_prescription(*, prescription: UUID, ends_on: date, by: Access, at: datetime) -> bool:
    """`ends_on`: the last day it holds; before its first, it never begins. Raises UnknownPrescription, NotAllowed."""
    newest = PrescriptionVersion.objects.filter(prescription_id=prescription).order_by("-number").first()
    if newest is None:
        raise UnknownPrescription
    row = newest.prescription
    patient_for(by, row.patient_id, Permission.PRESCRIBE)
    content = replace(content_of(newest), ends_on=max(ends_on, newest.starts_on - timedelta(days=1)))
    return _write(row.id, row.key, row.patient, content, effective_at=at, prescribed_by=by.user, by=by, at=at)


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
    """As prescribe and change_prescription, for prescriptions kept elsewhere; returns whether anything changed."""
    row = patient_for(by, patient, Permission.PRESCRIBE)
    check_content(content)
    return _write(id, key, row, content, effective_at=effective_at, prescribed_by=prescribed_by, by=by, at=at)


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
    with transaction.atomic():
        programme = _newest(content.programme)
        Prescription.objects.get_or_create(id=id, defaults={"key": key, "patient": patient})
        newest = PrescriptionVersion.objects.filter(prescription_id=id).order_by("-number").first()
        if newest is not None and content_of(newest) == content and newest.programme_id == _pk(programme):
            return False
        number = newest.number + 1 if newest else 1
        version = PrescriptionVersion.objects.create(
            prescription_id=id,
            number=number,
            effective_at=effective_at,
            programme=programme,
            prescribed_by_id=prescribed_by,
            prescribed_at=at,
            **_columns(content),
        )
        kind = "prescription.changed" if newest else "prescription.made"
        body = {"prescription": id, "version": number, "effective_at": effective_at, **_told(version)}
        append([entry(kind, by=by, subject=("patient", patient.id), at=at, body=body, unit=patient.unit_id)])
    return True


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


def _newest(programme: UUID | None) -> ProgrammeVersion | None:
    if programme is None:
        return None
    version = ProgrammeVersion.objects.filter(programme_id=programme).order_by("-number").first()
    if version is None:
        raise UnknownProgramme
    return version


def _pk(version: ProgrammeVersion | None) -> int | None:
    return version.pk if version else None
