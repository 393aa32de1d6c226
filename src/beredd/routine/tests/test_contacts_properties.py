"""What holds for any opening hours at any moment."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from beredd.routine.rules.contacts import SWEDEN, Days, reach
from beredd.routine.rules.routine import Contact, Holidays, Hours, Words
from beredd.routine.tests.routines import routine

MINUTE = timedelta(minutes=1)
clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
weekdays = st.sets(st.integers(1, 7), min_size=1).map(sorted).map(tuple)
hours = st.builds(Hours, weekdays, clocks, clocks, st.sampled_from(list(Holidays)))
contacts = st.builds(
    Contact, st.just("any"), st.just(Words("Någon")), hours=st.lists(hours, min_size=1, max_size=3).map(tuple)
)
turns = st.sampled_from(
    [datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC), datetime(2026, 12, 24, tzinfo=UTC)]
)
moments = st.builds(lambda turn, minutes: turn + timedelta(minutes=minutes), turns, st.integers(-3000, 3000))
near = st.builds(lambda turn, day: turn.date() + timedelta(days=day), turns, st.integers(-3, 3))
calendars = st.builds(
    lambda closed, shortened: Days(
        date(2026, 1, 1), date(2027, 12, 31), dict.fromkeys(closed, Words("stängt")), shortened
    ),
    st.sets(near, max_size=4),
    st.dictionaries(near, clocks, max_size=3),
)


@settings(deadline=None)
@given(contacts, calendars, moments)
def test_what_is_said_of_opening_and_closing_comes_true(contact: Contact, days: Days, now: datetime) -> None:
    def is_open(at: datetime) -> bool:
        return reach(routine("exorlive"), contact, now=at, days=days).open

    found = reach(routine("exorlive"), contact, now=now, days=days)
    if found.open and found.open_until:
        assert found.open_until > now
        assert is_open(found.open_until - MINUTE)
        assert not is_open(found.open_until)
    if not found.open and found.opens_at:
        assert found.opens_at > now
        assert is_open(found.opens_at)
        assert not is_open(found.opens_at - MINUTE)


@settings(deadline=None)
@given(contacts, calendars, moments)
def test_open_means_that_a_clock_on_the_wall_says_so(contact: Contact, days: Days, now: datetime) -> None:
    local = now.astimezone(SWEDEN)
    if (
        local.utcoffset() != (local + timedelta(hours=26)).utcoffset()
        or local.utcoffset() != (local - timedelta(hours=26)).utcoffset()
    ):
        return  # the nights when clocks are changed are in contract/cases/contacts.json
    expected = any(covers(one, local, days, back) for one in contact.hours for back in (0, 1))
    assert reach(routine("exorlive"), contact, now=now, days=days).open is expected


def covers(hours: Hours, local: datetime, days: Days, back: int) -> bool:
    """By minutes since the midnight of the day `back` days ago: another way to count than the rule's."""
    day = local.date() - timedelta(days=back)
    closed = day in days.closed
    kept = {Holidays.OPEN: True, Holidays.CLOSED: not closed, Holidays.ONLY: closed}[hours.holidays]
    opens, closes = minutes(hours.opens), minutes(hours.closes)
    closes += 24 * 60 if closes <= opens else 0
    if hours.holidays is Holidays.CLOSED and day in days.shortened:
        closes = min(closes, minutes(days.shortened[day]))
    at = minutes(local.time()) + back * 24 * 60
    return kept and day.isoweekday() in hours.weekdays and opens <= at < closes


def minutes(at: time) -> int:
    return at.hour * 60 + at.minute
