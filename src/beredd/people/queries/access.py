"""Who somebody is right now, and who has looked at whom."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from beredd.clock import local_day
from beredd.database.plain import rows_of, stored
from beredd.people.models import AccessLog, Membership, User
from beredd.people.rules.access import Access, Grant, check
from beredd.people.rules.roles import ROLES, Permission, Role


@dataclass(frozen=True, slots=True)
class AccessRow:
    at: datetime
    by: UUID
    by_name: str
    patient: UUID
    unit: UUID | None
    action: str
    channel: str


def access_of(user: UUID, *, at: datetime) -> Access:
    """What the user's memberships of that Swedish day give; an inactive or unknown user has none."""
    day = local_day(at)
    rows = (
        Membership.objects.filter(user_id=user, user__is_active=True, starts_on__lte=day)
        .filter(Q(ends_on=None) | Q(ends_on__gte=day))
        .order_by("unit__name", "role")
        .values_list("unit_id", "unit__organisation_id", "role")
    )
    name = User.objects.filter(id=user).values_list("name", flat=True).first() or ""
    grants = tuple(Grant(unit=unit, organisation=organisation, role=Role(role)) for unit, organisation, role in rows)
    return Access(user=user, name=name, memberships=grants)


def people_with(permission: Permission, *, at: datetime) -> list[Access]:
    """Everybody who has the permission somewhere on that Swedish day, with all that their memberships give."""
    day = local_day(at)
    giving = [role for role, facts in ROLES.items() if permission in facts.permissions]
    holds = Q(ends_on=None) | Q(ends_on__gte=day)
    rows = Membership.objects.filter(holds, user__is_active=True, starts_on__lte=day)
    rows = rows.filter(user__in=rows.filter(role__in=giving).values("user"))
    grants: defaultdict[tuple[UUID, str], list[Grant]] = defaultdict(list)
    for user, name, unit, organisation, role in rows.values_list(
        "user_id", "user__name", "unit_id", "unit__organisation_id", "role"
    ):
        grants[user, name].append(Grant(unit=unit, organisation=organisation, role=Role(role)))
    return [Access(user=user, name=name, memberships=tuple(held)) for (user, name), held in grants.items()]


def offline_hours(user: UUID, *, at: datetime) -> int:
    """The least that the organisations allow in which the user works on that Swedish day; 0 for nobody of theirs."""
    ((hours,),) = rows_of(_OFFLINE_HOURS, [stored(user), True, local_day(at), local_day(at)])
    return int(hours or 0)


_OFFLINE_HOURS = """
    SELECT MIN(organisation.offline_hours)
    FROM people_membership member
    JOIN people_user person ON person.id = member.user_id
    JOIN people_unit unit ON unit.id = member.unit_id
    JOIN people_organisation organisation ON organisation.id = unit.organisation_id
    WHERE member.user_id = %s AND person.is_active = %s
    AND member.starts_on <= %s AND (member.ends_on IS NULL OR member.ends_on >= %s)
"""


def patient_accesses(
    access: Access, *, patient: UUID | None = None, user: UUID | None = None, limit: int = 500
) -> list[AccessRow]:
    """The log of one patient or one user, newest first. Raises NotAllowed."""
    check(access, Permission.SEE_ACCESS_LOG)
    rows = AccessLog.objects.order_by("-at", "-id")
    if patient is not None:
        rows = rows.filter(patient=patient)
    if user is not None:
        rows = rows.filter(by=user)
    found = list(rows[:limit])
    names = dict(User.objects.filter(id__in={row.by for row in found}).values_list("id", "name"))
    return [
        AccessRow(row.at, row.by, names.get(row.by, ""), row.patient, row.unit, row.action, row.channel)
        for row in found
    ]


def downloaded_since(access: Access, *, patients: Iterable[UUID], since: datetime) -> set[UUID]:
    """Those of `patients` whose download by this user is in the log already."""
    return set(
        AccessLog.objects.filter(
            by=access.user, patient__in=list(patients), action="downloaded", at__gte=since
        ).values_list("patient", flat=True)
    )
