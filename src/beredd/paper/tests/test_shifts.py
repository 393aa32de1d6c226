"""Paper at each shift's end: at the right time, once, and not long after."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.clock import SWEDEN
from beredd.ledger import queries as ledger
from beredd.paper import actions, queries
from beredd.paper.models import PrintJob, ShiftPrint
from beredd.paper.rules.shifts import STILL_WORTH, BadTimes, latest_due, read_times
from beredd.people import actions as people
from beredd.people.factories import MONDAY, Town, town
from beredd.people.queries import members
from beredd.people.rules.access import Access, Refused

TIMES = [time(7), time(15, 30), time(21, 30)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("07:00, 15:30, 21:30", TIMES),
        ("7.00", [time(7)]),
        ("21:30 7:00;15:30,07.00", TIMES),
    ],
)
def test_times_are_read_as_people_write_them(text: str, times: list[time]) -> None:
    assert read_times(text) == times


@pytest.mark.parametrize("text", ["", "24:00", "7", "07:60", "morgon", "1:00 2:00 3:00 4:00 5:00 6:00 7:00", "٠٧:٠٠"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(BadTimes):
        read_times(text)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-23T06:59+01:00", None),  # half past nine yesterday is too long ago
        ("2026-11-23T07:00+01:00", "2026-11-23T07:00+01:00"),
        ("2026-11-23T14:59+01:00", "2026-11-23T07:00+01:00"),
        ("2026-11-23T15:00+01:00", None),
        ("2026-11-23T15:30+01:00", "2026-11-23T15:30+01:00"),
        ("2026-11-24T01:00+01:00", "2026-11-23T21:30+01:00"),
        ("2026-10-25T07:30+01:00", "2026-10-25T07:00+01:00"),  # the clocks went back in the night
    ],
)
def test_what_is_due(now: str, due: str | None) -> None:
    found = latest_due(TIMES, datetime.fromisoformat(now), SWEDEN)
    assert found == (datetime.fromisoformat(due) if due else None)


@given(
    st.lists(st.times().map(lambda one: one.replace(second=0, microsecond=0)), min_size=1, max_size=6),
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_it_has_come_and_is_not_too_long_ago(times: list[time], at: datetime) -> None:
    due = latest_due(times, at, SWEDEN)
    assert due is None or (timedelta(0) <= at - due < STILL_WORTH)


@pytest.fixture
def place(db: None) -> Town:
    return town()


@pytest.fixture
def manager(place: Town) -> Access:
    return place.access(place.manager)


def agree(place: Town, by: Access, **more: Any) -> None:
    fields: dict[str, Any] = {"times": TIMES, "everybody": True, "to": "", "at": MONDAY, **more}
    actions.put_shift_print(unit=place.north, by=by, **fields)


HALF_PAST_THREE = datetime.fromisoformat("2026-11-23T14:30+00:00")


def test_it_is_ordered_once_at_each_time(place: Town, manager: Access) -> None:
    agree(place, manager)
    assert actions.queue_shifts(at=MONDAY + timedelta(minutes=1)) == 0  # seven o'clock was before it was agreed on
    assert [actions.queue_shifts(at=HALF_PAST_THREE) for _ in range(3)] == [1, 0, 0]
    assert actions.queue_shifts(at=HALF_PAST_THREE + timedelta(hours=6)) == 1
    job = PrintJob.objects.order_by("asked_at")[0]
    assert (job.kind, job.about, job.everybody, job.channel) == ("unit", place.north, True, "shift")
    assert (job.first, job.last) == (date(2026, 11, 22), date(2026, 11, 25))


def test_after_a_stop_only_the_latest_is_made(place: Town, manager: Access) -> None:
    agree(place, manager)
    assert actions.queue_shifts(at=HALF_PAST_THREE + timedelta(days=3, hours=1)) == 1


def test_it_is_recorded_and_ended(place: Town, manager: Access) -> None:
    held = ledger.head().position
    agree(place, manager)
    actions.end_shift_print(unit=place.north, by=manager, at=MONDAY)
    assert [event.kind for event in ledger.events_since(held)] == ["paper.shifts_put", "paper.shifts_ended"]
    assert actions.queue_shifts(at=HALF_PAST_THREE) == 0


def test_nothing_is_agreed_when_it_cannot_be_recorded(
    place: Town, manager: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("beredd.paper.actions.shifts.append", full)
    with pytest.raises(OSError, match="full"):
        agree(place, manager)
    assert not ShiftPrint.objects.exists()


def test_it_is_not_for_everybody(place: Town) -> None:
    for who in (place.bo, place.cilla):
        with pytest.raises(Refused) as refused:
            agree(place, place.access(who))
        assert refused.value.code == "not_allowed"


def test_when_who_agreed_on_it_has_left_nothing_is_made_and_it_shows(place: Town, manager: Access) -> None:
    agree(place, manager)
    (row,) = [row for row in members([place.north]) if row.user.id == place.manager]
    people.end_membership(membership=row.membership, ends_on=date(2026, 11, 23), by=manager, at=MONDAY)
    tomorrow = HALF_PAST_THREE + timedelta(days=1)
    assert not queries.shift_prints([place.north], at=tomorrow)[place.north].holds
    assert actions.queue_shifts(at=tomorrow) == 0
    assert not PrintJob.objects.exists()
