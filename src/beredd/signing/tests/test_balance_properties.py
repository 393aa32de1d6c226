"""What holds for whatever is signed, in whatever order it comes."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from beredd.care.rules.occurrences import Occurrence, occurrence_id
from beredd.signing.rules.balance import Outcome, Reason, Signed, State, balance, effective, totals, unsigned_state

PRESCRIPTION = UUID(int=7)
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def planned(number: int, paused: str | None = None) -> Occurrence:
    due, slot = NINE + number * HOUR, f"2026-11-23T{10 + number}:00"
    return Occurrence(
        id=occurrence_id(PRESCRIPTION, slot),
        prescription=PRESCRIPTION,
        slot=slot,
        version=1,
        opens=due - HOUR,
        due_at=due,
        due_by=due + HOUR,
        closes=due + 6 * HOUR,
        paused=paused,
    )


DAY = [planned(0), planned(1), planned(2, paused="hospital")]
ids = st.integers(1, 6).map(lambda number: UUID(int=number))
instants = st.integers(-3, 24).map(lambda hours: NINE + hours * HOUR)


@st.composite
def signatures(draw: st.DrawFn) -> list[Signed]:
    """Each id says one thing, however often it is sent."""
    return [
        Signed(
            id=id,
            occurrence=draw(st.sampled_from([None, UUID(int=99), *(one.id for one in DAY)])),
            outcome=draw(st.sampled_from([*Outcome, "from_a_newer_program"])),
            reason=draw(st.none() | st.sampled_from(Reason)),
            performed_at=draw(instants),
            corrects=draw(st.none() | ids),
            counts=draw(st.booleans()),
        )
        for id in draw(st.lists(ids, unique=True))
    ]


@given(signatures(), instants, st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_changes_the_balance(sent: list[Signed], now: datetime, chance: object) -> None:
    again = [*sent, *sent]
    chance.shuffle(again)  # type: ignore[attr-defined]
    assert balance(DAY, again, now) == balance(DAY, sent, now)


@given(signatures(), instants)
def test_every_occurrence_is_in_exactly_one_state(sent: list[Signed], now: datetime) -> None:
    lines = balance(DAY, sent, now)
    assert [line.occurrence for line in lines] == DAY
    counted = totals(lines)
    assert set(counted) == set(State)
    assert sum(counted.values()) == len(DAY)


@given(signatures(), instants)
def test_what_stands_is_shown_once_and_what_does_not_is_not(sent: list[Signed], now: datetime) -> None:
    shown = [id for line in balance(DAY, sent, now) for id in line.signatures]
    here = {one.id for one in effective(sent) if one.occurrence in {occurrence.id for occurrence in DAY}}
    assert sorted(shown) == sorted(here)


@given(signatures(), ids)
def test_what_waits_for_a_decision_changes_nothing(sent: list[Signed], id: UUID) -> None:
    known = [one for one in sent if one.id != id]
    held = Signed(id, DAY[0].id, Outcome.VOID, None, NINE, corrects=UUID(int=1), counts=False)
    assert balance(DAY, [*known, held], NINE) == balance(DAY, known, NINE)


@given(instants, instants)
def test_waiting_never_makes_it_earlier(one: datetime, other: datetime) -> None:
    order = [State.COMING, State.DUE, State.LATE, State.UNACCOUNTED]
    before, after = sorted([one, other])
    assert order.index(unsigned_state(DAY[0], before)) <= order.index(unsigned_state(DAY[0], after))


@given(signatures(), instants, instants)
def test_what_is_signed_does_not_change_with_time(sent: list[Signed], one: datetime, other: datetime) -> None:
    for before, after in zip(balance(DAY, sent, one), balance(DAY, sent, other), strict=True):
        assert before.signatures == after.signatures
        assert not before.signatures or before.state is after.state
