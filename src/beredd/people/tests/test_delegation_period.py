"""A delegation holds for at most a year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.people.rules.delegation import DelegationBackwards, DelegationTooLong, check_period, last_day


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 23), date(2027, 11, 22)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2027, 3, 1), date(2028, 2, 29)),
    ],
)
def test_a_day_or_a_year_may_be(starts_on: date, ends_on: date) -> None:
    check_period(starts_on, ends_on)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "code"),
    [
        (date(2026, 11, 23), date(2027, 11, 23), "delegation_too_long"),
        (date(2028, 2, 29), date(2029, 3, 1), "delegation_too_long"),
        (date(2026, 11, 23), date(2026, 11, 22), "delegation_period"),
    ],
)
def test_longer_or_backwards_may_not(starts_on: date, ends_on: date, code: str) -> None:
    with pytest.raises((DelegationTooLong, DelegationBackwards)) as refused:
        check_period(starts_on, ends_on)
    assert refused.value.code == code


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_longest_is_365_or_366_days(starts_on: date) -> None:
    assert (last_day(starts_on) - starts_on).days + 1 in (365, 366)
