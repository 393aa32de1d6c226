"""A schedule that cannot be understood is refused, and the refusal says what is wrong."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.care.rules.schedule import BadSchedule, Clock, schedule_from_json, schedule_to_json

CLOCK = {"form": "clock", "weekdays": [1], "times": ["08:00"]}
PART = {"form": "part_of_day", "weekdays": [1], "parts": ["morning"]}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({}, "schedule_form"),
        ({"form": "sometimes"}, "schedule_form"),
        ({**CLOCK, "weekdays": []}, "schedule_weekdays"),
        ({**CLOCK, "weekdays": [0]}, "schedule_weekdays"),
        ({**CLOCK, "weekdays": [8]}, "schedule_weekdays"),
        ({**CLOCK, "weekdays": "1"}, "schedule_weekdays"),
        ({**CLOCK, "weekdays": None}, "schedule_weekdays"),
        ({**CLOCK, "weekdays": [True]}, "schedule_weekdays"),
        ({**CLOCK, "weekdays": [1.5]}, "schedule_weekdays"),
        ({**CLOCK, "weekdays": [[1]]}, "schedule_weekdays"),
        ({**CLOCK, "weekdays": {"1": 1}}, "schedule_weekdays"),
        ({**CLOCK, "times": []}, "schedule_times"),
        ({**CLOCK, "times": "08:00"}, "schedule_times"),
        ({**CLOCK, "times": ["8:00"]}, "schedule_times"),
        ({**CLOCK, "times": ["24:00"]}, "schedule_times"),
        ({**CLOCK, "times": ["08:60"]}, "schedule_times"),
        ({**CLOCK, "times": ["०८:००"]}, "schedule_times"),
        ({**CLOCK, "times": ["08.00"]}, "schedule_times"),
        ({**CLOCK, "times": ["+8:00"]}, "schedule_times"),
        ({**CLOCK, "times": [800]}, "schedule_times"),
        ({**CLOCK, "times": [["08:00"]]}, "schedule_times"),
        ({**CLOCK, "times": [f"{hour % 24:02}:{hour // 24:02}" for hour in range(25)]}, "schedule_times"),
        ({**CLOCK, "before_minutes": -1}, "schedule_tolerance"),
        ({**CLOCK, "after_minutes": 721}, "schedule_tolerance"),
        ({**CLOCK, "after_minutes": True}, "schedule_tolerance"),
        ({**CLOCK, "every_weeks": 2}, "schedule_weeks"),
        ({**CLOCK, "every_weeks": 3, "anchor": "2026-11-23"}, "schedule_weeks"),
        ({**CLOCK, "every_weeks": 2, "anchor": "2026-11-31"}, "schedule_weeks"),
        ({**PART, "parts": []}, "schedule_parts"),
        ({**PART, "parts": ["dawn"]}, "schedule_parts"),
        ({**PART, "parts": "morning"}, "schedule_parts"),
        ({**PART, "parts": [["morning"]]}, "schedule_parts"),
        ({"form": ["clock"]}, "schedule_form"),
        ({"form": "times_per_week", "times": 0}, "schedule_times_per_week"),
        ({"form": "times_per_week", "times": 8}, "schedule_times_per_week"),
        ({"form": "times_per_week", "times": "3"}, "schedule_times_per_week"),
    ],
)
def test_it_says_which_part_is_wrong(data: dict[str, object], code: str) -> None:
    with pytest.raises(BadSchedule) as refused:
        schedule_from_json(data)
    assert refused.value.code == code


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("weekdays", "times", "parts", "every_weeks", "anchor", "before_minutes", "after_minutes")


@given(st.sampled_from([CLOCK, PART]), st.dictionaries(st.sampled_from(FIELDS), json_values))
def test_no_json_whatever_does_worse_than_be_refused(whole: dict[str, object], wrong: dict[str, object]) -> None:
    try:
        schedule = schedule_from_json({**whole, **wrong})
    except BadSchedule:
        return
    assert schedule_from_json(schedule_to_json(schedule)) == schedule


def test_days_and_times_are_put_in_order_and_said_once() -> None:
    schedule = schedule_from_json({**CLOCK, "weekdays": [5, 1, 5], "times": ["14:00", "08:00", "14:00"]})
    assert schedule == Clock(weekdays=(1, 5), times=(time(8), time(14)))
