"""The balance of a day, for people and for programs."""

from datetime import date, timedelta

import pytest

from beredd.care.factories import patient, prescription
from beredd.cli import day_balance
from beredd.cli.trouble import Trouble
from beredd.people.factories import MONDAY, town

TODAY = date(2026, 11, 23)


@pytest.fixture
def planned(db: None) -> None:
    place = town()
    prescription(place, patient(place), "10:00", "14:00")


def test_every_planned_occurrence_is_a_line(planned: None) -> None:
    found = day_balance.of("north", TODAY, now=MONDAY + timedelta(hours=3))
    assert [line["slot"] for line in found["lines"]] == ["2026-11-23T10:00", "2026-11-23T14:00"]
    assert [line["state"] for line in found["lines"]] == ["late", "coming"]
    assert sum(found["totals"].values()) == 2
    assert found["lines"][0]["due_at"] == "2026-11-23T10:00:00+01:00"


def test_no_name_and_no_identity_is_printed(planned: None) -> None:
    found = day_balance.of("north", TODAY, now=MONDAY)
    assert "Greta" not in str(found) + day_balance.as_text(found)
    assert "19280309" not in str(found)


def test_people_read_totals(planned: None) -> None:
    said = day_balance.as_text(day_balance.of("north", TODAY, now=MONDAY + timedelta(hours=3)))
    assert said.splitlines()[0] == "Hemtjänst Norr, 2026-11-23"
    assert "late" in said or "försenade" in said


def test_a_day_without_plans_says_so(db: None) -> None:
    town()
    assert len(day_balance.as_text(day_balance.of("north", TODAY, now=MONDAY)).splitlines()) == 2


def test_an_unknown_unit_is_a_sentence(db: None) -> None:
    with pytest.raises(Trouble, match="nowhere") as refused:
        day_balance.of("nowhere", TODAY, now=MONDAY)
    assert refused.value.usage
