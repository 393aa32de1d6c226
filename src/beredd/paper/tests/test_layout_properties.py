"""For any prescriptions and any span: every planned occurrence is in exactly one cell, and the cell leads back."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from beredd.care.rules.occurrences import Occurrence, Pause, Version, occurrence_id, occurrences
from beredd.care.rules.schedule import AsNeeded, Clock, Part, PartOfDay, TimesPerWeek
from beredd.clock import SWEDEN, midnight
from beredd.paper.rules import layout
from beredd.paper.rules.layout import cell_at, cells, from_json, is_of_week, pages, to_json
from beredd.paper.rules.span import Span, columns, days_from

FIRST = date(2026, 3, 1)
days = st.integers(0, 300).map(lambda number: FIRST + timedelta(days=number))
weekdays = st.sets(st.integers(1, 7), min_size=1).map(lambda found: tuple(sorted(found)))
times = st.sets(st.times(), min_size=1, max_size=4).map(
    lambda found: tuple(sorted({time(one.hour, one.minute) for one in found}))
)
parts = st.sets(st.sampled_from(Part), min_size=1).map(lambda found: tuple(one for one in Part if one in found))
schedules = st.one_of(
    st.builds(Clock, weekdays, times),
    st.builds(PartOfDay, weekdays, parts),
    st.builds(Clock, weekdays, times, st.just(2), days),
    st.builds(TimesPerWeek, st.integers(1, 7)),
    st.just(AsNeeded()),
)


@st.composite
def prescriptions(draw: st.DrawFn) -> list[Version]:
    return [
        Version(
            number,
            datetime.combine(draw(days), draw(st.times()), UTC),
            first := draw(days),
            draw(st.none() | st.integers(0, 90).map(lambda more: first + timedelta(days=more))),
            draw(schedules),
        )
        for number in range(1, draw(st.integers(1, 3)) + 1)
    ]


@st.composite
def plans(draw: st.DrawFn) -> tuple[Span, list[Occurrence]]:
    span = days_from(draw(days), draw(st.integers(1, 70)))
    starts = midnight(draw(days))
    pauses = [Pause(starts, starts + timedelta(days=draw(st.integers(0, 20))), "hospital")]
    since, until = midnight(span.first), midnight(span.last + timedelta(days=1))
    found = [
        one
        for number, versions in enumerate(draw(st.lists(prescriptions(), max_size=6)))
        for one in occurrences(UUID(int=number), versions, pauses, since=since, until=until, zone=SWEDEN)
    ]
    return span, found


def expected(span: Span, found: list[Occurrence]) -> Counter[UUID]:
    """Those whose day, or a day of whose week, is in the span. A night that began the day before is on that day's."""
    weeks = {"{}-W{:02}".format(*day.isocalendar()[:2]) for day in span.days}
    told = {str(day) for day in span.days}
    return Counter(
        one.id for one in found if (one.slot.split("/")[0] in weeks if is_of_week(one.slot) else one.slot[:10] in told)
    )


@settings(max_examples=150)
@given(plans())
def test_each_planned_occurrence_has_exactly_one_cell(plan: tuple[Span, list[Occurrence]]) -> None:
    span, found = plan
    sheets = pages(found, columns(span))
    assert Counter(cell.occurrence for sheet in sheets for cell in cells(sheet)) == expected(span, found)


@settings(max_examples=60)
@given(plans())
def test_the_stored_geometry_leads_from_cell_to_occurrence_and_back(plan: tuple[Span, list[Occurrence]]) -> None:
    span, found = plan
    for sheet in pages(found, columns(span)):
        stored = from_json(to_json(sheet))
        assert stored == sheet
        for cell in cells(stored):
            middle = cell.box.x + cell.box.width / 2, cell.box.y + cell.box.height / 2
            assert cell_at(stored, *middle) == cell
            assert cell.occurrence == occurrence_id(stored.lines[cell.line].prescription, cell.slot)


@settings(max_examples=60)
@given(plans())
def test_cells_are_large_enough_to_write_in_lie_on_the_page_and_do_not_overlap(
    plan: tuple[Span, list[Occurrence]],
) -> None:
    span, found = plan
    for sheet in pages(found, columns(span)):
        boxes = [cell.box for cell in cells(sheet)]
        for box in boxes:
            assert box.width >= 7
            assert box.height - (layout.CAPTION if box.width != sheet.cell_width else 0) >= 8
            assert box.x >= layout.LEFT and box.x + box.width <= layout.RIGHT + 0.01
            assert box.y >= layout.GRID_TOP and box.y + box.height <= layout.GRID_BOTTOM + 0.01
        assert len({(box.x, box.y) for box in boxes}) == len(boxes)
        assert len(sheet.lines) <= layout.MOST_LINES


def test_nothing_planned_is_one_empty_page_and_a_point_beside_the_grid_is_no_cell() -> None:
    (sheet,) = pages([], columns(days_from(FIRST, 4)))
    assert not list(cells(sheet))
    assert cell_at(sheet, 100, 60) is None
