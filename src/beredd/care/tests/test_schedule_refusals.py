"""A schedule that cannot be understood is refused, and the refusal says what is wrong."""

import pytest

from beredd.care.rules.schedule import BadSchedule, schedule_from_json

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
        ({**CLOCK, "times": []}, "schedule_times"),
        ({**CLOCK, "times": "08:00"}, "schedule_times"),
        ({**CLOCK, "times": ["8:00"]}, "schedule_times"),
        ({**CLOCK, "times": ["24:00"]}, "schedule_times"),
        ({**CLOCK, "times": ["08:60"]}, "schedule_times"),
        ({**CLOCK, "times": ["०८:००"]}, "schedule_times"),
        ({**CLOCK, "times": ["08.00"]}, "schedule_times"),
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
        ({"form": "times_per_week", "times": 0}, "schedule_times_per_week"),
        ({"form": "times_per_week", "times": 8}, "schedule_times_per_week"),
        ({"form": "times_per_week", "times": "3"}, "schedule_times_per_week"),
    ],
)
def test_it_says_which_part_is_wrong(data: dict[str, object], code: str) -> None:
    with pytest.raises(BadSchedule) as refused:
        schedule_from_json(data)
    assert refused.value.code == code
