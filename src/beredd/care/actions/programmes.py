"""Signing a programme: the draft becomes a version that never changes."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.care.actions.drafts import draft_for, written_of
from beredd.care.actions.library import add_version, items_of
from beredd.care.models import Programme, ProgrammeDraft
from beredd.care.rules.programme import Written
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused


class EmptyProgramme(Refused):
    """Code `empty_programme`."""

    def __init__(self) -> None:
        super().__init__("empty_programme", N_("The programme has no exercises. Add at least one before you sign."))


class NothingChanged(Refused):
    """Code `programme_unchanged`: two versions that say the same would only confuse."""

    def __init__(self, number: int) -> None:
        super().__init__(
            "programme_unchanged",
            N_("Nothing differs from version %(number)s. Change something, or discard the draft."),
            number=number,
        )


def sign_programme(*, draft: UUID, by: Access, at: datetime) -> UUID:
    """The programme whose newest version it now is. Raises UnknownDraft, NotAllowed, EmptyProgramme, NothingChanged."""
    with transaction.atomic():
        head = lock()
        row = draft_for(by, draft)
        written = written_of(row)
        if not written.lines:
            raise EmptyProgramme
        programme = row.programme or _new(row, written, at)
        newest = programme.versions.order_by("-number").first()
        if newest is not None and items_of(newest) == written.items:
            raise NothingChanged(newest.number)
        number = newest.number + 1 if newest else 1
        row.became = add_version(programme.id, number, written.items, by=by, at=at)
        row.save(update_fields=["became"])
        unit = row.patient.unit_id if row.patient else row.unit_id
        body = {
            "number": number,
            "name": programme.name,
            "patient": programme.patient_id,
            "items": [asdict(item) for item in written.items],
        }
        signed = entry("programme.signed", by=by, subject=("programme", programme.id), at=at, body=body, unit=unit)
        append([signed], head=head)
    return programme.id


def _new(row: ProgrammeDraft, written: Written, at: datetime) -> Programme:
    id = new_id(at)
    return Programme.objects.create(
        id=id, key=str(id), name=written.name, patient=row.patient, unit_id=row.unit_id, came_from=row.came_from
    )
