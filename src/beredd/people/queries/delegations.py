"""Delegations as facts for the rules and as rows for the pages."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from beredd.people.models import Delegation
from beredd.people.rules import delegation as rule
from beredd.people.rules.access import EVERYWHERE, Access, Everywhere, Units, units_with
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class DelegationRow:
    id: UUID
    performer: UUID
    performer_name: str
    task: str
    unit: UUID | None
    unit_name: str
    given_by_name: str
    given_by_title: str
    starts_on: date
    ends_on: date
    withdrawn_at: datetime | None


def delegation_facts(performers: Iterable[UUID]) -> dict[UUID, list[rule.Delegation]]:
    """What the rule needs to know of each performer's delegations, withdrawn and expired ones too."""
    facts = defaultdict(list)
    for row in Delegation.objects.filter(performer__in=list(performers)).order_by("starts_on", "id"):
        facts[row.performer_id].append(
            rule.Delegation(
                id=row.id,
                performer=row.performer_id,
                task=row.task,
                unit=row.unit_id,
                given_by=row.given_by_id,
                starts_on=row.starts_on,
                ends_on=row.ends_on,
                withdrawn_at=row.withdrawn_at,
            )
        )
    return dict(facts)


def delegations(access: Access, *, performer: UUID | None = None, ending_by: date | None = None) -> list[DelegationRow]:
    """One's own, and those of everybody in units whose users one manages or delegates to; soonest to end first."""
    rows = Delegation.objects.select_related("performer", "unit", "given_by").order_by("ends_on", "performer__name")
    seen = _units_seen(access)
    if not isinstance(seen, Everywhere):
        in_scope = rows.filter(performer__memberships__unit__in=seen) | rows.filter(performer_id=access.user)
        rows = in_scope.distinct()
    if performer is not None:
        rows = rows.filter(performer_id=performer)
    if ending_by is not None:
        rows = rows.filter(ends_on__lte=ending_by, withdrawn_at=None)
    return [_row(row) for row in rows]


def _units_seen(access: Access) -> Units:
    managed, delegated = units_with(access, Permission.MANAGE_USERS), units_with(access, Permission.GIVE_DELEGATION)
    if isinstance(managed, Everywhere) or isinstance(delegated, Everywhere):
        return EVERYWHERE
    return managed | delegated


def _row(row: Delegation) -> DelegationRow:
    return DelegationRow(
        id=row.id,
        performer=row.performer_id,
        performer_name=row.performer.name,
        task=row.task,
        unit=row.unit_id,
        unit_name=row.unit.name if row.unit else "",
        given_by_name=row.given_by.name,
        given_by_title=row.given_by.title,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        withdrawn_at=row.withdrawn_at,
    )
