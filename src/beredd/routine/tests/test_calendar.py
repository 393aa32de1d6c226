"""Closed and shortened days: from the library, with what the municipality has decided before what is usual."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from beredd.routine.calendar import SHORT_DAYS, days, days_ahead, days_around
from beredd.routine.rules import reading_contacts
from beredd.routine.rules.routine import Calendar, LocalDay, ShortDay, Words
from beredd.routine.tests.routines import routine

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
MOVED = date(2026, 4, 2)  # Maundy Thursday


def test_public_holidays_and_the_eves_that_are_holidays_in_fact() -> None:
    found = days(Calendar(), *YEAR).closed
    assert [found[date(2026, month, day)].sv for month, day in ((6, 19), (12, 24), (12, 31))] == [
        "Midsommarafton",
        "Julafton",
        "Nyårsafton",
    ]
    assert found[date(2026, 10, 31)] == Words("Alla helgons dag", "All Saints' Day")
    assert len(found) == 16


def test_a_municipality_may_keep_the_eves_open() -> None:
    assert len(days(Calendar(eves_open=True), *YEAR).closed) == 13


@pytest.mark.parametrize("name", SHORT_DAYS)
def test_the_library_knows_each_day_that_may_be_shortened(name: str) -> None:
    found = days(Calendar(short=(ShortDay(name, time(12)),)), date(2026, 1, 1), date(2028, 12, 31))
    assert len(found.shortened) >= 2


def test_files_and_calendar_have_the_same_names_for_short_days() -> None:
    assert tuple(SHORT_DAYS) == reading_contacts.SHORT_DAYS


@pytest.mark.parametrize(
    ("local", "closed", "shortened"),
    [
        (LocalDay(MOVED, Words("stängt")), True, None),
        (LocalDay(MOVED, Words("öppet"), open=True), False, None),
        (LocalDay(MOVED, Words("kort"), closes_at=time(14)), False, time(14)),
    ],
)
def test_what_is_decided_for_a_day_goes_before_what_is_usual(
    local: LocalDay, closed: bool, shortened: time | None
) -> None:
    calendar = Calendar(short=(ShortDay("maundy-thursday", time(12)),))
    assert days(calendar, *YEAR).shortened[MOVED] == time(12)
    found = days(replace(calendar, local=(local,)), *YEAR)
    assert (MOVED in found.closed, found.shortened.get(MOVED)) == (closed, shortened)


def test_a_holiday_is_closed_even_where_the_eve_is_shortened() -> None:
    found = days(routine("alvlunda").calendar, *YEAR)
    assert not set(found.closed) & set(found.shortened)


def test_a_phone_carries_two_years() -> None:
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    found = days_ahead(Calendar(), now)
    assert (found.first, found.last >= date(2028, 11, 23)) == (date(2026, 11, 22), True)
    assert date(2028, 6, 23) in found.closed
    assert date(2026, 12, 24) in days_around(Calendar(), now).closed
