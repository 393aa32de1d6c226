"""Drawings stay within their frame, and what is higher is more."""

from hypothesis import given
from hypothesis import strategies as st

from beredd.office.follow_up.plots import Column, Segment, columns, curves

WIDTH, HEIGHT = 760.0, 190.0


@st.composite
def stacks(draw: st.DrawFn) -> list[Column]:
    found = []
    for counts in draw(st.lists(st.lists(st.integers(0, 500), max_size=5), min_size=1, max_size=60)):
        low, segments = 0, []
        for count in counts:
            segments.append(Segment("kind", low, low + count))
            low += count
        found.append(Column("label", "told", segments))
    return found


@given(stacks())
def test_columns_stay_within_the_frame_and_each_piece_is_drawn_once(found: list[Column]) -> None:
    plot = columns(found, width=WIDTH, height=HEIGHT)
    assert len(plot.rects) == sum(one.high > one.low for column in found for one in column.segments)
    for rect in plot.rects:
        x, y, width, height = (float(text) for text in (rect.x, rect.y, rect.width, rect.height))
        assert 0 <= x <= x + width <= WIDTH
        assert 0 <= y <= y + height <= float(plot.base) + 0.2
    assert 1 <= len(plot.labels) <= 12
    assert 2 <= len(plot.lines) <= 6


points = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 10), st.just("")), max_size=40)


@given(points)
def test_points_stay_within_the_frame_and_more_is_higher(found: list[tuple[float, int, str]]) -> None:
    plot = curves([("pain", found)], labels=[], most=10, width=WIDTH, height=HEIGHT)
    (curve,) = plot.curves
    placed = [(value, float(point.y)) for (_, value, _), point in zip(found, curve.points, strict=True)]
    assert all(
        0 <= float(point.x) <= WIDTH and 0 <= y <= HEIGHT for point, (_, y) in zip(curve.points, placed, strict=True)
    )
    assert all((a < b) == (y > z) for a, y in placed for b, z in placed if a != b)
