"""Added up over time: the sums are those of the balance, whatever the span."""

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.signing.rules.balance import Reason, State
from beredd.signing.rules.follow_up import Amount, Dose, Ended, Exercised, amount, by_span, spans_of, tally

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("since", "until", "number", "second"),
    [
        (MONDAY, MONDAY, 1, None),
        (MONDAY, MONDAY + 27 * DAY, 28, (MONDAY + DAY, MONDAY + DAY)),
        (MONDAY, MONDAY + 83 * DAY, 12, (MONDAY + 7 * DAY, MONDAY + 13 * DAY)),
        (MONDAY + 2 * DAY, MONDAY + 40 * DAY, 6, (MONDAY + 7 * DAY, MONDAY + 13 * DAY)),  # the first week is cut
        (MONDAY, MONDAY - DAY, 0, None),
    ],
)
def test_a_short_span_is_days_and_a_long_one_weeks(
    since: date, until: date, number: int, second: tuple[date, date] | None
) -> None:
    spans = spans_of(since, until)
    assert (len(spans), spans[1] if len(spans) > 1 else None) == (number, second)


def test_what_may_still_be_signed_and_what_was_paused_is_not_expected() -> None:
    ended = [Ended(MONDAY, state) for state in State]
    found = tally(ended, since=MONDAY, until=MONDAY)
    assert found.expected == 5
    assert found.counts == Counter(State)


def test_the_most_frequent_reason_comes_first_and_a_pause_is_none() -> None:
    unwell, declined = (Ended(MONDAY, State.NOT_PERFORMED, reason) for reason in (Reason.UNWELL, Reason.DECLINED))
    away = Ended(MONDAY, State.PAUSED, "away")
    found = tally([unwell, declined, declined, away], since=MONDAY, until=MONDAY)
    assert found.reasons == (("declined", 2), ("unwell", 1))


@pytest.mark.parametrize(
    ("dose", "said", "expected"),
    [
        (Dose(2, 8), {"sets": 2, "repetitions": 13}, Amount("repetitions", 13, 16)),
        (Dose(None, 8), {"repetitions": 8}, Amount("repetitions", 8, 8)),
        (Dose(2, 8, 5), {"repetitions": 3}, Amount("repetitions", 3, 16)),  # each is held: the times are counted
        (Dose(3, None, 15), {"seconds": 40}, Amount("seconds", 40, 45)),
        (Dose(3), {"sets": 2}, Amount("sets", 2, 3)),
        (Dose(), {}, Amount("times", 1, 1)),
    ],
)
def test_what_was_done_stands_beside_what_was_dosed(dose: Dose, said: dict[str, int], expected: Amount) -> None:
    given = {"sets": None, "repetitions": None, "seconds": None, **said}
    assert amount(dose, **given, listed=True) == expected


def test_what_is_not_listed_was_not_done() -> None:
    assert amount(Dose(), sets=None, repetitions=None, seconds=None, listed=False) == Amount("times", 0, 1)


days = st.integers(-10, 130).map(lambda n: MONDAY + n * DAY)
ended = st.builds(Ended, days, st.sampled_from(State), st.none() | st.sampled_from(Reason))
spans = st.tuples(st.integers(0, 60), st.integers(0, 90)).map(lambda n: (MONDAY + n[0] * DAY, MONDAY + sum(n) * DAY))


@given(st.lists(ended), spans)
def test_the_sums_add_up(found: list[Ended], span: tuple[date, date]) -> None:
    since, until = span
    told = tally(found, since=since, until=until)
    within = [one for one in found if since <= one.day <= until]
    assert told.counts == Counter(one.state for one in within)
    assert sum((bucket.counts for bucket in told.buckets), Counter()) == told.counts
    for bucket in told.buckets:
        of_it = [one for one in within if bucket.first <= one.day <= bucket.last]
        assert bucket.counts == Counter(one.state for one in of_it)


@given(spans)
def test_the_spans_are_the_whole_span_without_a_gap(span: tuple[date, date]) -> None:
    since, until = span
    covered = [first + n * DAY for first, last in spans_of(since, until) for n in range((last - first).days + 1)]
    assert covered == [since + n * DAY for n in range((until - since).days + 1)]


amounts = st.builds(Amount, st.just("repetitions"), st.integers(0, 40), st.integers(1, 40))


@given(st.lists(st.builds(Exercised, st.just(UUID(int=1)), days, st.just(UUID(int=2)), amounts)), spans)
def test_amounts_add_up_too(done: list[Exercised], span: tuple[date, date]) -> None:
    added = by_span(spans_of(*span), done)
    within = [one.amount for one in done if span[0] <= one.day <= span[1]]
    assert sum(one.done for one in added) == sum(one.done for one in within)
    assert sum(one.dosed for one in added) == sum(one.dosed for one in within)
