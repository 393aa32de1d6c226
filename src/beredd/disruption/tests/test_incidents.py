"""What is refused, who sees what, and what stands afterwards."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from beredd.disruption import actions, queries
from beredd.disruption.factories import incident
from beredd.disruption.models import IncidentMove
from beredd.disruption.rules.incident import Move, State
from beredd.disruption.rules.landscape import Layer
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import Refused

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def place() -> Town:
    return town()


def refusal(act: object, **said: object) -> str:
    with pytest.raises(Refused) as refused:
        act(**said)  # type: ignore[operator]
    return refused.value.code


def test_one_thing_is_raised_once(place: Town) -> None:
    incident(place)
    said = {"system": "exorlive", "layer": Layer.SYSTEM, "ground": "Svarar inte", "at": MONDAY}
    assert refusal(actions.raise_incident, units={place.north}, by=place.access(place.alva), **said) == "already_raised"
    assert actions.raise_incident(units={place.south}, by=place.access(place.mas), **said)  # type: ignore[arg-type]
    assert actions.raise_incident(units=None, by=place.access(place.mas), **said)  # type: ignore[arg-type]


def test_what_concerns_all_is_not_for_the_manager_of_one_unit(place: Town) -> None:
    said = {"system": "appva", "layer": Layer.SYSTEM, "ground": "Svarar inte", "at": MONDAY}
    manager = place.access(place.manager)
    assert refusal(actions.raise_incident, units=None, by=manager, **said) == "not_allowed"
    assert refusal(actions.raise_incident, units={place.north, place.south}, by=manager, **said) == "not_allowed"
    assert refusal(actions.raise_incident, units=set(), by=manager, **said) == "units"
    assert refusal(actions.raise_incident, units={place.north}, by=manager, **said | {"ground": " "}) == "ground"


def test_a_manager_does_not_say_for_it_that_it_will_be_long(place: Town) -> None:
    said = {"incident": incident(place, Move.CONFIRM), "move": Move.DECLARE_LONG, "ground": "Nog", "at": MONDAY}
    assert refusal(actions.move_incident, by=place.access(place.manager), **said) == "not_allowed"


def test_who_comes_second_is_told_so(place: Town) -> None:
    said = {"incident": incident(place, Move.DISMISS), "move": Move.CONFIRM, "at": MONDAY}
    assert refusal(actions.move_incident, by=place.access(place.mas), **said) == "not_possible_now"


def test_it_is_not_closed_while_paper_is_master(place: Town) -> None:
    id, manager = incident(place, Move.CONFIRM), place.access(place.manager)
    paper = actions.begin_paper(
        incident=id, unit=place.north, system="exorlive", begins_at=MONDAY, ground="Ronden", by=manager, at=MONDAY
    )
    actions.move_incident(incident=id, move=Move.RECOVER, by=manager, at=MONDAY)
    close = {"incident": id, "move": Move.CLOSE, "by": manager}
    assert refusal(actions.move_incident, at=MONDAY + HOUR, **close) == "paper_still_master"
    actions.end_paper(paper=paper, ends_at=MONDAY + 3 * HOUR, ground="Från elva", by=manager, at=MONDAY + HOUR)
    assert refusal(actions.move_incident, at=MONDAY + 2 * HOUR, **close) == "paper_still_master"
    actions.move_incident(at=MONDAY + 3 * HOUR, **close)  # type: ignore[arg-type]
    row = queries.incident(manager, id)
    assert row
    assert row.state is State.CLOSED


def test_paper_is_master_from_one_clock_time_to_another(place: Town) -> None:
    id, manager = incident(place, Move.CONFIRM), place.access(place.manager)
    said = {"incident": id, "unit": place.north, "system": "exorlive", "ground": "Ronden", "by": manager, "at": MONDAY}
    paper = actions.begin_paper(begins_at=MONDAY + HOUR, **said)  # type: ignore[arg-type]
    assert refusal(actions.begin_paper, begins_at=MONDAY, **said) == "overlaps"
    ended = {"paper": paper, "ground": "Fungerar", "by": manager, "at": MONDAY}
    actions.end_paper(ends_at=MONDAY + 2 * HOUR, **ended)  # type: ignore[arg-type]
    assert refusal(actions.end_paper, ends_at=MONDAY + 3 * HOUR, **ended) == "not_possible_now"
    where = {"unit": place.north, "system": "exorlive"}
    at = [queries.paper_is_master(manager, at=MONDAY + hours * HOUR, **where) for hours in range(4)]  # type: ignore[arg-type]
    assert at == [False, True, False, False]
    cilla = place.access(place.cilla)
    assert not queries.paper_is_master(cilla, at=MONDAY + HOUR, **where)  # type: ignore[arg-type]


def test_paper_in_a_unit_that_is_not_concerned_is_refused(place: Town) -> None:
    said = {"incident": incident(place, Move.CONFIRM), "system": "exorlive", "begins_at": MONDAY, "ground": "Så"}
    maria = {"by": place.access(place.mas), "at": MONDAY}
    assert refusal(actions.begin_paper, unit=place.south, **said, **maria) == "unit_not_concerned"
    assert refusal(actions.begin_paper, unit=place.north, **said | {"incident": uuid4()}, **maria) == "unknown_incident"
    assert refusal(actions.begin_paper, unit=place.north, **said | {"ground": "a" * 501}, **maria) == "ground"
    assert refusal(actions.end_paper, paper=uuid4(), ends_at=MONDAY, ground="Så", **maria) == "unknown_incident"


def test_a_suspicion_is_no_ground_for_paper(place: Town) -> None:
    said = {"incident": incident(place), "unit": place.north, "system": "exorlive", "begins_at": MONDAY, "ground": "Så"}
    assert refusal(actions.begin_paper, by=place.access(place.mas), at=MONDAY, **said) == "not_possible_now"


def test_nothing_is_told_of_what_is_over_or_for_a_time_that_has_been(place: Town) -> None:
    maria = {"by": place.access(place.mas), "at": MONDAY}
    over, going_on = incident(place, Move.DISMISS), incident(place)
    assert refusal(actions.tell, incident=over, text="Hej", next_at=None, **maria) == "not_possible_now"
    assert refusal(actions.tell, incident=going_on, text="Hej", next_at=MONDAY, **maria) == "next_at"


def test_the_timeline_says_who_decided_what_when_and_why(place: Town) -> None:
    id, manager = incident(place, Move.CONFIRM), place.access(place.manager)
    actions.tell(incident=id, text="Signera på papper.", next_at=MONDAY + 2 * HOUR, by=manager, at=MONDAY + HOUR)
    row = queries.incident(place.access(place.bo), id)
    assert row
    assert [(one.what, one.by_name) for one in row.timeline] == [
        ("suspected", "Maria Stål"),
        ("confirm", "Maria Stål"),
        ("told", "Disa Alm"),
    ]
    assert row.last_word
    assert (row.last_word.text, row.last_word.about) == ("Signera på papper.", MONDAY + 2 * HOUR)
    assert row.moves == ()


def test_only_those_concerned_see_it_and_what_concerns_all_is_seen_by_all(place: Town) -> None:
    in_the_north = incident(place)
    maria = place.access(place.mas)
    for_all = actions.raise_incident(
        system="appva", layer=Layer.SYSTEM, units=None, ground="Nere", by=maria, at=MONDAY + HOUR
    )
    seen = {
        who: [one.id for one in queries.incidents(place.access(who), open_only=True)] for who in (place.bo, place.cilla)
    }
    assert seen == {place.bo: [for_all, in_the_north], place.cilla: [for_all]}
    assert queries.incident(place.access(place.cilla), in_the_north) is None
    assert queries.incidents(place.access(uuid4()), open_only=False) == []


def test_nobody_rewrites_the_timeline(place: Town) -> None:
    incident(place, Move.CONFIRM)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        IncidentMove.objects.update(ground="Något annat")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        IncidentMove.objects.all().delete()
