"""How the pages say times, schedules and periods in Swedish, and that no text is left without its Swedish."""

import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils import translation
from django.utils.translation.template import templatize

from beredd.office.words import schedule, states, times

OFFICE = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)  # 10:00 in Sweden
CLOCK = {"form": "clock", "weekdays": [1, 3, 5], "times": ["10:00"], "every_weeks": 1, "anchor": None}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (CLOCK, "mån, ons, fre kl. 10:00"),
        (
            {**CLOCK, "every_weeks": 2, "anchor": "2026-11-23"},
            "mån, ons, fre kl. 10:00, varannan vecka, räknat från vecka 48",
        ),
        ({**CLOCK, "weekdays": [1, 2, 3, 4, 5, 6, 7], "times": ["08:00", "14:30"]}, "alla dagar kl. 08:00 och 14:30"),
        (
            {"form": "part_of_day", "weekdays": [1, 2, 3, 4, 5], "parts": ["morning", "evening"]},
            "måndag till fredag, morgon och kväll",
        ),
        ({"form": "times_per_week", "times": 1}, "1 gång i veckan, valfri dag"),
        ({"form": "times_per_week", "times": 3}, "3 gånger i veckan, valfri dag"),
        ({"form": "as_needed"}, "vid behov"),
        ({"form": "by the moon"}, "ett schema som den här versionen inte kan läsa"),
    ],
)
def test_a_schedule_is_one_line(data: dict[str, Any], said: str) -> None:
    assert schedule.schedule(data) == said


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        ("2026-11-23T10:00", "10:00"),
        ("2026-11-23/forenoon", "förmiddag"),
        ("2026-W48/2", "vecka 48, gång 2"),
        (None, "vid behov"),
    ],
)
def test_a_slot_is_a_time_of_day_or_of_the_week(slot: str | None, said: str) -> None:
    assert schedule.slot(slot) == said


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (NOW - timedelta(minutes=20), "09:40"),
        (NOW - timedelta(days=2), "lör 21 nov kl. 10:00"),
        (NOW - timedelta(days=365), "sön 23 nov 2025 kl. 10:00"),
        (datetime(2026, 7, 1, 6, tzinfo=UTC), "ons 1 juli kl. 08:00"),
    ],
)
def test_a_moment_says_no_more_than_needed(at: datetime, said: str) -> None:
    assert times.moment(at, now=NOW) == said


def test_a_moment_on_paper_always_has_its_day() -> None:
    assert times.full_moment(NOW) == "mån 23 nov 2026 kl. 10:00"


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (date(2026, 1, 1), None, "från 1 jan 2026 och tills vidare"),
        (date(2026, 1, 1), date(2026, 3, 31), "1 jan 2026 till 31 mars 2026"),
        (date(2026, 1, 1), date(2026, 1, 1), "1 jan 2026"),
    ],
)
def test_a_period(starts: date, ends: date | None, said: str) -> None:
    assert times.period(starts, ends) == said


def test_english_is_the_second_language() -> None:
    with translation.override("en"):
        assert schedule.schedule(CLOCK) == "Mon, Wed, Fri at 10:00"
        assert states.state("late").word == "Late"


def test_what_is_unknown_is_shown_as_unknown() -> None:
    assert states.state("from the future").word == "Okänt"
    assert states.reason("from the future") == "from the future"
    assert states.reason(None) == ""


def _texts() -> set[str]:
    keywords = {name: None for name in ("_", "gettext", "gettext_lazy", "N_")} | {"ngettext": (1, 2)}
    sources = [file.read_text() for file in OFFICE.rglob("*.py") if "tests" not in file.parts]
    sources += [templatize(file.read_text(), str(file)) for file in OFFICE.rglob("*.html")]
    found = set()
    for source in sources:
        for _line, text, *_rest in extract("python", BytesIO(source.encode()), keywords, options={"encoding": "utf-8"}):
            found.add(text[0] if isinstance(text, tuple) else text)
    return found


def test_every_text_of_the_office_has_its_swedish_and_no_more() -> None:
    with (OFFICE / "locale/sv/LC_MESSAGES/django.po").open("rb") as po:
        swedish = {
            message.id[0] if isinstance(message.id, tuple) else message.id: message.string
            for message in read_po(po, locale="sv")
            if message.id
        }
    assert _texts() == set(swedish)
    assert all(swedish.values())


def test_no_template_holds_style_or_script_of_its_own() -> None:
    for file in OFFICE.rglob("*.html"):
        html = re.sub(r"{%.*?%}", "", file.read_text())  # "with one=two" is no handler of an event
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:|<script(?![^>]*src=)", html), file
