"""What holds for every prescription there could be."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.care.rules.occurrences import Occurrence, Version, find, occurrences
from beredd.care.rules.schedule import (
    AsNeeded,
    Clock,
    Part,
    PartOfDay,
    Schedule,
    TimesPerWeek,
    schedule_from_json,
    schedule_to_json,
)

SWEDEN = ZoneInfo("Europe/Stockholm")
PRESCRIPTION = UUID("7d1c7a86-57cc-5a7c-9d3c-0f4b6f2f9a10")
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)

weekdays = st.sets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days)))
minutes = st.sampled_from([0, 30, 60, 120])
times = st.sets(st.builds(time, st.integers(0, 23), st.integers(0, 59)), min_size=1, max_size=3)
weeks = st.one_of(st.just((1, None)), st.dates(date(2026, 1, 1), date(2027, 1, 31)).map(lambda day: (2, day)))
schedules: st.SearchStrategy[Schedule] = st.one_of(
    st.builds(
        lambda days, at, every, before, after: Clock(days, tuple(sorted(at)), every[0], every[1], before, after),
        weekdays,
        times,
        weeks,
        minutes,
        minutes,
    ),
    st.builds(
        lambda days, parts, every: PartOfDay(days, tuple(part for part in Part if part in parts), every[0], every[1]),
        weekdays,
        st.sets(st.sampled_from(Part), min_size=1),
        weeks,
    ),
    st.builds(TimesPerWeek, st.integers(1, 7)),
    st.just(AsNeeded()),
)
instants = st.datetimes(datetime(2026, 1, 1), datetime(2027, 2, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def histories(draw: st.DrawFn) -> list[Version]:
    effective = sorted(draw(st.lists(instants, min_size=1, max_size=3)))
    versions = []
    for number, at in enumerate(effective, start=1):
        starts = draw(st.dates(date(2025, 12, 1), date(2026, 12, 31)))
        length = draw(st.one_of(st.none(), st.integers(0, 200)))
        ends = None if length is None else starts + timedelta(days=length)
        versions.append(Version(number, at, starts, ends, draw(schedules)))
    return versions


def planned(versions: list[Version], since: datetime, until: datetime) -> list[Occurrence]:
    return occurrences(PRESCRIPTION, versions, [], since=since, until=until, zone=SWEDEN)


@given(schedules)
def test_a_schedule_comes_back_from_json_as_it_went(schedule: Schedule) -> None:
    assert schedule_from_json(schedule_to_json(schedule)) == schedule


@given(histories(), instants, st.integers(1, 96), st.floats(0, 1))
def test_however_a_span_is_cut_the_occurrences_are_the_same(
    versions: list[Version], since: datetime, hours: int, where: float
) -> None:
    until = since + timedelta(hours=hours)
    cut = since + timedelta(seconds=int(hours * 3600 * where))
    pieces = {*planned(versions, since, cut), *planned(versions, cut, until)} if since < cut < until else set()
    assert not pieces or pieces == set(planned(versions, since, until))


@given(histories(), instants)
def test_an_occurrence_is_named_once_and_its_window_is_in_order(versions: list[Version], since: datetime) -> None:
    found = planned(versions, since, since + timedelta(days=10))
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.opens <= one.due_at <= one.due_by < one.closes
        assert one.closes - one.due_by >= timedelta(hours=4)


@given(histories(), instants)
def test_a_new_version_does_not_rename_or_move_what_was_due_before_it(versions: list[Version], since: datetime) -> None:
    *before, last = versions
    earlier = {one for one in planned(before, since, since + timedelta(days=10)) if one.due_by < last.effective_at}
    now = set(planned(versions, since, since + timedelta(days=10)))
    assert {one for one in earlier if "W" not in one.slot} <= now


@given(st.integers(1, 7), instants)
def test_a_whole_week_has_exactly_as_many_slots_as_were_prescribed(count: int, since: datetime) -> None:
    version = Version(1, BEGIN - timedelta(days=400), date(2025, 1, 1), None, TimesPerWeek(count))
    found = planned([version], since, since + timedelta(microseconds=1))
    assert len(found) == count


days_near_a_week = st.dates(date(2026, 11, 16), date(2026, 12, 6))
instants_near_a_week = st.datetimes(datetime(2026, 11, 20), datetime(2026, 12, 2), timezones=st.just(UTC))  # noqa: DTZ001
EVER = (datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 20, tzinfo=UTC))


@st.composite
def changed_in_mid_week(draw: st.DrawFn) -> list[Version]:
    versions = []
    for number in range(1, draw(st.integers(2, 4))):
        starts = draw(days_near_a_week)
        length = draw(st.none() | st.integers(0, 10))
        ends = None if length is None else starts + timedelta(days=length)
        form = draw(st.builds(TimesPerWeek, st.integers(1, 7)) | st.just(Clock((1, 3, 6), (time(8),))))
        versions.append(Version(number, draw(instants_near_a_week), starts, ends, form))
    return versions


@given(changed_in_mid_week())
def test_a_week_is_never_planned_by_two_versions(versions: list[Version]) -> None:
    found = planned(versions, *EVER)
    assert len({one.id for one in found}) == len(found)
    weeks = {(one.slot.partition("/")[0], one.version) for one in found if "W" in one.slot}
    assert len({week for week, _version in weeks}) == len(weeks)


@given(changed_in_mid_week(), instants_near_a_week)
def test_a_week_looks_the_same_from_every_day_of_it(versions: list[Version], at: datetime) -> None:
    glance = planned(versions, at, at + timedelta(minutes=1))
    assert set(glance) <= set(planned(versions, *EVER))


@given(histories(), instants)
def test_each_occurrence_is_found_by_its_slot(versions: list[Version], since: datetime) -> None:
    for one in planned(versions, since, since + timedelta(days=3)):
        assert find(PRESCRIPTION, versions, one.slot, zone=SWEDEN) == one


@pytest.mark.parametrize(
    "slot",
    [
        "",
        "2026",
        "2026-11-31T10:00",
        "2026-W54/1",
        "2026-W48",
        "W",
        "9999-12-31T10:00",
        "0001-01-01/night",
        "9999-W52/1",
    ],
)
def test_a_slot_that_is_nonsense_is_not_found(slot: str) -> None:
    version = Version(1, datetime(1, 1, 2, tzinfo=UTC), date.min, None, TimesPerWeek(3))
    assert find(PRESCRIPTION, [version], slot, zone=SWEDEN) is None


@given(st.text(max_size=20))
def test_no_slot_whatever_stops_the_rest(slot: str) -> None:
    assert find(PRESCRIPTION, [], slot, zone=SWEDEN) is None
