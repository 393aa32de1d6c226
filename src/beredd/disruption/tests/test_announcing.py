"""What happens to an incident is told to the groups that are to hear of it, in the same transaction."""

from pathlib import Path

import pytest
from django.conf import settings

from beredd.disruption import actions
from beredd.disruption.factories import incident
from beredd.disruption.rules.incident import Move
from beredd.notices import queries
from beredd.notices.factories import book
from beredd.notices.rules.fate import Fate
from beredd.people.factories import MONDAY, town
from beredd.people.rules.access import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    book()


def told() -> list[tuple[str, str, list[str]]]:
    return [(row.group, row.subject, [one.name for one in row.notices]) for row in queries.tellings(SYSTEM)]


def test_those_on_duty_hear_at_once_and_the_others_when_it_will_be_long() -> None:
    place = town()
    id = incident(place, Move.CONFIRM)
    assert told() == [("Beredskap", "Störning: ExorLive", ["Disa Alm"])]
    by = place.access(place.mas)
    actions.move_incident(incident=id, move=Move.DECLARE_LONG, ground="Hela dagen", by=by, at=MONDAY)
    assert {("Beredskap", "Disa Alm"), ("Berörda", "Maria Stål")} == {
        (group, *names) for group, subject, names in told() if subject == "Lång störning: ExorLive"
    }
    (row, *_) = queries.tellings(SYSTEM)
    assert row.about == ("incident", id)
    assert "Hemtjänst Norr" in row.text


def test_a_file_that_cannot_be_read_hinders_no_disruption() -> None:
    book("[[group]]\nkey = 1")
    id = incident(town(), Move.CONFIRM)
    book()
    assert told() == []
    assert id


def test_whoever_moves_it_has_seen_it_and_nobody_more_is_rung_for_that() -> None:
    place = town()
    id = incident(place, Move.CONFIRM)
    actions.move_incident(incident=id, move=Move.RECOVER, by=place.access(place.manager), at=MONDAY)
    (row,) = queries.tellings(SYSTEM)
    assert (row.answered_by, [one.fate for one in row.notices]) == ("Disa Alm", [Fate.NOT_NEEDED])
