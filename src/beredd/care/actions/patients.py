"""Patients: put from files, opened by people."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from beredd.care.actions.scope import UnknownPatient, patient_for
from beredd.care.models import Patient
from beredd.ledger.actions import append
from beredd.people.actions import log_access
from beredd.people.actions.put import put
from beredd.people.events import entry
from beredd.people.rules.access import Access, check
from beredd.people.rules.roles import Permission


def put_patient(
    *,
    id: UUID,
    key: str,
    name: str,
    identity: str,
    identity_kind: str,
    unit: UUID,
    rehab_unit: UUID,
    protection: str = "none",
    address: str = "",
    phone: str = "",
    door_note: str = "",
    by: Access,
    at: datetime,
) -> bool:
    """Creates or updates; returns whether anything changed. The ledger is told which fields, not what they hold."""
    check(by, Permission.PRESCRIBE, rehab_unit)
    fields: dict[str, Any] = {
        "key": key,
        "name": name,
        "identity": identity,
        "identity_kind": identity_kind,
        "unit_id": unit,
        "rehab_unit_id": rehab_unit,
        "protection": protection,
        "address": address,
        "phone": phone,
        "door_note": door_note,
    }
    with transaction.atomic():
        changed = put(Patient, id=id, **fields)
        if changed:
            body = {"fields": sorted(changed), "unit": unit, "rehab_unit": rehab_unit}
            append([entry("patient.put", by=by, subject=("patient", id), at=at, body=body, unit=unit)])
    return bool(changed)


def open_patient(*, patient: UUID, channel: str, by: Access, at: datetime) -> None:
    """Whoever looks at a patient comes through here: one rule, one log, refusals too. Raises UnknownPatient."""
    try:
        row = patient_for(by, patient, Permission.SEE_PATIENTS)
    except UnknownPatient:
        log_access(patients=[patient], unit=None, action="refused", channel=channel, by=by, at=at)
        raise
    log_access(patients=[patient], unit=row.unit_id, action="seen", channel=channel, by=by, at=at)
