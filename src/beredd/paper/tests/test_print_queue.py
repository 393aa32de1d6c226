"""The print queue: in turn, once, whoever dies meanwhile; cancelled, tried again, handed on."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.care.factories import patient, prescription
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.ledger import queries as ledger
from beredd.paper import actions, queries
from beredd.paper.actions import work
from beredd.paper.counting import pages_in
from beredd.paper.hand import way_to
from beredd.paper.hand.folder import VARIABLE, Folder
from beredd.paper.models import Pack, PrintFile, PrintJob, SheetStep
from beredd.paper.order import Order
from beredd.paper.render import render
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.job import KEPT_FOR, LEASE, MOST_ATTEMPTS, Made, State, estimate, likely_pages, pause_after
from beredd.paper.rules.span import Span
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import Access, Refused

NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))
BLANK = Order("blank", NOVEMBER)


class Time:
    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def passes(self, much: timedelta) -> None:
        self.now += much


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def place(db: None) -> Town:
    place = town()
    greta = patient(place)
    prescription(place, greta, "10:00", if_not_performed=NotPerformedRule.CONTACT, contact_within_days=1)
    return place


@pytest.fixture
def bo(place: Town) -> Access:
    return place.access(place.bo)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    return tmp_path


def ask(by: Access, order: Order = BLANK, **more: Any) -> UUID:
    return actions.enqueue(order, channel="office", by=by, at=MONDAY, **more)


def seen(by: Access, id: UUID) -> queries.JobRow:
    row = queries.print_job(by, id)
    assert row
    return row


def all_of(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# What is asked for


def test_what_is_asked_for_is_recorded_and_made_when_its_turn_comes(place: Town, bo: Access, time: Time) -> None:
    held = ledger.head().position
    id = ask(bo, Order("unit", NOVEMBER, place.north))
    assert [event.kind for event in ledger.events_since(held)] == ["paper.ordered"]
    assert seen(bo, id).state is State.WAITING
    assert work.pump(time) and not work.pump(time)
    row = seen(bo, id)
    assert (row.state, row.sheets, row.sheets_made, row.kept) == (State.READY, row.sheets, row.sheets, True)
    pdf = actions.fetch(job=id, by=bo, at=MONDAY)
    assert pdf and pdf.startswith(b"%PDF")
    assert Pack.objects.get().printed_by == place.bo


def test_first_asked_first_made(bo: Access, time: Time) -> None:
    second = actions.enqueue(BLANK, channel="office", by=bo, at=MONDAY + timedelta(seconds=1))
    first = ask(bo)
    time.passes(timedelta(seconds=2))
    work.pump(time)
    assert (seen(bo, first).state, seen(bo, second).state) == (State.READY, State.WAITING)


def test_nobody_sees_or_touches_anothers(place: Town, bo: Access, time: Time) -> None:
    id = ask(bo)
    alva = place.access(place.alva)
    assert queries.print_job(alva, id) is None and queries.jobs(alva) == []
    doings: list[Callable[[], object]] = [
        lambda: actions.cancel(job=id, by=alva, at=MONDAY),
        lambda: actions.try_again(job=id, by=alva, at=MONDAY),
        lambda: actions.fetch(job=id, by=alva, at=MONDAY),
    ]
    for do in doings:
        with pytest.raises(Refused) as refused:
            do()
        assert refused.value.code == "unknown_job"


def test_who_has_lost_the_right_gets_nothing(place: Town, bo: Access, time: Time) -> None:
    id = ask(bo, Order("unit", NOVEMBER, place.south))
    work.pump(time)
    row = seen(bo, id)
    assert (row.state, row.why) == (State.FAILED, "paper_nobody")
    assert not Pack.objects.exists()


def test_nothing_is_ordered_when_it_cannot_be_recorded(bo: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("beredd.paper.actions.jobs.append", full)
    with pytest.raises(OSError, match="full"):
        ask(bo)
    assert not PrintJob.objects.exists()


# Who dies meanwhile


class Killed(BaseException):
    """As if the power went: nothing catches it."""


def killed(*_said: object, **_more: object) -> None:
    raise Killed


def test_killed_while_making_it_is_made_once_by_the_next(
    bo: Access, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = ask(bo)
    with monkeypatch.context() as power:
        power.setattr("beredd.paper.actions.printing.render", killed)
        with pytest.raises(Killed):
            work.pump(time)
    assert not work.pump(time)  # somebody may still be at it
    time.passes(LEASE + timedelta(seconds=1))
    assert work.pump(time)
    assert (seen(bo, id).state, Pack.objects.count()) == (State.READY, 1)


def test_killed_when_it_is_recorded_nothing_is_counted_out(
    bo: Access, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(bo)
    with monkeypatch.context() as power:
        power.setattr(PrintFile.objects, "create", killed)
        with pytest.raises(Killed):
            work.pump(time)
    assert not Pack.objects.exists()


def test_slower_than_its_lease_and_overtaken_it_records_nothing(
    bo: Access, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one sleeps through its lease; the second makes the file; the first wakes up and must give in."""
    id = ask(bo)
    real = render
    slept = iter([True])

    def slow(*said: Any, **more: Any) -> None:
        if next(slept, False):
            time.passes(LEASE + timedelta(seconds=1))
            assert work.pump(time)
        real(*said, **more)

    monkeypatch.setattr("beredd.paper.actions.printing.render", slow)
    work.pump(time)
    assert (seen(bo, id).state, Pack.objects.count(), PrintFile.objects.count()) == (State.READY, 1, 1)


