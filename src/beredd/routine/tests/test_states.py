"""Where a version stands: the table is whole, and at most one version is in force at any moment."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.people.rules.roles import ROLES, Permission, Role
from beredd.routine.rules.states import PATHS, Life, Move, State, after, in_force, possible

FIRST = date(2026, 11, 1)
days = st.integers(0, 20).map(lambda count: FIRST + timedelta(days=count))


@st.composite
def lives(draw: st.DrawFn) -> list[Life]:
    many = draw(st.integers(0, 5))
    return [Life(number, draw(st.none() | days), draw(st.none() | days)) for number in range(1, many + 1)]


def test_every_move_has_a_path_and_every_state_is_reached() -> None:
    assert set(PATHS) == set(Move)
    assert {path.target for path in PATHS.values()} == set(State)


def test_what_is_over_stays_over() -> None:
    assert possible(State.WITHDRAWN) == []
    assert possible(State.DISCARDED) == []


def test_only_a_medically_responsible_decides() -> None:
    deciding = {role for role in Role if Permission.DECIDE_ROUTINE in ROLES[role].permissions}
    assert deciding == {Role.MEDICALLY_RESPONSIBLE}
    for move in (Move.DECIDE, Move.PUT_IN_FORCE, Move.WITHDRAW):
        assert PATHS[move].permission is Permission.DECIDE_ROUTINE


def test_what_cannot_be_undone_says_why() -> None:
    assert {move for move, path in PATHS.items() if path.needs_ground} == {Move.SEND_BACK, Move.WITHDRAW, Move.DISCARD}


def test_a_draft_that_was_sent_back_is_a_draft() -> None:
    assert after([Move.REVIEW, Move.SEND_BACK]) is State.DRAFT


@pytest.mark.parametrize(
    ("known", "day", "number"),
    [
        ([], FIRST, None),
        ([Life(1, None)], FIRST, None),  # decided, and no day chosen
        ([Life(1, FIRST)], FIRST - timedelta(days=1), None),
        ([Life(1, FIRST)], FIRST, 1),
        ([Life(1, FIRST), Life(2, FIRST + timedelta(days=2))], FIRST + timedelta(days=1), 1),
        ([Life(1, FIRST), Life(2, FIRST + timedelta(days=2))], FIRST + timedelta(days=2), 2),
        ([Life(1, FIRST), Life(2, FIRST)], FIRST, 2),
        ([Life(1, FIRST), Life(2, FIRST, FIRST)], FIRST, None),  # the old one does not come back by itself
        ([Life(1, FIRST), Life(2, FIRST + timedelta(days=5), FIRST)], FIRST + timedelta(days=9), 1),  # never began
    ],
)
def test_which_is_in_force(known: list[Life], day: date, number: int | None) -> None:
    assert in_force(known, day) == number


@given(lives(), days)
def test_what_is_in_force_has_begun_and_is_not_withdrawn(known: list[Life], day: date) -> None:
    number = in_force(known, day)
    for life in known:
        if life.number == number:
            assert life.from_day is not None and life.from_day <= day
            assert life.withdrawn_on is None or life.withdrawn_on > day


@given(lives(), days)
def test_what_is_chosen_for_later_changes_nothing_today(known: list[Life], day: date) -> None:
    coming = Life(99, day + timedelta(days=1))
    assert in_force([*known, coming], day) == in_force(known, day)
