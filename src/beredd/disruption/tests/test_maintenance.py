"""Planned work: in the calendar by those who answer for all, known to the diagnosis, told of from the day before."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError
from hypothesis import given
from hypothesis import strategies as st

from beredd.clock import SWEDEN
from beredd.disruption import actions, queries
from beredd.disruption.models import Maintenance, MaintenanceWithdrawn
from beredd.disruption.probes.tried import Seen, Tried
from beredd.disruption.queries.maintenance import planned_soon, planned_work
from beredd.disruption.rules import observed
from beredd.disruption.rules.maintenance import LONGEST, Amount, Fault, Stage, days_of, fault_of_plan, is_busy
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import Access, Refused

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STARTS, ENDS = MONDAY + DAY, MONDAY + DAY + HOUR


def planned(place: Town, *, by: Access | None = None, at: datetime = MONDAY, **other: object) -> UUID:
    facts = {"system": "exorlive", "starts_at": STARTS, "ends_at": ENDS, "what": "Ny version", "source": "Brev 12 nov"}
    return actions.plan_maintenance(**{**facts, **other}, by=by or place.access(place.mas), at=at)  # type: ignore[arg-type]


def test_what_cannot_be_planned() -> None:
    def fault(starts: timedelta, lasts: timedelta) -> Fault | None:
        return fault_of_plan(MONDAY + starts, MONDAY + starts + lasts, at=MONDAY)

    assert fault(DAY, timedelta()) is Fault.ENDS_BEFORE_IT_STARTS
    assert fault(-2 * HOUR, HOUR) is Fault.IS_OVER
    assert fault(-HOUR, 2 * HOUR) is None  # begun, and heard of late
    assert fault(DAY, LONGEST) is None and fault(DAY, LONGEST + HOUR) is Fault.TOO_LONG
    assert fault(401 * DAY, HOUR) is Fault.TOO_FAR_AHEAD


@given(st.integers(0, 5000), st.integers(1, 24 * 14))
def test_what_has_all_care_of_its_days_is_busy_and_what_has_none_is_not(begins: int, lasts: int) -> None:
    starts = MONDAY + begins * HOUR
    ends = starts + lasts * HOUR
    since, until = days_of(starts, ends, SWEDEN)
    assert since <= starts < ends <= until
    assert is_busy(Amount(10, 10), starts, ends, SWEDEN)
    assert not is_busy(Amount(0, 500), starts, ends, SWEDEN) and not is_busy(Amount(4, 4), starts, ends, SWEDEN)


Action = Callable[[Town, UUID, Access], object]
ACTIONS: dict[str, Action] = {
    "planned": lambda place, _id, by: planned(place, by=by, system="appva"),
    "withdrawn": lambda _place, id, by: actions.withdraw_maintenance(maintenance=id, by=by, at=MONDAY),
}
each = pytest.mark.parametrize("name", ACTIONS)


def rows() -> int:
    return Maintenance.objects.count() + MaintenanceWithdrawn.objects.count()


@pytest.mark.django_db
@each
def test_it_happens_and_is_recorded_as_one_event(name: str) -> None:
    place = town()
    id, held, by = planned(place), ledger.head().position, place.access(place.mas)
    ACTIONS[name](place, id, by)
    assert rows() == 2
    (event,) = ledger.events_since(held)
    assert (event.kind, event.by, event.subject_kind) == (f"maintenance.{name}", str(by.user), "maintenance")


@pytest.mark.django_db
@each
def test_nothing_is_left_half_done_when_it_cannot_be_recorded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = town()
    id = planned(place)

    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("beredd.disruption.actions.maintenance.append", full)
    with pytest.raises(OSError, match="full"):
        ACTIONS[name](place, id, place.access(place.mas))
    assert rows() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["alva", "bo", "cilla", "manager"])
@each
def test_the_wrong_person_is_refused_with_a_reason(name: str, who: str) -> None:
    """A manager handles disruptions in her unit, but a system's work concerns all."""
    place = town()
    id, held = planned(place), ledger.head().position
    with pytest.raises(Refused) as refused:
        ACTIONS[name](place, id, place.access(getattr(place, who)))
    assert refused.value.code == "not_allowed"
    assert (rows(), ledger.head().position) == (1, held)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"system": "link"}, "system"),
        ({"system": "nowhere"}, "system"),
        ({"what": " "}, "what"),
        ({"what": "x" * 301}, "what"),
        ({"source": "x" * 301}, "source"),
        ({"ends_at": STARTS}, "ends_at"),
        ({"starts_at": MONDAY + 500 * DAY, "ends_at": MONDAY + 501 * DAY}, "starts_at"),
        ({}, "already_planned"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(said: dict[str, object], field: str) -> None:
    place = town()
    planned(place)
    with pytest.raises(Refused) as refused:
        planned(place, **said)  # type: ignore[arg-type]
    assert refused.value.code == field and rows() == 1


@pytest.mark.django_db
def test_the_same_can_be_planned_again_once_it_is_withdrawn_and_what_is_over_stays() -> None:
    place = town()
    by = place.access(place.mas)
    first = planned(place)
    actions.withdraw_maintenance(maintenance=first, by=by, at=MONDAY)
    with pytest.raises(Refused) as refused:
        actions.withdraw_maintenance(maintenance=first, by=by, at=MONDAY)
    assert refused.value.code == "unknown_maintenance"
    second = planned(place)
    with pytest.raises(Refused):
        actions.withdraw_maintenance(maintenance=second, by=by, at=ENDS)
    found = {one.id: (one.stage, one.withdrawn) for one in queries.maintenance(by, at=ENDS)}
    assert found == {first: (Stage.OVER, "Maria Stål"), second: (Stage.OVER, "")}
    assert queries.maintenance(by, at=ENDS + 31 * DAY) == []


@pytest.mark.django_db
def test_the_diagnosis_knows_it_while_it_lasts_and_everybody_from_the_day_before() -> None:
    place = town()
    id = planned(place)
    assert [len(planned_work(at=at)) for at in (STARTS - HOUR, STARTS, ENDS, ENDS + HOUR)] == [0, 1, 1, 0]
    soon = [len(planned_soon(at=at)) for at in (STARTS - 5 * DAY, STARTS - 2 * DAY, STARTS, ENDS)]
    assert soon == [0, 1, 1, 0]
    actions.withdraw_maintenance(maintenance=id, by=place.access(place.mas), at=MONDAY)
    assert planned_work(at=STARTS) == () and planned_soon(at=STARTS) == []


@pytest.mark.django_db
def test_rows_are_added_never_changed() -> None:
    place = town()
    planned(place)
    with pytest.raises(DatabaseError, match="never changed"):
        Maintenance.objects.update(what="Annat")


@pytest.mark.django_db
def test_what_fails_while_it_is_worked_on_raises_no_suspicion_and_what_fails_afterwards_does() -> None:
    place = town()
    planned(place)
    works, fails = Tried(observed.Result.WORKS), Tried.failed(observed.Fault.NO_ANSWER)
    down = {"link": works, "internet": works, "exorlive.app": fails}
    for minute in (50, 51, 52):
        at = STARTS + timedelta(minutes=minute)
        actions.observe(actions.SERVER, [Seen(at, down)], at=at)
    for who in (place.bo, place.alva, place.manager):
        said = actions.Said(id=uuid4(), kind="system", unit=place.north, device=str(who), made_at=at, system="exorlive")
        actions.report(said, signed_in=True, by=place.access(who), at=at)
    assert queries.incidents(place.access(place.mas), open_only=False) == []
    at = ENDS + timedelta(minutes=1)
    actions.observe(actions.SERVER, [Seen(at, down)], at=at)
    assert [one.system for one in queries.incidents(place.access(place.mas), open_only=False)] == ["exorlive"]
