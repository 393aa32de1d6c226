"""Who leads: taken with a click, handed over, taken over; of two at once the second is told who has it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError

from beredd.disruption import actions, queries
from beredd.disruption.factories import incident
from beredd.disruption.models import IncidentLead
from beredd.disruption.queries import IncidentRow
from beredd.disruption.rules.incident import Move
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import Access, Refused

LATER = MONDAY + timedelta(hours=1)


def row(place: Town, id: UUID) -> IncidentRow:
    found = queries.incident(place.access(place.mas), id)
    assert found
    return found


def led(place: Town, *leaders: UUID) -> UUID:
    """An incident that each of them has taken in turn."""
    id = incident(place, Move.CONFIRM)
    for seen, who in enumerate(leaders):
        actions.take_lead(incident=id, seen=seen, by=place.access(who), at=MONDAY)
    return id


Action = Callable[[Town, UUID, Access], object]
ACTIONS: dict[str, Action] = {
    "take_lead": lambda _place, id, by: actions.take_lead(incident=id, seen=1, by=by, at=LATER),
    "hand_over": lambda place, id, by: actions.hand_over(incident=id, to=place.alva, seen=1, by=by, at=LATER),
}
each = pytest.mark.parametrize("name", ACTIONS)
KINDS = {"take_lead": "incident.lead_taken", "hand_over": "incident.lead_handed_over"}


@pytest.mark.django_db
@each
def test_it_happens_and_is_recorded_as_one_event(name: str) -> None:
    place = town()
    id, held = led(place, place.manager), ledger.head().position
    who = place.mas if name == "take_lead" else place.manager
    ACTIONS[name](place, id, place.access(who))
    leader = row(place, id).leader
    assert leader and (leader.user, leader.since) == (place.mas if name == "take_lead" else place.alva, LATER)
    (event,) = ledger.events_since(held)
    assert (event.kind, event.by, event.subject_kind) == (KINDS[name], str(who), "incident")


@pytest.mark.django_db
@each
def test_nothing_is_left_half_done_when_it_cannot_be_recorded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = town()
    id = led(place, place.manager)

    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("beredd.disruption.actions.leads.append", full)
    with pytest.raises(OSError, match="full"):
        ACTIONS[name](place, id, place.access(place.manager))
    assert IncidentLead.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "who", "code"),
    [
        ("take_lead", "bo", "not_allowed"),
        ("take_lead", "cilla", "not_allowed"),
        ("hand_over", "bo", "not_allowed"),
        ("hand_over", "cilla", "not_allowed"),
        ("hand_over", "mas", "not_theirs"),
    ],
)
def test_the_wrong_person_is_refused_with_a_reason(name: str, who: str, code: str) -> None:
    place = town()
    id, held = led(place, place.manager), ledger.head().position
    with pytest.raises(Refused) as refused:
        ACTIONS[name](place, id, place.access(getattr(place, who)))
    assert refused.value.code == code
    assert (IncidentLead.objects.count(), ledger.head().position) == (1, held)


@pytest.mark.django_db
def test_the_second_is_told_who_has_it_and_takes_over_knowingly() -> None:
    place = town()
    id = led(place, place.manager)
    alva = place.access(place.alva)
    with pytest.raises(Refused) as refused:
        actions.take_lead(incident=id, seen=0, by=alva, at=LATER)
    assert (refused.value.code, refused.value.params) == ("somebody_leads", {"name": "Disa Alm"})
    actions.take_lead(incident=id, seen=1, by=alva, at=LATER)
    told = [(one.what, one.by_name, one.text) for one in row(place, id).timeline if one.what.startswith("lead")]
    assert told == [("lead_taken", "Disa Alm", ""), ("lead_taken", "Alva Ek", "")]


@pytest.mark.django_db
def test_one_hands_over_only_to_somebody_who_could_take_it() -> None:
    place = town()
    id = led(place, place.mas)
    with pytest.raises(Refused) as refused:
        actions.hand_over(incident=id, to=place.bo, seen=1, by=place.access(place.mas), at=LATER)
    assert refused.value.code == "leader"
    named = [name for _, name in queries.who_may_lead(row(place, id), at=LATER)]
    assert "Bo Lind" not in named and named == sorted(named) and {"Alva Ek", "Disa Alm", "Maria Stål"} <= set(named)
    actions.hand_over(incident=id, to=place.alva, seen=1, by=place.access(place.mas), at=LATER)
    last = row(place, id).timeline[-1]
    assert (last.what, last.by_name, last.text) == ("lead_handed_over", "Maria Stål", "Alva Ek")


@pytest.mark.django_db
def test_what_is_over_is_led_by_nobody() -> None:
    place = town()
    id = led(place, place.mas)
    actions.move_incident(incident=id, move=Move.RECOVER, ground="Provat", by=place.access(place.mas), at=LATER)
    actions.move_incident(incident=id, move=Move.CLOSE, by=place.access(place.mas), at=LATER)
    assert row(place, id).leader is None
    with pytest.raises(Refused) as refused:
        actions.take_lead(incident=id, seen=1, by=place.access(place.mas), at=LATER)
    assert refused.value.code == "not_possible_now"


@pytest.mark.django_db
def test_rows_are_added_never_changed() -> None:
    place = town()
    led(place, place.mas)
    with pytest.raises(DatabaseError, match="never changed"):
        IncidentLead.objects.update(leader=place.bo)
