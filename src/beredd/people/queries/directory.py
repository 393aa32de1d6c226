"""Organisations, units, users, initials: who is where."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from beredd.database.plain import select, uuid
from beredd.people.models import Initials, Membership, Unit, User
from beredd.people.rules.access import Access, Everywhere, units_with
from beredd.people.rules.roles import ROLES, Permission, Role


@dataclass(frozen=True, slots=True)
class UnitRow:
    id: UUID
    key: str
    name: str
    kind: str
    phone: str
    organisation: UUID
    organisation_key: str
    organisation_name: str
    organisation_kind: str
    offline_hours: int


@dataclass(frozen=True, slots=True)
class UserRow:
    id: UUID
    key: str
    username: str
    name: str
    title: str
    phone: str
    email: str
    hsa_id: str
    language: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A membership with the initials the user has in that unit."""

    membership: UUID
    user: UserRow
    unit: UUID
    unit_name: str
    role: str
    starts_on: date
    ends_on: date | None
    initials: str


@dataclass(frozen=True, slots=True)
class Worked:
    """That somebody works or has worked in a unit in a role; both days included."""

    unit: UUID
    role: str
    starts_on: date
    ends_on: date | None

    def holds(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def work_of(users: Iterable[UUID]) -> dict[UUID, list[Worked]]:
    """Where each of the known ones among `users` works or has worked."""
    found: defaultdict[UUID, list[Worked]] = defaultdict(list)
    for user, unit, role, starts_on, ends_on in select(_WORK, ids=set(users)):
        works = found[uuid(user)]
        if unit is not None:
            works.append(Worked(uuid(unit), role, starts_on, ends_on))
    return dict(found)


_WORK = """
    SELECT person.id, member.unit_id, member.role, member.starts_on, member.ends_on
    FROM people_user person LEFT JOIN people_membership member ON member.user_id = person.id
    WHERE person.id IN ({ids})
"""


def unit_rows(ids: Iterable[UUID]) -> list[UnitRow]:
    """These units, by name."""
    return [_unit(row) for row in _units().filter(id__in=list(ids))]


def all_units(access: Access, permission: Permission) -> list[UnitRow]:
    """The units in which the permission holds, by name."""
    scope = units_with(access, permission)
    rows = _units() if isinstance(scope, Everywhere) else _units().filter(id__in=scope)
    return [_unit(row) for row in rows]


def user_card(id: UUID) -> UserRow | None:
    """One user."""
    row = User.objects.filter(id=id).first()
    return _user(row) if row else None


def find_user(username: str) -> UserRow | None:
    """By the name one signs in with."""
    row = User.objects.filter(username=username.lower()).first()
    return _user(row) if row else None


def names(ids: Iterable[UUID]) -> dict[UUID, str]:
    """id → name."""
    return dict(User.objects.filter(id__in=set(ids)).values_list("id", "name"))


def users(access: Access, *, search: str = "") -> list[UserRow]:
    """Everybody in the units whose users one manages."""
    scope = units_with(access, Permission.MANAGE_USERS)
    rows = User.objects.order_by("name")
    if not isinstance(scope, Everywhere):
        rows = rows.filter(memberships__unit__in=scope).distinct()
    if search:
        rows = rows.filter(Q(name__icontains=search) | Q(username__icontains=search))
    return [_user(row) for row in rows]


def members(units: Iterable[UUID], *, on: date | None = None) -> list[MemberRow]:
    """The memberships of these units by unit and name; only those that hold `on` a day when one is given."""
    rows = (
        Membership.objects.filter(unit__in=list(units))
        .select_related("user", "unit")
        .order_by("unit__name", "user__name")
    )
    if on is not None:
        rows = rows.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)
    initials = initials_in(row.unit_id for row in rows)
    return [
        MemberRow(
            membership=row.id,
            user=_user(row.user),
            unit=row.unit_id,
            unit_name=row.unit.name,
            role=row.role,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            initials=initials.get((row.unit_id, row.user_id), ""),
        )
        for row in rows
    ]


def performers_in(unit: UUID, *, on: date, roles: Iterable[str]) -> list[UserRow]:
    """Active users with one of `roles` in the unit on that day, by name, each once."""
    rows = User.objects.filter(is_active=True, memberships__in=_holding(unit, on, roles)).distinct().order_by("name")
    return [_user(row) for row in rows]


def those_with(roles: Collection[str], *, units: Collection[UUID] | None, on: date) -> list[UserRow]:
    """Active users with one of `roles` that day in one of `units` (None: anywhere), by name, each once.

    Whose role holds everywhere is meant wherever they are.
    """
    held = Membership.objects.filter(role__in=roles, starts_on__lte=on).filter(Q(ends_on=None) | Q(ends_on__gte=on))
    if units is not None:
        wherever = [role for role in Role if ROLES[role].everywhere]
        held = held.filter(Q(unit__in=units) | Q(role__in=wherever))
    return [_user(row) for row in User.objects.filter(is_active=True, memberships__in=held).distinct().order_by("name")]


def initials_in(units: Iterable[UUID]) -> dict[tuple[UUID, UUID], str]:
    """(unit, user) → initials: the signature clarification of these units."""
    rows = Initials.objects.filter(unit__in=set(units)).values_list("unit_id", "user_id", "initials")
    return {(unit, user): initials for unit, user, initials in rows}


def _holding(unit: UUID, on: date, roles: Iterable[str]) -> QuerySet[Membership]:
    return Membership.objects.filter(unit_id=unit, role__in=list(roles), starts_on__lte=on).filter(
        Q(ends_on=None) | Q(ends_on__gte=on)
    )


def _units() -> QuerySet[Unit]:
    return Unit.objects.select_related("organisation").order_by("name")


def _unit(row: Unit) -> UnitRow:
    return UnitRow(
        id=row.id,
        key=row.key,
        name=row.name,
        kind=row.kind,
        phone=row.phone,
        organisation=row.organisation_id,
        organisation_key=row.organisation.key,
        organisation_name=row.organisation.name,
        organisation_kind=row.organisation.kind,
        offline_hours=row.organisation.offline_hours,
    )


def _user(row: User) -> UserRow:
    return UserRow(
        id=row.id,
        key=row.key,
        username=row.username,
        name=row.name,
        title=row.title,
        phone=row.phone,
        email=row.email,
        hsa_id=row.hsa_id,
        language=row.language,
        is_active=row.is_active,
    )
