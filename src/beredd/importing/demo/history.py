"""What has happened in the demo municipality: a few days of signatures, today's board, some pauses.

All of it goes in through the actions that phones and offices use, as it would have come: most within seconds, some
hours later because the network was gone, a few not at all.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from beredd.care import actions as care
from beredd.care.queries import Planned, coverage, due
from beredd.clock import SWEDEN, local_day, midnight
from beredd.ids import new_id
from beredd.importing.demo.prescribing import KNOWN_DAYS
from beredd.ledger.actions import lock
from beredd.people.queries import UnitRow, UserRow, access_of, all_units, delegation_facts, performers_in
from beredd.people.rules.access import SYSTEM, Access
from beredd.people.rules.delegation import Delegation, valid_delegation
from beredd.people.rules.roles import Permission, Role
from beredd.signing.actions import take
from beredd.signing.events import KIND, Arrival, SignatureBody
from beredd.signing.rules.balance import Outcome, Reason

BATCH = 500
ON_SHIFT = 5  # people of a unit who work on the same day
REASONS = [Reason.DECLINED, Reason.DECLINED, Reason.UNWELL, Reason.AWAY, Reason.NO_TIME, Reason.DONE_ALONE]
NOTES = {
    Reason.DECLINED: "Ville hellre vila.",
    Reason.UNWELL: "Yr sedan i morse.",
    Reason.AWAY: "Var hos dottern.",
    Reason.NO_TIME: "",
    Reason.DONE_ALONE: "Hade redan gjort det.",
}
PAUSED, BOARD_FILLED = 8, 0.94


@dataclass(frozen=True)
class Team:
    """A care unit's performers and what they have been delegated."""

    unit: UnitRow
    performers: Sequence[UserRow]
    delegations: dict[UUID, list[Delegation]]

    def shift(self, day: date) -> Sequence[UserRow]:
        return Random(f"{self.unit.key}{day}").sample(self.performers, min(ON_SHIFT, len(self.performers)))  # noqa: S311

    def may(self, user: UUID, task: str, at: datetime) -> bool:
        facts = self.delegations.get(user, ())
        return not task or bool(
            valid_delegation(facts, performer=user, task=task, unit=self.unit.id, at=at, zone=SWEDEN)
        )


def make(chance: Random, *, at: datetime) -> None:
    """Until `at`, inside the caller's transaction."""
    arrivals: list[Arrival] = []
    teams = [_team(unit, at) for unit in all_units(SYSTEM, Permission.SIGN) if unit.kind == "care"]
    for team in teams:
        since = midnight(local_day(at) - timedelta(days=KNOWN_DAYS))
        for planned in due(SYSTEM, unit=team.unit.id, since=since, until=at):
            arrivals += _signed(planned, team, chance, since=since, at=at)
    _take(sorted(arrivals, key=lambda one: one.received_at))
    for team in teams:
        _fill_board(team, chance, at=at)
    _pause_some(teams, chance, at=at)


def _team(unit: UnitRow, at: datetime) -> Team:
    performers = performers_in(unit.id, on=local_day(at) - timedelta(days=KNOWN_DAYS), roles=[Role.PERFORMER])
    return Team(unit, performers, delegation_facts(one.id for one in performers))


def _signed(planned: Planned, team: Team, chance: Random, *, since: datetime, at: datetime) -> Iterator[Arrival]:
    """None, one or very seldom two signatures."""
    begins, ends = max(planned.occurrence.opens, since), min(planned.occurrence.due_by, at)
    whole = (planned.occurrence.due_by - planned.occurrence.opens) / timedelta(hours=1)
    passed = (ends - begins) / timedelta(hours=1) / whole
    if ends <= begins or chance.random() > (0.97 if planned.occurrence.due_by <= at else 0.9 * passed):
        return
    late = timedelta(minutes=chance.randrange(20, 70)) if chance.random() < 0.03 else timedelta(0)
    performed_at = min(begins + (ends - begins) * chance.random() + late, at - timedelta(minutes=1))
    if "W" in planned.occurrence.slot:  # some time this week, but by day
        performed_at = min(_by_day(performed_at, chance), at - timedelta(minutes=1))
    yield _arrival(planned, _performer(planned, team, performed_at, chance), performed_at, chance, at=at)
    if chance.random() < 0.003:
        again = performed_at + timedelta(minutes=4)
        if again < at:
            yield _arrival(planned, chance.choice(team.shift(local_day(again))), again, chance, at=at)


