"""What must be done with the paper in a home, why and since when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.paper.rules.accounting import NEXT, SheetState, counts, is_history
from beredd.paper.rules.folder import Care, Job, Paper, Task, Why, jobs, stale_since

HOUR = timedelta(hours=1)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = date(2026, 11, 23)
SAME = ("prescription", "greta")
LIST = ("signing_list", "greta/2026-11-01/1")
PRINTED, PLACED = SheetState.PRINTED, SheetState.PLACED


def paper(id: str, state: SheetState = PLACED, *, hours_ago: int = 10, digest: str = "a", **more: object) -> Paper:
    at = NOW - hours_ago * HOUR
    return replace(Paper(id, SAME, digest, at, None, state, at), **more)  # type: ignore[arg-type]


def told(*papers: Paper, care: Care) -> list[tuple[Task, Why, str | None, str | None]]:
    return [(job.task, job.why, job.sheet, job.old) for job in jobs(papers, care, today=TODAY, now=NOW)]


UNCHANGED = Care({SAME: "a"}, ())
CHANGED = Care({SAME: "b"}, (NOW - 2 * HOUR,))
TOUCHED = Care({SAME: "a"}, (NOW - 2 * HOUR,))
ENDED = Care({}, (NOW - 2 * HOUR,))
OLD = paper("OLD")


@pytest.mark.parametrize(
    ("papers", "care", "wanted"),
    [
        ((OLD,), UNCHANGED, []),
        ((OLD,), TOUCHED, []),
        ((OLD,), CHANGED, [(Task.PRINT, Why.CHANGED, None, "OLD")]),
        ((OLD,), ENDED, [(Task.COLLECT, Why.ENDED, None, "OLD")]),
        ((OLD,), Care({SAME: "b"}, (NOW + HOUR,)), []),
        ((paper("NEW", PRINTED),), UNCHANGED, [(Task.PLACE, Why.WAITS, "NEW", None)]),
        ((paper("NEW", PRINTED),), CHANGED, []),
        ((paper("NEW", SheetState.HANDED_OUT),), UNCHANGED, [(Task.PLACE, Why.WAITS, "NEW", None)]),
        ((OLD, paper("NEW", PRINTED, hours_ago=1)), UNCHANGED, [(Task.REPLACE, Why.NEWER, "NEW", "OLD")]),
        (
            (OLD, paper("NEW", PRINTED, hours_ago=1, digest="b")),
            CHANGED,
            [(Task.REPLACE, Why.CHANGED, "NEW", "OLD")],
        ),
        ((OLD, paper("NEW", PLACED, hours_ago=1)), UNCHANGED, [(Task.COLLECT, Why.NEWER, None, "OLD")]),
        ((OLD, paper("LEFT", PRINTED, hours_ago=20)), UNCHANGED, []),
        ((paper("LAST", last_day=TODAY),), UNCHANGED, []),
        (
            (paper("LAST", last_day=TODAY - timedelta(days=1)),),
            UNCHANGED,
            [(Task.COLLECT, Why.OVER, None, "LAST")],
        ),
        ((OLD, paper("NEW", PRINTED)), Care({}, (), NOW), [(Task.COLLECT, Why.REFUSED, None, "OLD")]),
    ],
)
def test_what_is_to_be_done(
    papers: tuple[Paper, ...], care: Care, wanted: list[tuple[Task, Why, str | None, str | None]]
) -> None:
    assert told(*papers, care=care) == wanted


def test_it_is_stale_since_the_first_change_after_it_was_printed() -> None:
    changes = (NOW - 20 * HOUR, NOW - 3 * HOUR, NOW - HOUR)
    assert stale_since(OLD, Care({SAME: "b"}, changes), NOW) == NOW - 3 * HOUR


moments = st.integers(-50, 50).map(lambda hours: NOW + hours * HOUR)
papers = st.builds(
    Paper,
    st.text("0123456789ABCDEF", min_size=4, max_size=4),
    st.sampled_from([SAME, LIST, ("programme", "greta/p")]),
    st.sampled_from("abc"),
    moments,
    st.none() | st.dates(date(2026, 11, 20), date(2026, 11, 26)),
    st.sampled_from(SheetState),
    moments,
)
many = st.lists(papers, unique_by=lambda one: one.id, max_size=8)
cares = st.builds(
    Care,
    st.dictionaries(st.sampled_from([SAME, LIST]), st.sampled_from("abc")),
    st.lists(moments, max_size=3),
    st.none() | moments,
)


def judged(found: list[Paper], care: Care) -> list[Job]:
    return jobs(found, care, today=TODAY, now=NOW)


@given(many, cares)
def test_each_sheet_is_asked_for_once_and_only_what_lies_there_is_taken_out(found: list[Paper], care: Care) -> None:
    todo = judged(found, care)
    state = {one.id: one.state for one in found}
    put, out = [job.sheet for job in todo if job.sheet], [job.old for job in todo if job.old]
    assert len(set(put)) == len(put) and len(set(out)) == len(out)
    assert all(state[id] is PLACED for id in out)
    assert all(state[id] in (PRINTED, SheetState.HANDED_OUT) for id in put)


@given(many, cares)
def test_doing_all_that_is_asked_leaves_nothing_to_carry(found: list[Paper], care: Care) -> None:
    todo = judged(found, care)
    put, out = {job.sheet for job in todo}, {job.old for job in todo if job.task is not Task.PRINT}
    done = {**dict.fromkeys(put, PLACED), **dict.fromkeys(out, SheetState.RETURNED)}
    after = [replace(one, state=done.get(one.id, one.state)) for one in found]
    assert not [job for job in judged(after, care) if job.task is not Task.PRINT]


@given(many, cares)
def test_who_wants_no_paper_is_given_none(found: list[Paper], care: Care) -> None:
    todo = judged(found, replace(care, refused=NOW))
    assert {job.task for job in todo} <= {Task.COLLECT}
    assert len(todo) == sum(one.state is PLACED for one in found)


@given(st.lists(st.sampled_from(SheetState)))
def test_every_sheet_is_counted_once(states: list[SheetState]) -> None:
    found = counts(states)
    assert set(found) == set(SheetState) and sum(found.values()) == len(states)


@given(st.lists(st.sampled_from(SheetState), max_size=6))
def test_a_history_begins_with_printing_and_takes_no_step_that_cannot_be(states: list[SheetState]) -> None:
    taken = [PRINTED, *states]
    assert is_history(taken) == all(then in NEXT[now] for now, then in zip(taken, states, strict=False))
    assert not is_history([])
    assert is_history(states) == (states[:1] == [PRINTED] and is_history([PRINTED, *states[1:]]))
