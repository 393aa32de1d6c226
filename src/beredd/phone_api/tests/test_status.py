"""How the systems stand, for a phone: the same as the page has, without sign-in, names of people or patients."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from beredd.disruption import actions
from beredd.disruption.factories import incident
from beredd.disruption.rules.incident import Move
from beredd.people.factories import MONDAY, town

pytestmark = pytest.mark.django_db


def test_it_says_what_is_wrong_for_whom_what_to_do_instead_and_where_paper_is_used() -> None:
    place = town()
    id = incident(place, Move.CONFIRM)
    by = place.access(place.manager)
    paper = {"unit": place.north, "system": "exorlive", "begins_at": MONDAY, "ground": "Ronden"}
    actions.begin_paper(incident=id, **paper, by=by, at=MONDAY)  # type: ignore[arg-type]
    actions.tell(incident=id, text="Använd papper.", next_at=MONDAY + timedelta(hours=2), by=by, at=MONDAY)
    with time_machine.travel(MONDAY + timedelta(hours=1), tick=False):
        answer = Client().get("/api/v1/status").json()
    assert answer["at"] == "2026-11-23T09:00:00Z"
    (ill,) = [one for one in answer["systems"] if one["troubles"]]
    (trouble,) = ill["troubles"]
    assert (ill["title"], trouble["state"], trouble["units"]) == (
        "ExorLive",
        "confirmed",
        {str(place.north): "Hemtjänst Norr"},
    )
    assert "Beredd" in ill["instead"]["sv"] and ill["instead"]["en"]
    assert (trouble["text"], trouble["next_at"]) == ("Använd papper.", "2026-11-23T10:00:00Z")
    assert [(one["unit"], one["until"]) for one in trouble["papers"]] == [(str(place.north), None)]
    assert {"kind": "launch", "system": "", "title": ""} in answer["sayable"]
    assert "Disa" not in str(answer) and "Maria" not in str(answer)


def test_what_is_over_is_not_there() -> None:
    place = town()
    incident(place, Move.DISMISS)
    assert not any(one["troubles"] for one in Client().get("/api/v1/status").json()["systems"])