def _by_day(instant: datetime, chance: Random) -> datetime:
    return midnight(local_day(instant)) + timedelta(hours=chance.randrange(8, 18), minutes=chance.randrange(60))


def _performer(planned: Planned, team: Team, at: datetime, chance: Random) -> UserRow:
    """Somebody at work with the delegation it takes; now and then somebody without."""
    shift = team.shift(local_day(at))
    able = [one for one in shift if team.may(one.id, planned.version.task, at)]
    others = [one for one in shift if one not in able]
    return chance.choice(others if others and (not able or chance.random() < 0.02) else able)


def _arrival(planned: Planned, performer: UserRow, performed_at: datetime, chance: Random, *, at: datetime) -> Arrival:
    recorded_at = min(performed_at + timedelta(seconds=chance.randrange(5, 240)), at)
    without_network = timedelta(minutes=chance.randrange(15, 200)) if chance.random() < 0.12 else timedelta(0)
    received_at = min(recorded_at + without_network + timedelta(seconds=chance.randrange(1, 5)), at)
    outcome = chance.choices([Outcome.PERFORMED, Outcome.PARTLY, Outcome.NOT_PERFORMED], [90, 3, 7])[0]
    reason = None if outcome is Outcome.PERFORMED else chance.choice(REASONS)
    occurrence = planned.occurrence
    id = new_id(recorded_at)
    body = SignatureBody(
        patient=planned.patient.id,
        prescription=occurrence.prescription,
        version=occurrence.version,
        slot=occurrence.slot,
        occurrence=occurrence.id,
        outcome=outcome.value,
        reason=reason.value if reason else None,
        note=NOTES[reason] if reason and chance.random() < 0.5 else "",
        performed_at=performed_at,
        corrects=None,
    )
    return Arrival(
        id=id,
        payload=_payload(id, body, performer.id, recorded_at),
        body=body,
        performer=performer.id,
        channel="phone",
        recorded_at=recorded_at,
        received_at=received_at,
    )


def _payload(id: UUID, body: SignatureBody, by: UUID, recorded_at: datetime) -> str:
    told = {name: getattr(body, name) for name in SignatureBody.__dataclass_fields__}
    event = {"v": 1, "kind": KIND, "id": id, "by": by, "recorded_at": recorded_at, "body": told}
    return json.dumps(event, cls=DjangoJSONEncoder, ensure_ascii=False)


def _take(arrivals: Sequence[Arrival]) -> None:
    for first in range(0, len(arrivals), BATCH):
        batch = arrivals[first : first + BATCH]
        with transaction.atomic():
            take(batch, head=lock(), at=batch[-1].received_at)


def _fill_board(team: Team, chance: Random, *, at: datetime) -> None:
    """The manager has given most patients of the day to somebody at work; a few cells are still empty."""
    manager, day = _manager(team.unit, at), local_day(at)
    decided_at = max(midnight(day), at - timedelta(minutes=90))
    for row in coverage(manager, unit=team.unit.id, day=day):
        if chance.random() < 0.015:
            reason = "Anhörig gör det i dag."
            care.skip(patient=row.patient.id, day=day, reason=reason, by=manager, at=decided_at)
        elif chance.random() < BOARD_FILLED:
            performer = chance.choice(team.shift(day)).id
            care.assign(patient=row.patient.id, day=day, performer=performer, by=manager, at=decided_at)


def _pause_some(teams: Sequence[Team], chance: Random, *, at: datetime) -> None:
    """In hospital or with relatives since a day or two."""
    for team in chance.sample(teams, PAUSED):
        manager = _manager(team.unit, at)
        board = coverage(manager, unit=team.unit.id, day=local_day(at))
        if not board:
            continue
        care.pause(
            patient=chance.choice(board).patient.id,
            reason=chance.choice(["hospital", "hospital", "away"]),
            starts_at=at - timedelta(minutes=chance.randrange(10, 60)),
            ends_at=midnight(local_day(at) + timedelta(days=chance.randrange(2, 9))) if chance.random() < 0.5 else None,
            by=manager,
            at=at,
        )


def _manager(unit: UnitRow, at: datetime) -> Access:
    return access_of(performers_in(unit.id, on=local_day(at), roles=[Role.UNIT_MANAGER])[0].id, at=at)
