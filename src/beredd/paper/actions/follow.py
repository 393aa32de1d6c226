"""Saying what has become of a sheet."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.care.queries import patient_row
from beredd.i18n.mark import N_
from beredd.ledger.actions import append, lock
from beredd.ledger.entry import Entry
from beredd.paper.actions.subject import subject_of
from beredd.paper.models import SheetStep
from beredd.paper.queries import SheetRow, sheet
from beredd.paper.rules.accounting import SheetState, check_step
from beredd.people.actions import log_access
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.roles import Permission


class UnknownSheet(Refused):
    """Code `unknown_sheet`: there is none, or not for this person."""

    def __init__(self) -> None:
        super().__init__(
            "unknown_sheet", N_("There is no such sheet for you. Compare the number with the one on the paper.")
        )


class AnothersSheet(Refused):
    """Code `other_patient`: it was about to be put into the wrong home."""

    def __init__(self) -> None:
        super().__init__(
            "other_patient", N_("The sheet belongs to another patient. Do not leave it here; take it back to the unit.")
        )


def follow_sheet(
    *, id: str, state: SheetState, where: str = "", home: UUID | None = None, by: Access, at: datetime
) -> None:
    """Adds a step. `home`: the patient in whose home folder it lies now; a patient's own sheet needs none said.

    Raises UnknownSheet, AnothersSheet, NoSuchStep, NotAllowed.
    """
    check(by, Permission.HANDLE_PAPER)
    with transaction.atomic():
        head = lock()
        row = sheet(by, id)
        if row is None or (home and patient_row(by, home) is None):
            raise UnknownSheet
        lies_with = _home(row, state, home)
        check_step(row.state, state)
        step = SheetStep(sheet_id=id, state=state, where=where[:200], home=lies_with, said_by=by.user, said_at=at)
        step.save(force_insert=True)
        append([_entry(row, step, by=by, at=at)], head=head)


def exchange_sheets(*, patient: UUID, put: str, take: str, by: Access, at: datetime) -> None:
    """In the patient's home folder: `put` lies there now, `take` was taken out; either may be empty. What is to come
    back is back at the unit then, a copy destroyed. Raises UnknownSheet, AnothersSheet, NoSuchStep, NotAllowed.
    """
    with transaction.atomic():
        if put:
            follow_sheet(id=put, state=SheetState.PLACED, home=patient, by=by, at=at)
        if take:
            old = sheet(by, take)
            if old is None or (old.patient or old.home) != patient:
                raise UnknownSheet
            state = SheetState.RETURNED if old.original else SheetState.DESTROYED
            follow_sheet(id=take, state=state, by=by, at=at)


def open_sheet(*, id: str, channel: str, by: Access, at: datetime) -> None:
    """Whoever looks at a sheet comes through here: a patient's paper is in the access log. Raises UnknownSheet."""
    row = sheet(by, id)
    if row is None:
        raise UnknownSheet
    patient = patient_row(by, row.patient) if row.patient else None
    if patient:
        log_access(patients=[patient.id], unit=patient.unit, action="paper", channel=channel, by=by, at=at)


def _home(row: SheetRow, state: SheetState, home: UUID | None) -> UUID | None:
    if row.patient and home and home != row.patient:
        raise AnothersSheet
    return (home or row.patient) if state is SheetState.PLACED else None


def _entry(row: SheetRow, step: SheetStep, *, by: Access, at: datetime) -> Entry:
    subject, unit = subject_of(row, step.home)
    body = {"sheet": row.id, "state": step.state, "where": step.where, "patient": row.patient, "home": step.home}
    return entry("paper.followed", by=by, subject=subject, at=at, body=body, unit=unit)
