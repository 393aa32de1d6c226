"""A vendor's calendar file: what is read from it, and what cannot be."""

import contextlib
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.clock import SWEDEN
from beredd.disruption.calendar_file import LARGEST, CalendarFault, read_calendar

NOW = datetime(2026, 11, 23, 10, tzinfo=SWEDEN)


def calendar(*events: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:vendor"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.split("|"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def read(*events: str) -> list[str]:
    works = read_calendar(calendar(*events), now=NOW).works
    return [f"{one.starts:%d/%m %H:%M}–{one.ends:%d/%m %H:%M} {one.what}".strip() for one in works]


SERVICE = "UID:s|DTSTART;TZID=Europe/Stockholm:20261126T220000|DURATION:PT2H|SUMMARY:Service"


def test_times_in_utc_in_a_zone_without_one_and_whole_days_are_ours() -> None:
    assert read("DTSTART:20261124T210000Z|DTEND:20261124T220000Z|SUMMARY:Ny\\, version") == [
        "24/11 22:00–24/11 23:00 Ny, version"
    ]
    assert read("DTSTART:20261124T220000|DTEND:20261124T230000") == ["24/11 22:00–24/11 23:00"]
    assert read(SERVICE) == ["26/11 22:00–27/11 00:00 Service"]
    assert read("DTSTART;VALUE=DATE:20261201|SUMMARY:Flytt") == ["01/12 00:00–02/12 00:00 Flytt"]


def test_what_repeats_is_written_out_without_what_is_left_out_or_moved() -> None:
    monthly = SERVICE + "|RRULE:FREQ=MONTHLY;COUNT=4|EXDATE;TZID=Europe/Stockholm:20261226T220000"
    moved = "UID:s|RECURRENCE-ID:20270126T210000Z|DTSTART:20270127T220000|DURATION:PT1H|SUMMARY:Flyttad"
    assert read(monthly, moved) == [
        "26/11 22:00–27/11 00:00 Service",
        "27/01 22:00–27/01 23:00 Flyttad",
        "26/02 22:00–27/02 00:00 Service",
    ]


def test_an_old_one_that_repeats_for_ever_begins_now_and_keeps_its_hour_in_summer() -> None:
    found = read(SERVICE.replace("20261126", "20220106") + "|RRULE:FREQ=WEEKLY")
    assert found[0].startswith("26/11 22:00") and "22/04 22:00–23/04 00:00 Service" in found
    assert len(found) == 57  # weeks in 400 days


def test_what_is_over_cancelled_or_far_off_is_left_out() -> None:
    assert read("DTSTART:20261122T210000Z|DURATION:PT1H", SERVICE + "|STATUS:CANCELLED") == []
    assert read("DTSTART:20290101T210000Z|DURATION:PT1H") == []
    assert read("DTSTART:20261123T080000Z|DTEND:20261123T120000Z") == ["23/11 09:00–23/11 13:00"]


@pytest.mark.parametrize(
    "event",
    [
        "SUMMARY:Utan tid",
        "DTSTART:i morgon|SUMMARY:Fel",
        SERVICE + "|RRULE:FREQ=SECONDLY",
        SERVICE + "|RRULE:FREQ=DAILY;BYSECOND=1,2,3",
        SERVICE.replace("2026", "1970") + "|RRULE:FREQ=DAILY",
    ],
)
def test_what_cannot_be_understood_is_counted_and_the_rest_is_read(event: str) -> None:
    found = read_calendar(calendar(event, SERVICE), now=NOW)
    assert (len(found.works), found.unread) == (1, 1)


@pytest.mark.parametrize("file", [b"", b"hej", b"\xff\xfe\x00", b"%PDF-1.7", calendar() * 2, b"x" * (LARGEST + 1)])
def test_what_is_no_calendar_is_refused(file: bytes) -> None:
    with pytest.raises(CalendarFault):
        read_calendar(file, now=NOW)


WHOLE = calendar(
    SERVICE + "|RRULE:FREQ=MONTHLY;COUNT=4|EXDATE;TZID=Europe/Stockholm:20261226T220000|URL:https://x.example"
)


@given(st.integers(0, len(WHOLE)), st.integers(0, 12), st.binary(max_size=6))
def test_a_torn_file_is_read_or_refused_never_worse(at: int, lost: int, put: bytes) -> None:
    with contextlib.suppress(CalendarFault):
        found = read_calendar(WHOLE[:at] + put + WHOLE[at + lost :], now=NOW)
        assert all(one.starts < one.ends and one.ends > NOW for one in found.works)
