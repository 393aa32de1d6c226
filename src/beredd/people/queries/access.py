"""Who somebody is right now, and who has looked at whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from beredd.clock import local_day
from beredd.people.models import AccessLog, Membership, User
from beredd.people.rules.access import Access, Grant, check
from beredd.people.rules.roles import Permission, Role


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
