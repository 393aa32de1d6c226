"""Saying what has become of a sheet."""

from datetime import datetime
from uuid import NAMESPACE_OID, uuid5

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ledger.actions import append
from beredd.paper.models import SheetStep
from beredd.paper.queries import sheet
from beredd.paper.rules.accounting import SheetState, check_step
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.roles import Permission


class UnknownSheet(Refused):
    """Code `unknown_sheet`: there is none, or not for this person."""

    def __init__(self) -> None:
        super().__init__(
            "unknown_sheet", N_("There is no such sheet for you. Compare the number with the one on the paper.")
        )


def follow_sheet(*, id: str, state: SheetState, where: str = "", by: Access, at: datetime) -> None:
    """Adds a step. Raises UnknownSheet, NoSuchStep, NotAllowed."""
    check(by, Permission.SEE_PATIENTS)
    row = sheet(by, id)
    if row is None:
        raise UnknownSheet
    check_step(row.state, state)
    with transaction.atomic():
        SheetStep.objects.create(sheet_id=id, state=state, where=where[:200], said_by=by.user, said_at=at)
        body = {"sheet": id, "state": state, "where": where[:200], "patient": row.patient}
        append([entry("paper.followed", by=by, subject=("sheet", uuid5(NAMESPACE_OID, id)), at=at, body=body)])
