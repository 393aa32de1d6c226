"""People who write, review, decide and withdraw in any order, on any days: the routine is never two things at once.

At most one version is in force on a day and at most one is being worked on; what is decided never changes again; every
move that was made was possible and is one event; and the day of tomorrow is not changed by what did not happen.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from beredd.clock import local_day
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, town
from beredd.people.rules.access import Refused
from beredd.routine import actions, queries
from beredd.routine.factories import shelf
from beredd.routine.queries import RoutineRow
from beredd.routine.rules.states import OPEN, PATHS, Move, Phase, State

people = st.sampled_from(["alva", "bo", "manager", "mas"])
grounds = st.sampled_from(["", "Fel nummer", " "])
MANY = settings(max_examples=40, stateful_step_count=25, deadline=None)


class House(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.before = transaction.savepoint()
        self.now = MONDAY
        self.stood: dict[UUID, str] = {}

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.before)

    @initialize()
    def begin(self) -> None:
        self.place = town()
        self.kept = shelf()

    def row(self) -> RoutineRow:
        found = queries.routine(self.place.access(self.place.mas), "exorlive", at=self.now)
        assert found
        return found

    @rule(who=people)
    def begin_a_version(self, who: str) -> None:
        allowed = who != "bo" and self.row().open is None
        assert self.done(lambda: actions.start_draft(routine=self.kept.routine, **self.by(who))) == allowed

    @rule(who=people, words=st.integers(1, 3))
    def write(self, who: str, words: int) -> None:
        version = self.row().versions[0]
        text = f"{version.text}\n# {words}\n"
        allowed = who != "bo" and version.state is State.DRAFT
        said: dict[str, Any] = {"version": version.id, "text": text, "seen": version.seen}
        assert self.done(lambda: actions.save_draft(**said, **self.by(who))) == allowed

    @rule(who=people, move=st.sampled_from(Move), ground=grounds, days=st.integers(-1, 6), data=st.data())
    def move(self, who: str, move: Move, ground: str, days: int, data: st.DataObject) -> None:
        version = data.draw(st.sampled_from(list(self.row().versions)))
        day = local_day(self.now) + timedelta(days=days) if PATHS[move].needs_day else None
        held, before = ledger.head().position, version.state
        call: dict[str, Any] = {"version": version.id, "move": move, "ground": ground, "from_day": day}
        if self.done(lambda: actions.move_version(**call, **self.by(who))):
            assert before in PATHS[move].sources
            assert ground.strip() or not PATHS[move].needs_ground
            assert who == "mas" or move in (Move.REVIEW, Move.SEND_BACK, Move.DISCARD)
            assert who != "bo"
            assert ledger.head().position == held + 1
        else:
            assert ledger.head().position == held

    @rule(days=st.integers(1, 4))
    def sleep(self, days: int) -> None:
        self.now += timedelta(days=days)

    @invariant()
    def one_holds_and_one_is_written(self) -> None:
        versions = self.row().versions
        assert sum(one.phase is Phase.IN_FORCE for one in versions) <= 1
        assert sum(one.state in OPEN for one in versions) <= 1

    @invariant()
    def what_is_decided_stands(self) -> None:
        for one in self.row().versions:
            if one.state in (State.DECIDED, State.IN_FORCE, State.WITHDRAWN, State.DISCARDED):
                assert self.stood.setdefault(one.id, one.text) == one.text

    @invariant()
    def what_bo_sees_is_what_is_decided(self) -> None:
        row = queries.routine(self.place.access(self.place.bo), "exorlive", at=self.now)
        assert row and not {one.state for one in row.versions} & {State.DRAFT, State.REVIEWED, State.DISCARDED}

    def by(self, who: str) -> dict[str, Any]:
        return {"by": self.place.access(getattr(self.place, who)), "at": self.now}

    def done(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Refused:
            return False
        return True


@pytest.mark.django_db
def test_whatever_the_order() -> None:
    run_state_machine_as_test(House, settings=MANY)
