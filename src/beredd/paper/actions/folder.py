"""Saying where a home folder lies and whether the patient wants paper at home; settling what did not fit."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.care.queries import patient_row
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append
from beredd.paper.models import HomeFolder, SheetDoubt
from beredd.paper.packs import NobodyToPrintFor
from beredd.people.events import entry
from beredd.people.rules.access import Access, NotAllowed, Refused, check, may
from beredd.people.rules.roles import Permission


class UnknownDoubt(Refused):
    """Code `unknown_doubt`: there is none, or somebody has settled it meanwhile."""

    def __init__(self) -> None:
        super().__init__("unknown_doubt", N_("Somebody has looked into that already. Open the page again."))


def describe_folder(*, patient: UUID, place: str, tab: str, wanted: bool, by: Access, at: datetime) -> None:
    """`tab` empty: the municipality's usual one. `wanted`: the patient has nothing against paper at home.

    Raises NobodyToPrintFor, NotAllowed.
    """
    row = patient_row(by, patient)
    if row is None:
        raise NobodyToPrintFor
    if not any(may(by, Permission.ARRANGE_PAPER, unit) for unit in (row.unit, row.rehab_unit)):
        raise NotAllowed(Permission.ARRANGE_PAPER)
    said = {"place": place.strip()[:120], "tab": tab.strip()[:60], "wanted": wanted}
    with transaction.atomic():
        HomeFolder.objects.create(id=new_id(at), patient=patient, **said, said_by=by.user, said_at=at)
        append([entry("folder.described", by=by, subject=("patient", patient), at=at, body=said, unit=row.unit)])


def settle_doubt(*, doubt: UUID, outcome: str, by: Access, at: datetime) -> None:
    """Somebody has looked into it. Raises UnknownDoubt, NotAllowed."""
    row = SheetDoubt.objects.filter(id=doubt, settled_at=None).first()
    if row is None:
        raise UnknownDoubt
    check(by, Permission.HANDLE_PAPER, row.unit)
    said = outcome.strip()[:200]
    with transaction.atomic():
        if not SheetDoubt.objects.filter(id=doubt, settled_at=None).update(
            settled_by=by.user, settled_at=at, outcome=said
        ):
            raise UnknownDoubt
        body = {"sheet": row.sheet, "outcome": said}
        append([entry("paper.settled", by=by, subject=("sheet_doubt", doubt), at=at, body=body, unit=row.unit)])
