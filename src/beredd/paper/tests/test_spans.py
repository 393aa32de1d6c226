"""How far a sheet reaches, around weekends and holidays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.paper.calendar import is_working_day
from beredd.paper.rules.span import Form, Span, SpanTooLong, columns, days_from, span_of

days = st.dates(date(2024, 1, 1), date(2035, 1, 1))
spans = st.builds(days_from, days, st.integers(1, 92))


@pytest.mark.parametrize(
    ("day", "first", "last", "why"),
    [
        ("2026-11-23", "2026-11-22", "2026-11-25", "a Monday: a day back and two ahead"),
        ("2026-11-26", "2026-11-25", "2026-11-28", "a Thursday is no Friday"),
        ("2026-11-27", "2026-11-26", "2026-11-30", "a Friday reaches through Monday"),
        ("2026-12-23", "2026-12-22", "2026-12-28", "Christmas Eve to Boxing Day and a weekend"),
        ("2026-04-02", "2026-04-01", "2026-04-07", "Maundy Thursday reaches past Easter Monday"),
        ("2026-06-18", "2026-06-17", "2026-06-22", "Midsummer Eve is kept as a holiday"),
    ],
)
def test_the_rolling_form(day: str, first: str, last: str, why: str) -> None:
    found = span_of(Form.ROLLING, date.fromisoformat(day), is_working_day)
    assert (str(found.first), str(found.last)) == (first, last), why


@given(days)
def test_the_rolling_form_always_ends_on_or_after_a_working_day(day: date) -> None:
    found = span_of(Form.ROLLING, day, is_working_day)
    assert len(found.days) >= 4
    assert any(is_working_day(one) for one in found.days if one > day)


def test_month_and_four_weeks() -> None:
    assert span_of(Form.MONTH, date(2028, 2, 14), is_working_day) == Span(date(2028, 2, 1), date(2028, 2, 29))
    assert span_of(Form.MONTH, date(2026, 12, 31), is_working_day) == Span(date(2026, 12, 1), date(2026, 12, 31))
    assert len(span_of(Form.FOUR_WEEKS, date(2026, 11, 23), is_working_day).days) == 28


def test_a_month_has_31_columns_and_the_last_ones_are_no_days() -> None:
    (found,) = columns(Span(date(2027, 2, 1), date(2027, 2, 28)))
    assert found[27:] == [date(2027, 2, 28), None, None, None]


@given(spans)
def test_every_day_is_on_one_sheet_and_no_sheet_has_more_than_31(span: Span) -> None:
    found = columns(span)
    assert [day for sheet in found for day in sheet if day] == span.days
    assert all(1 <= len(sheet) <= 31 for sheet in found)


@pytest.mark.parametrize("days", [0, -1, 93])
def test_a_span_has_at_least_a_day_and_at_most_three_months(days: int) -> None:
    with pytest.raises(SpanTooLong):
        days_from(date(2026, 11, 23), days)
