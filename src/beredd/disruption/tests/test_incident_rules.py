"""The table of an incident's states is whole; paper is never master twice; no time limit passes without a warning."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.disruption.models.incident import MOVES
from beredd.disruption.rules.incident import PATHS, Move, State, after, possible
from beredd.disruption.rules.limits import LIMITS, Limit, Step, deadlines
from beredd.disruption.rules.paper_master import Fault, Period, fault_of_beginning, fault_of_ending, is_master
from beredd.people.rules.roles import LICENSED, ROLES, Permission, Role

NINE = datetime(2026, 11, 23, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_every_move_has_a_path_and_every_state_is_reached() -> None:
    assert set(PATHS) == set(Move)
    assert {path.target for path in PATHS.values()} == set(State) - {State.SUSPECTED}
    assert {move.value for move in Move} == set(MOVES)


def test_what_is_over_stays_over() -> None:
    assert possible(State.CLOSED) == possible(State.DISMISSED) == []


def test_what_has_been_confirmed_is_never_dismissed() -> None:
    assert PATHS[Move.DISMISS].sources == {State.SUSPECTED}


def test_it_is_closed_only_after_it_has_recovered() -> None:
    assert PATHS[Move.CLOSE].sources == {State.RECOVERING}


def test_those_with_the_care_may_ask_for_paper_and_may_not_say_for_it_that_it_will_be_long() -> None:
    for role in (*LICENSED, Role.UNIT_MANAGER):
        assert Permission.DECIDE_PAPER in ROLES[role].permissions
        assert Permission.DECLARE_LONG not in ROLES[role].permissions


def test_those_who_look_after_systems_decide_nothing_about_paper() -> None:
    for role in (Role.HELPDESK, Role.ADMINISTRATOR):
        assert Permission.DECIDE_PAPER not in ROLES[role].permissions
        assert Permission.DECLARE_LONG in ROLES[role].permissions


def test_a_relapse_is_confirmed_again() -> None:
    assert after([Move.CONFIRM, Move.DECLARE_LONG, Move.RECOVER, Move.RELAPSE]) is State.CONFIRMED


@pytest.mark.parametrize(
    ("begins", "others", "fault"),
    [
        (NINE, [], None),
        (NINE - 24 * HOUR, [], None),
        (NINE - 25 * HOUR, [], Fault.TOO_FAR_BACK),
        (NINE + timedelta(days=8), [], Fault.TOO_FAR_AHEAD),
        (NINE, [Period(NINE - HOUR)], Fault.OVERLAPS),
        (NINE, [Period(NINE - HOUR, NINE + HOUR)], Fault.OVERLAPS),
        (NINE, [Period(NINE + HOUR)], Fault.OVERLAPS),
        (NINE, [Period(NINE - HOUR, NINE)], None),
    ],
)
def test_when_paper_may_become_master(begins: datetime, others: list[Period], fault: Fault | None) -> None:
    assert fault_of_beginning(begins, others, at=NINE) is fault


@pytest.mark.parametrize(
    ("ends", "fault"),
    [
        (NINE, Fault.ENDS_BEFORE_IT_BEGINS),
        (NINE + HOUR, None),
        (NINE + 27 * HOUR, None),
        (NINE + timedelta(days=9), Fault.TOO_FAR_AHEAD),
    ],
)
def test_when_paper_may_cease_to_be_master(ends: datetime, fault: Fault | None) -> None:
    assert fault_of_ending(Period(NINE), ends, at=NINE + HOUR) is fault


def test_at_the_end_of_the_period_the_system_is_master_again() -> None:
    period = Period(NINE, NINE + HOUR)
    assert is_master([period], NINE)
    assert not is_master([period], NINE + HOUR)


def limits_at(*steps: Step, told_at: datetime | None = None) -> dict[Limit, datetime]:
    found = deadlines(NINE, steps, told_at=told_at, limits=LIMITS)
    return {one.limit: one.passes_at for one in found}


def test_a_suspicion_is_looked_into_within_a_quarter_of_an_hour() -> None:
    assert limits_at() == {Limit.LOOK_INTO: NINE + timedelta(minutes=15)}


def test_slow_and_down_count_together_towards_paper() -> None:
    degraded = Step(Move.DEGRADE, NINE + HOUR)
    assert limits_at(Step(Move.CONFIRM, NINE), degraded)[Limit.GO_TO_PAPER] == NINE + 4 * HOUR


def test_a_relapse_begins_to_count_anew() -> None:
    steps = [Step(Move.CONFIRM, NINE), Step(Move.RECOVER, NINE + HOUR), Step(Move.RELAPSE, NINE + 2 * HOUR)]
    assert limits_at(*steps)[Limit.GO_TO_PAPER] == NINE + 6 * HOUR


def test_once_on_paper_only_the_next_word_is_awaited() -> None:
    long = [Step(Move.CONFIRM, NINE), Step(Move.DECLARE_LONG, NINE + HOUR)]
    assert limits_at(*long, told_at=NINE + HOUR) == {Limit.NEXT_WORD: NINE + 3 * HOUR}


@given(st.lists(st.tuples(st.sampled_from(Move), st.integers(0, 300)), max_size=8))
def test_every_limit_warns_before_it_passes(steps: list[tuple[Move, int]]) -> None:
    told = [Step(move, NINE + timedelta(minutes=after)) for move, after in sorted(steps, key=lambda one: one[1])]
    for one in deadlines(NINE, told, limits=LIMITS):
        assert NINE <= one.warns_at < one.passes_at
        assert one.is_warning(one.warns_at)
        assert not one.is_warning(one.passes_at)
        assert one.has_passed(one.passes_at)
