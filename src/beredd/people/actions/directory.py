"""Organisations, units, users and their memberships. The `put_` actions return whether anything changed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from beredd.i18n.mark import N_
from beredd.ledger.actions import append
from beredd.people.actions.over import check_over
from beredd.people.actions.put import put
from beredd.people.events import entry
from beredd.people.models import Initials, Membership, Organisation, Unit, User
from beredd.people.rules.access import Access, NotAllowed, Refused, check, is_everywhere
from beredd.people.rules.initials import propose
from beredd.people.rules.roles import ROLES, Permission, Role


class MembershipEndsBeforeItStarts(Refused):
    """Code `membership_period`."""

    def __init__(self) -> None:
        super().__init__("membership_period", N_("The last day lies before the first day. Correct one of the days."))


def put_organisation(
    *, id: UUID, key: str, name: str, kind: str, offline_hours: int = 72, by: Access, at: datetime
) -> bool:
    """`kind`: municipality, lov or private. `offline_hours` (1–720): the lease of its phones."""
    check(by, Permission.MANAGE_USERS)
    fields = {"key": key, "name": name, "kind": kind, "offline_hours": offline_hours}
    return _put(Organisation, id, fields, kind="organisation.put", by=by, at=at, subject=("organisation", id))


def put_unit(
    *, id: UUID, key: str, name: str, kind: str, organisation: UUID, phone: str = "", by: Access, at: datetime
) -> bool:
    """`kind`: care or rehab."""
    check(by, Permission.MANAGE_USERS)
    fields = {"key": key, "name": name, "kind": kind, "organisation_id": organisation, "phone": phone}
    return _put(Unit, id, fields, kind="unit.put", by=by, at=at, subject=("unit", id), unit=id)


def put_user(*, id: UUID, key: str, username: str, name: str, by: Access, at: datetime, **more: str | bool) -> bool:
    """`more`: title, phone, email, hsa_id, language, is_active. The username is kept in lower case."""
    check(by, Permission.MANAGE_USERS)
    fields = {"key": key, "username": username.lower(), "name": name, **more}
    return _put(User, id, fields, kind="user.put", by=by, at=at, subject=("user", id))


def put_membership(
    *, id: UUID, user: UUID, unit: UUID, role: str, starts_on: date, ends_on: date | None, by: Access, at: datetime
) -> bool:
    """Puts the user into the unit and, the first time, gives initials that nobody there has had."""
    check(by, Permission.MANAGE_USERS, unit)
    if ROLES[Role(role)].everywhere and not is_everywhere(by, Permission.MANAGE_USERS):
        raise NotAllowed(Permission.MANAGE_USERS)  # nobody hands out more than they have
    if ends_on is not None and ends_on < starts_on:
        raise MembershipEndsBeforeItStarts
    fields = {"user_id": user, "unit_id": unit, "role": role, "starts_on": starts_on, "ends_on": ends_on}
    with transaction.atomic():
        _give_initials(user=user, unit=unit, since=starts_on)
        return _put(Membership, id, fields, kind="membership.put", by=by, at=at, subject=("user", user), unit=unit)


def end_membership(*, membership: UUID, ends_on: date, by: Access, at: datetime) -> None:
    """The last day on which the user works there. Raises MembershipEndsBeforeItStarts."""
    row = Membership.objects.get(id=membership)
    put_membership(
        id=row.id,
        user=row.user_id,
        unit=row.unit_id,
        role=row.role,
        starts_on=row.starts_on,
        ends_on=ends_on,
        by=by,
        at=at,
    )


def set_password(*, user: UUID, encoded: str, by: Access, at: datetime) -> None:
    """`encoded` as Django's make_password gives it; the ledger learns that it was set, never what."""
    if by.user != user:
        check_over(by, user, Permission.MANAGE_USERS)
    with transaction.atomic():
        User.objects.filter(id=user).update(password=encoded)
        append([entry("user.password_set", by=by, subject=("user", user), at=at, body={})])


def set_language(*, language: str, by: Access, at: datetime) -> None:
    """The language of one's own screens: sv or en."""
    with transaction.atomic():
        User.objects.filter(id=by.user).update(language=language)
        append([entry("user.language_set", by=by, subject=("user", by.user), at=at, body={"language": language})])


def _give_initials(*, user: UUID, unit: UUID, since: date) -> None:
    if Initials.objects.filter(user_id=user, unit_id=unit).exists():
        return
    taken = frozenset(Initials.objects.filter(unit_id=unit).values_list("initials", flat=True))
    name = User.objects.values_list("name", flat=True).get(id=user)
    Initials.objects.create(user_id=user, unit_id=unit, initials=propose(name, taken), since=since)


def _put(
    table: type[models.Model],
    id: UUID,
    fields: Mapping[str, Any],
    *,
    kind: str,
    by: Access,
    at: datetime,
    subject: tuple[str, UUID],
    unit: UUID | None = None,
) -> bool:
    with transaction.atomic():
        changed = put(table, id=id, **fields)
        if changed:
            append([entry(kind, by=by, subject=subject, at=at, body={"id": id, **changed}, unit=unit)])
    return bool(changed)