@pytest.mark.parametrize("when", ["before it is let go", "after it is let go"])
def test_killed_while_handing_on_the_file_comes_exactly_once(
    bo: Access, time: Time, folder: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    id = ask(bo, to="folder")
    work.pump(time)
    assert seen(bo, id).state is State.MADE
    real = Folder.release

    def release(way: Folder, receipt: str) -> None:
        if when == "after it is let go":
            real(way, receipt)
        raise Killed

    with monkeypatch.context() as power:
        power.setattr(Folder, "release", release)
        with pytest.raises(Killed):
            work.pump(time)
    taken = [path.read_bytes() for path in folder.glob("*.pdf")]  # whoever watches prints it and takes it away
    for path in folder.glob("*.pdf"):
        path.unlink()
    time.passes(LEASE + timedelta(seconds=1))
    assert work.pump(time)
    taken += [path.read_bytes() for path in folder.glob("*.pdf")]
    assert (len(taken), seen(bo, id).state) == (1, State.DONE)
    assert not PrintFile.objects.exists()


# Changing one's mind


def test_cancelled_before_its_turn_it_is_never_made(bo: Access, time: Time) -> None:
    id = ask(bo)
    actions.cancel(job=id, by=bo, at=MONDAY)
    assert not work.pump(time)
    assert (seen(bo, id).state, Pack.objects.exists()) == (State.CANCELLED, False)


def test_cancelled_while_it_is_made_it_stops_and_counts_out_nothing(
    bo: Access, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = ask(bo)
    real = render

    def late(*said: Any, **more: Any) -> None:
        actions.cancel(job=id, by=bo, at=MONDAY)
        real(*said, **more)

    monkeypatch.setattr("beredd.paper.actions.printing.render", late)
    assert work.pump(time)
    assert (seen(bo, id).state, Pack.objects.exists()) == (State.CANCELLED, False)


def test_cancelled_before_it_is_handed_on_each_sheet_is_destroyed_and_due_again(
    place: Town, bo: Access, time: Time, folder: Path
) -> None:
    order = Order("unit", NOVEMBER, place.north, changed_only=True)
    id = ask(bo, order, to="folder")
    work.pump(time)
    assert seen(bo, id).state is State.MADE
    actions.cancel(job=id, by=bo, at=MONDAY)
    assert not work.pump(time) and all_of(folder) == []
    newest = {step.sheet_id: step.state for step in SheetStep.objects.order_by("id")}
    assert newest and set(newest.values()) == {SheetState.DESTROYED}
    again = ask(bo, order)
    work.pump(time)
    assert seen(bo, again).state is State.READY


def test_tried_again_when_its_file_is_kept_no_more_it_is_made_anew(bo: Access, time: Time, folder: Path) -> None:
    id = ask(bo, to="folder")
    work.pump(time)
    folder.rmdir()
    for attempt in range(2, MOST_ATTEMPTS + 1):
        work.pump(time)
        time.passes(pause_after(attempt))
    assert seen(bo, id).state is State.FAILED
    time.passes(KEPT_FOR + timedelta(minutes=1))
    assert not work.pump(time) and not PrintFile.objects.exists()
    folder.mkdir()
    actions.try_again(job=id, by=bo, at=time.now)
    assert work.pump(time) and work.pump(time)
    assert seen(bo, id).state is State.DONE and all_of(folder) == [f"beredd-{id}.pdf"]
    first, second = Pack.objects.order_by("printed_at")
    gone = SheetStep.objects.filter(state=SheetState.DESTROYED)
    assert gone.filter(sheet__pack=first).count() == first.sheets.count() != 0
    assert not gone.filter(sheet__pack=second).exists()


def test_how_far_it_came_is_still_said_when_it_is_handed_on(bo: Access, time: Time, folder: Path) -> None:
    id = ask(bo, to="folder")
    work.pump(time)
    work.pump(time)
    row = seen(bo, id)
    assert row.state is State.DONE and row.sheets_made == row.sheets != 0


def test_what_has_been_made_cannot_be_cancelled(bo: Access, time: Time) -> None:
    id = ask(bo)
    work.pump(time)
    with pytest.raises(Refused) as refused:
        actions.cancel(job=id, by=bo, at=MONDAY)
    assert refused.value.code == "paper_too_late"


# What goes wrong


def test_a_folder_that_is_away_is_tried_again_later_and_then_given_up(bo: Access, time: Time, folder: Path) -> None:
    id = ask(bo, to="folder")
    work.pump(time)
    folder.rmdir()
    for attempt in range(2, MOST_ATTEMPTS + 1):
        assert work.pump(time), attempt
        assert not work.pump(time)
        time.passes(pause_after(attempt))
    row = seen(bo, id)
    assert (row.state, row.why) == (State.FAILED, "folder")
    folder.mkdir()
    actions.try_again(job=id, by=bo, at=time.now)
    assert work.pump(time)
    assert seen(bo, id).state is State.DONE
    assert all_of(folder) == [f"beredd-{id}.pdf"]
    assert Pack.objects.count() == 1


def test_a_fault_of_ours_is_tried_again_and_said(bo: Access, time: Time, monkeypatch: pytest.MonkeyPatch) -> None:
    id = ask(bo)

    def fault(*_said: object, **_more: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("beredd.paper.actions.printing.render", fault)
        work.pump(time)
    assert (seen(bo, id).state, seen(bo, id).why) == (State.WAITING, "fault")
    time.passes(pause_after(1))
    work.pump(time)
    assert (seen(bo, id).state, seen(bo, id).why) == (State.READY, "")


def test_a_file_that_nobody_fetches_is_kept_for_a_day(bo: Access, time: Time) -> None:
    id = ask(bo)
    work.pump(time)
    time.passes(KEPT_FOR - timedelta(seconds=1))
    work.pump(time)
    assert seen(bo, id).kept
    time.passes(timedelta(seconds=2))
    work.pump(time)
    assert not seen(bo, id).kept
    assert actions.fetch(job=id, by=bo, at=time.now) is None


# A watched folder


def test_whoever_watches_never_sees_half_a_file(tmp_path: Path) -> None:
    way = Folder(tmp_path)
    receipt = way.prepare(UUID(int=1), b"whole")
    assert [path for path in tmp_path.iterdir() if not path.name.startswith(".")] == []
    way.release(receipt)
    way.release(receipt)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"whole"]


def test_without_a_folder_there_is_no_way_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    from beredd.paper.hand import CannotHand

    with pytest.raises(CannotHand):
        way_to("folder")


# How long it takes, and how many pages

MADE = st.builds(Made, st.integers(1, 5000), st.floats(0.01, 600), st.integers(1, 5000))


@given(st.integers(1, 10_000), st.lists(MADE, min_size=1))
def test_the_pages_lie_between_the_barest_and_the_fullest(foreseen: int, before: list[Made]) -> None:
    found = likely_pages(foreseen, before)
    assert found is not None
    shares = [one.pages / one.foreseen for one in before]
    assert foreseen * min(shares) - 1 <= found <= foreseen * max(shares) + 1


def test_a_job_knows_how_many_pages_its_file_has(place: Town, bo: Access, time: Time) -> None:
    id = ask(bo, Order("unit", NOVEMBER, place.north))
    work.pump(time)
    pdf = actions.fetch(job=id, by=bo, at=MONDAY)
    assert pdf is not None
    (made,) = queries.lately_made()
    assert made.pages == seen(bo, id).pages == pages_in(pdf) < made.foreseen
    assert likely_pages(made.foreseen, [made]) == made.pages


@given(st.integers(1, 10_000), st.lists(MADE, min_size=1))
def test_the_estimate_lies_between_the_fastest_and_the_slowest(pages: int, before: list[Made]) -> None:
    found = estimate(pages, before)
    assert found is not None
    speeds = [one.seconds / one.pages for one in before]
    slack = timedelta(milliseconds=1)
    assert timedelta(seconds=pages * min(speeds)) - slack <= found <= timedelta(seconds=pages * max(speeds)) + slack


def test_without_earlier_jobs_nothing_is_promised() -> None:
    assert estimate(10, []) is None and likely_pages(10, []) is None


def test_the_pauses_grow() -> None:
    assert [pause_after(number) for number in range(1, 7)] == sorted(pause_after(number) for number in range(1, 7))
