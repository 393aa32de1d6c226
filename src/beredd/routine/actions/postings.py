"""The register of where the routine hangs: a place is added, looked at, removed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.roles import Permission
from beredd.routine.actions.stand import standing
from beredd.routine.models import Posting, PostingCheck

LONGEST_PLACE = 120


class PlaceMissing(Refused):
    """Code `place`."""

    def __init__(self) -> None:
        super().__init__("place", N_("Say where it hangs, so that a substitute finds it: “staff room, by the coffee”."))


class PlaceTooLong(Refused):
    """Code `place`."""

    def __init__(self) -> None:
        super().__init__("place", N_("The place is too long. Keep it within 120 characters."))


class PlaceAlreadyThere(Refused):
    """Code `place`."""

    def __init__(self) -> None:
        super().__init__("place", N_("That place is in the unit's list already. Give this one another name."))


class UnknownPosting(Refused):
    """Code `unknown_posting`: there is none, or it has been removed."""

    def __init__(self) -> None:
        super().__init__("unknown_posting", N_("That place is not in the list any more. Open the list again."))


class NotInForceNow(Refused):
    """Code `not_in_force`: the page was opened before a new version came."""

    def __init__(self) -> None:
        super().__init__(
            "not_in_force", N_("Another version is in force now. Open the page again, and print that one.")
        )


def add_posting(*, routine: UUID, unit: UUID, place: str, by: Access, at: datetime) -> UUID:
    """A place to hang it; what hangs there is said by check_posting.

    Raises PlaceMissing, PlaceTooLong, PlaceAlreadyThere.
    """
    check(by, Permission.REGISTER_POSTINGS, unit)
    said = place.strip()
    if not said:
        raise PlaceMissing
    if len(said) > LONGEST_PLACE:
        raise PlaceTooLong
    id = new_id(at)
    with transaction.atomic():
        head = lock()
        if Posting.objects.filter(routine_id=routine, unit_id=unit, place__iexact=said, removed_at=None).exists():
            raise PlaceAlreadyThere
        Posting.objects.create(id=id, routine_id=routine, unit_id=unit, place=said, added_by_id=by.user, added_at=at)
        body = {"routine": routine, "place": said}
        append([entry("posting.added", by=by, subject=("posting", id), at=at, body=body, unit=unit)], head=head)
    return id


def check_posting(*, posting: UUID, version: UUID, by: Access, at: datetime) -> None:
    """The version in force hangs there: seen, or hung up just now. `version`: the one that the person means.

    Raises UnknownPosting, NothingInForce, NotInForceNow.
    """
    row = _posting(posting)
    check(by, Permission.CHECK_POSTINGS, row.unit_id)
    with transaction.atomic():
        head = lock()
        now = standing(row.routine_id, at)
        if now.id != version:
            raise NotInForceNow
        PostingCheck.objects.create(posting=row, version_id=now.id, by_id=by.user, at=at)
        body = {"place": row.place, "version": now.number}
        subject = ("posting", row.id)
        append([entry("posting.checked", by=by, subject=subject, at=at, body=body, unit=row.unit_id)], head=head)


def remove_posting(*, posting: UUID, by: Access, at: datetime) -> None:
    """It hangs there no more. Raises UnknownPosting."""
    row = _posting(posting)
    check(by, Permission.REGISTER_POSTINGS, row.unit_id)
    with transaction.atomic():
        head = lock()
        if not Posting.objects.filter(id=posting, removed_at=None).update(removed_at=at, removed_by_id=by.user):
            raise UnknownPosting
        body = {"place": row.place}
        subject = ("posting", row.id)
        append([entry("posting.removed", by=by, subject=subject, at=at, body=body, unit=row.unit_id)], head=head)


def _posting(id: UUID) -> Posting:
    row = Posting.objects.filter(id=id, removed_at=None).first()
    if row is None:
        raise UnknownPosting
    return row
