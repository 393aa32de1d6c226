"""What the helpdesk sees of a user when the launch fails, and what it has answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from beredd.clock import local_day
from beredd.disruption.models import AuthorisationAnswer, Report
from beredd.disruption.rules.authorisation import HOLDS_FOR, Looked, Need, UserFacts, look
from beredd.disruption.rules.observed import Kind
from beredd.disruption.rules.reports import RECENT
from beredd.people import queries as people
from beredd.people.queries.directory import UserRow, Worked
from beredd.people.rules.access import Access, check
from beredd.people.rules.roles import ROLES, Permission, Role


@dataclass(frozen=True, slots=True)
class AnswerRow:
    right: bool
    lacking: tuple[Need, ...]
    note: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Lookup:
    """`answers`: newest first."""

    user: UserRow
    looked: tuple[Looked, ...]
    answers: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """Somebody whose launch failed and who has not been answered since."""

    user: UUID
    name: str
    unit_name: str
    since: datetime


def look_up(access: Access, user: UUID, *, at: datetime) -> Lookup | None:
    """None: there is no such user. Raises NotAllowed."""
    check(access, Permission.ANSWER_AUTHORISATION)
    card = people.user_card(user)
    if card is None:
        return None
    facts = _facts(card, people.work_of([user]).get(user, []), local_day(at))
    rows = list(AuthorisationAnswer.objects.filter(user=user).order_by("-at", "-id")[:10])
    return Lookup(card, look(facts), tuple(_rows(rows)))


def waiting(access: Access, *, at: datetime) -> list[WaitingRow]:
    """Who has reported a failed launch in the last hour, longest waiting first. Raises NotAllowed."""
    check(access, Permission.ANSWER_AUTHORISATION)
    reports = Report.objects.filter(kind=Kind.LAUNCH, user__isnull=False, made_at__gt=at - RECENT, made_at__lte=at)
    said = list(reports.order_by("made_at"))
    answered = latest_answers({one.user for one in said if one.user}, at=at)
    first: dict[UUID, Report] = {}
    for one in said:
        if one.user and (one.user not in answered or answered[one.user].at < one.made_at):
            first.setdefault(one.user, one)
    names = people.names(first)
    units = {unit.id: unit.name for unit in people.unit_rows({one.unit for one in first.values()})}
    return [WaitingRow(user, names.get(user, ""), units.get(one.unit, ""), one.made_at) for user, one in first.items()]


def own_answer(access: Access, *, at: datetime) -> AnswerRow | None:
    """What the helpdesk has answered about oneself, while it holds."""
    row = latest_answers([access.user], at=at).get(access.user)
    return next(iter(_rows([row])), None) if row else None


def latest_answers(users: Iterable[UUID], *, at: datetime) -> dict[UUID, AuthorisationAnswer]:
    """By user, those that still hold."""
    rows = AuthorisationAnswer.objects.filter(user__in=set(users), at__gt=at - HOLDS_FOR, at__lte=at)
    return {row.user: row for row in rows}


def _facts(card: UserRow, works: Iterable[Worked], day: date) -> UserFacts:
    now = [one for one in works if one.holds(day)]
    kinds = {unit.id: unit.kind for unit in people.unit_rows({one.unit for one in now})}
    return UserFacts(
        active=card.is_active,
        works_in_care=any(kinds.get(one.unit) == "care" for one in now),
        signs=any(Permission.SIGN in ROLES[Role(one.role)].permissions for one in now),
        has_email_or_hsa_id=bool(card.email or card.hsa_id),
    )


def _rows(rows: Iterable[AuthorisationAnswer]) -> Iterable[AnswerRow]:
    known = list(rows)
    names = people.names({row.by for row in known})
    for row in known:
        needs = tuple(need for need in Need if need in row.lacking)
        yield AnswerRow(row.right, needs, row.note, names.get(row.by, ""), row.at)
