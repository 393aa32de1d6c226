"""When paper is decided it is printed for exactly the units concerned, once, in the name of who decided it."""

from datetime import timedelta
from uuid import UUID

import pytest

from beredd.disruption import actions
from beredd.disruption.factories import incident
from beredd.disruption.rules.incident import Move
from beredd.paper.models import PrintJob
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.roles import Role

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=1)


@pytest.fixture
def place() -> Town:
    return town()


def ordered() -> list[tuple[UUID | None, UUID, bool]]:
    return [(one.about, one.asked_by, one.everybody) for one in PrintJob.objects.order_by("asked_at", "id")]


def long(id: UUID, place: Town, who: UUID) -> None:
    said = {"incident": id, "move": Move.DECLARE_LONG, "ground": "IT-service: i morgon"}
    actions.move_incident(**said, by=place.access(who), at=LATER)  # type: ignore[arg-type]


def paper(id: UUID, place: Town, unit: UUID, who: UUID, *, system: str = "exorlive") -> None:
    said = {"incident": id, "unit": unit, "system": system, "begins_at": LATER, "ground": "Kvällen"}
    actions.begin_paper(**said, by=place.access(who), at=LATER)  # type: ignore[arg-type]


def test_declared_long_it_is_ordered_for_all_patients_of_exactly_the_units_concerned(place: Town) -> None:
    long(incident(place, Move.CONFIRM), place, place.mas)
    assert ordered() == [(place.north, place.mas, True)]
    job = PrintJob.objects.get()
    assert job.first < LATER.date() < job.last


def test_what_concerns_everybody_is_ordered_for_every_care_unit(place: Town) -> None:
    long(incident(place, Move.CONFIRM, units={place.north, place.south}), place, place.mas)
    assert {unit for unit, _, _ in ordered()} == {place.north, place.south}


def test_a_unit_that_goes_over_earlier_gets_its_paper_then_and_once(place: Town) -> None:
    id = incident(place, Move.CONFIRM, units={place.north, place.south})
    paper(id, place, place.north, place.manager)
    paper(id, place, place.north, place.manager, system="appva")
    long(id, place, place.mas)
    assert sorted(ordered(), key=str) == sorted(
        [(place.north, place.manager, True), (place.south, place.mas, True)], key=str
    )


def test_the_it_service_sees_no_patients_and_orders_nothing(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    long(id, place, user("ivar", "Ivar Ström", Role.IT_SERVICE, "rehab"))
    assert ordered() == []
    paper(id, place, place.north, place.alva)
    assert ordered() == [(place.north, place.alva, True)]


def test_nothing_is_decided_when_it_cannot_be_ordered(place: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    id = incident(place, Move.CONFIRM)
    monkeypatch.setattr("beredd.disruption.actions.packs.enqueue", full)
    with pytest.raises(OSError, match="full"):
        long(id, place, place.mas)
    assert ordered() == []
    monkeypatch.undo()
    long(id, place, place.mas)
