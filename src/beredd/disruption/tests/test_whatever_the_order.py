"""People who raise, confirm, declare, dismiss and close in any order: the states hold.

Every move that was made was possible, by somebody who may, and is one event; nothing that is over goes on; paper is
never master twice at once for a unit and a system, and never outlives the incident it was decided in.
"""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from beredd.disruption import actions, queries
from beredd.disruption.factories import incident
from beredd.disruption.queries import IncidentRow
from beredd.disruption.rules.incident import ONGOING, PATHS, Move, State
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, town
from beredd.people.rules.access import Refused

people = st.sampled_from(["alva", "bo", "manager", "mas", "cilla"])
MANY = settings(max_examples=40, stateful_step_count=25, deadline=None)


class Disruption(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.before = transaction.savepoint()
        self.now = MONDAY
        self.over: State | None = None

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.before)

    @initialize()
    def begin(self) -> None:
        self.place = town()
        self.id = incident(self.place)

    def row(self) -> IncidentRow:
        found = queries.incident(self.place.access(self.place.mas), self.id)
        assert found
        return found

    @rule(who=people, move=st.sampled_from(Move), ground=st.sampled_from(["", "Vi har sett det"]))
    def move(self, who: str, move: Move, ground: str) -> None:
        before, held = self.row().state, ledger.head().position
        by = self.place.access(getattr(self.place, who))
        offered = queries.incident(by, self.id)
        moved = self.done(lambda: actions.move_incident(incident=self.id, move=move, ground=ground, by=by, at=self.now))
        if moved:
            assert before in PATHS[move].sources
            assert ground or not PATHS[move].needs_ground
            assert offered
            assert move in offered.moves
            assert (self.row().state, ledger.head().position) == (PATHS[move].target, held + 1)
        else:
            assert (self.row().state, ledger.head().position) == (before, held)

    @rule(who=people, hours=st.integers(-30, 3))
    def begin_paper(self, who: str, hours: int) -> None:
        before = self.row()
        done = self.done(
            lambda: actions.begin_paper(
                incident=self.id,
                unit=self.place.north,
                system="exorlive",
                begins_at=self.now + timedelta(hours=hours),
                ground="Ronden börjar",
                by=self.place.access(getattr(self.place, who)),
                at=self.now,
            )
        )
        assert not done or (before.state in ONGOING and who in ("alva", "manager", "mas"))

    @rule(who=people, hours=st.integers(-3, 3))
    def end_paper(self, who: str, hours: int) -> None:
        by = self.place.access(getattr(self.place, who))
        for one in self.row().papers:
            self.done(lambda paper=one.id: self._end(paper, by, hours))  # type: ignore[misc]

    def _end(self, paper: UUID, by: object, hours: int) -> None:
        actions.end_paper(
            paper=paper,
            ends_at=self.now + timedelta(hours=hours),
            ground="Fungerar igen",
            by=by,  # type: ignore[arg-type]
            at=self.now,
        )

    @rule(minutes=st.integers(1, 200))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    def done(self, act: Callable[[], object]) -> bool:
        try:
            with transaction.atomic():
                act()
        except Refused as refused:
            assert refused.code
            return False
        return True

    @invariant()
    def what_is_over_stays_over(self) -> None:
        state = self.row().state
        assert self.over in (None, state)
        self.over = state if state in (State.CLOSED, State.DISMISSED) else None

    @invariant()
    def paper_is_never_master_twice_and_never_outlives_the_incident(self) -> None:
        row = self.row()
        periods = sorted((one.period for one in row.papers), key=lambda one: one.begins)
        assert all(before.ends and before.ends <= after.begins for before, after in pairwise(periods))
        if row.state is State.CLOSED:
            assert all(one.ends and one.ends <= self.now for one in periods)


@pytest.mark.django_db
def test_the_states_hold_whatever_people_do() -> None:
    run_state_machine_as_test(Disruption, settings=MANY)
