"""Rows about people as the pages show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from beredd.office.words import times
from beredd.people.queries import DelegationRow, DeviceRow
from beredd.people.queries.directory import MemberRow
from beredd.people.rules.roles import PERMISSION_TEXTS, ROLES, Permission, Role

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Person:
    """One user of a unit, with all roles there in one row."""

    id: UUID
    name: str
    title: str
    initials: str
    unit: str
    roles: str
    period: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class Delegation:
    row: DelegationRow
    status: str
    color: str
    icon: str
    period: str
    can_withdraw: bool


@dataclass(frozen=True, slots=True)
class Device:
    """`missing`: events the phone says it has made that have not reached us."""

    row: DeviceRow
    missing: int
    silent: bool


@dataclass(frozen=True, slots=True)
class RoleText:
    title: str
    description: str
    where: str


@dataclass(frozen=True, slots=True)
class Right:
    """One permission, and for each role in their order whether it gives it."""

    word: str
    answers: Sequence[bool]


def people(members: Iterable[MemberRow]) -> list[Person]:
    """Each user once a unit, by unit and name, as the query sorts them."""
    rows: dict[tuple[UUID, UUID], list[MemberRow]] = {}
    for member in members:
        rows.setdefault((member.unit, member.user.id), []).append(member)
    return [_person(group) for group in rows.values()]


def _person(group: Sequence[MemberRow]) -> Person:
    first = group[0]
    return Person(
        id=first.user.id,
        name=first.user.name,
        title=first.user.title,
        initials=first.initials,
        unit=first.unit_name,
        roles=", ".join(dict.fromkeys(role_title(row.role) for row in group)),
        period=times.period(first.starts_on, first.ends_on),
        is_active=first.user.is_active,
    )


def role_title(role: str) -> str:
    """A role that this version does not know keeps its code."""
    return _(ROLES[Role(role)].title) if role in set(Role) else role


def delegation(row: DelegationRow, *, today: date, may_withdraw: bool) -> Delegation:
    """What the delegation is worth today, in a word."""
    status, color, icon = _status(row, today)
    open_still = row.withdrawn_at is None and row.ends_on >= today
    return Delegation(row, status, color, icon, times.period(row.starts_on, row.ends_on), may_withdraw and open_still)


def _status(row: DelegationRow, today: date) -> tuple[str, str, str]:
    if row.withdrawn_at is not None:
        return _("Withdrawn"), "neutral", "ban"
    if row.ends_on < today:
        return _("Expired"), "danger", "alert-triangle"
    if row.starts_on > today:
        return _("Coming"), "neutral", "clock"
    if row.ends_on <= today + SOON:
        return _("Ends soon"), "warning", "clock-exclamation"
    return _("Valid"), "success", "circle-check"


def device(row: DeviceRow, *, held: Mapping[UUID, int], silent_before: date) -> Device:
    """`held`: how many of the device's events we have."""
    contact = row.last_contact_at
    silent = row.revoked_at is None and (contact is None or contact.date() < silent_before)
    return Device(row, max(row.announced_seq - held.get(row.id, 0), 0), silent)


def roles() -> list[RoleText]:
    """Every role, as the rules have it."""
    return [
        RoleText(
            _(facts.title), _(facts.description), _("in every unit") if facts.everywhere else _("in one's own units")
        )
        for facts in ROLES.values()
    ]


def rights() -> list[Right]:
    """Every permission with the roles that give it."""
    return [
        Right(capfirst(_(PERMISSION_TEXTS[right])), [right in facts.permissions for facts in ROLES.values()])
        for right in Permission
    ]
