"""Giving and withdrawing delegations. Personal, written, for at most a year (SOSFS 1997:14)."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append
from beredd.people.actions.put import put
from beredd.people.events import entry
from beredd.people.models import Delegation
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.delegation import check_period
from beredd.people.rules.roles import Permission


class DelegationAlreadyWithdrawn(Refused):
    """Code `delegation_withdrawn`."""

    def __init__(self) -> None:
        super().__init__("delegation_withdrawn", N_("The delegation has already been withdrawn. Nothing was changed."))


def give_delegation(
    *, performer: UUID, task: str, unit: UUID | None, starts_on: date, ends_on: date, by: Access, at: datetime
) -> UUID:
    """The giver is the one who acts: nobody delegates in another's name. Raises NotAllowed, DelegationTooLong."""
    check(by, Permission.GIVE_DELEGATION, unit)
    id = new_id(at)
    put_delegation(
        id=id,
        performer=performer,
        task=task,
        unit=unit,
        given_by=by.user,
        starts_on=starts_on,
        ends_on=ends_on,
        by=by,
        at=at,
    )
    return id


def put_delegation(
    *,
    id: UUID,
    performer: UUID,
    task: str,
    unit: UUID | None,
    given_by: UUID,
    starts_on: date,
    ends_on: date,
    by: Access,
    at: datetime,
) -> bool:
    """As give_delegation, for one given on paper or in another system; returns whether anything changed."""
    check(by, Permission.GIVE_DELEGATION, unit)
    check_period(starts_on, ends_on)
    fields = {
        "performer_id": performer,
        "task": task,
        "unit_id": unit,
        "given_by_id": given_by,
        "starts_on": starts_on,
        "ends_on": ends_on,
    }
    with transaction.atomic():
        changed = put(Delegation, id=id, **fields)
        if changed:
            append(
                [
                    entry(
                        "delegation.given",
                        by=by,
                        subject=("user", performer),
                        at=at,
                        body={"id": id, **fields},
                        unit=unit,
                    )
                ]
            )
    return bool(changed)


def withdraw_delegation(*, delegation: UUID, by: Access, at: datetime) -> None:
    """From `at` on. Signatures made while offline are still taken in, and put up for review."""
    row = Delegation.objects.get(id=delegation)
    check(by, Permission.GIVE_DELEGATION, row.unit_id)
    with transaction.atomic():
        if not Delegation.objects.filter(id=delegation, withdrawn_at=None).update(
            withdrawn_at=at, withdrawn_by_id=by.user
        ):
            raise DelegationAlreadyWithdrawn
        subject = ("user", row.performer_id)
        append(
            [entry("delegation.withdrawn", by=by, subject=subject, at=at, body={"id": delegation}, unit=row.unit_id)]
        )
