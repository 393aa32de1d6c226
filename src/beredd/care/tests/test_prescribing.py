"""Prescribing, changing and ending: it happens, it is recorded, nothing is left half done, the wrong one is refused."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.care import actions, queries
from beredd.care.actions.prescriptions import AnothersPrescription, UnknownPrescription, UnknownProgramme
from beredd.care.actions.scope import UnknownPatient
from beredd.care.factories import content, patient, prescription
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.care.rules.prescription import BadPrescription, Basis
from beredd.care.rules.schedule import ALL_DAYS, BadSchedule, Clock
from beredd.clock import midnight
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import NotAllowed

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


def test_a_prescription_plans_its_occurrences_for_the_unit() -> None:
    place = town()
    prescription(place, patient(place), "08:00", "14:00")
    planned = queries.due(place.access(place.bo), unit=place.north, since=midnight(DAY), until=MONDAY.replace(hour=22))
    assert [one.occurrence.slot for one in planned] == ["2026-11-23T08:00", "2026-11-23T14:00"]
    assert {one.patient.name for one in planned} == {"Greta Holm"}


def test_it_is_one_event_about_the_patient() -> None:
    place = town()
    greta = patient(place)
    before = ledger.head().position
    prescription(place, greta)
    (event,) = ledger.events_since(before)
    assert (event.kind, event.subject_id, event.by) == ("prescription.made", greta, str(place.alva))


def test_a_change_is_a_new_version_and_the_old_one_stays() -> None:
    place = town()
    id = prescription(place, patient(place), "08:00")
    alva = place.access(place.alva)
    assert actions.change_prescription(
        prescription=id, content=content("09:00"), effective_at=MONDAY, by=alva, at=MONDAY
    )
    row = queries.prescription(alva, id)
    assert row
    assert [version.number for version in row.versions] == [1, 2]
    assert row.in_force(MONDAY).number == 2
    assert row.in_force(MONDAY - timedelta(seconds=1)).number == 1


def test_a_change_that_changes_nothing_makes_no_version() -> None:
    place = town()
    id = prescription(place, patient(place), "08:00")
    before = ledger.head().position
    assert not actions.change_prescription(
        prescription=id, content=content("08:00"), effective_at=MONDAY, by=place.access(place.alva), at=MONDAY
    )
    assert ledger.head().position == before


def test_ending_is_a_version_with_a_last_day() -> None:
    place = town()
    id = prescription(place, patient(place))
    alva = place.access(place.alva)
    actions.end_prescription(prescription=id, ends_on=DAY, by=alva, at=MONDAY)
    tomorrow = midnight(DAY + timedelta(days=1))
    assert not queries.due(alva, unit=place.north, since=tomorrow, until=tomorrow + timedelta(days=1))


def test_one_that_has_not_begun_can_be_ended_so_that_it_never_does() -> None:
    place = town()
    id = prescription(place, patient(place), "10:00", starts_on=date(2026, 11, 24))
    alva = place.access(place.alva)
    actions.end_prescription(prescription=id, ends_on=DAY, by=alva, at=MONDAY)
    assert not queries.due(alva, unit=place.north, since=MONDAY, until=MONDAY + timedelta(days=3))


def test_a_change_cannot_reach_far_back() -> None:
    place = town()
    id = prescription(place, patient(place))
    with pytest.raises(BadPrescription) as refused:
        actions.change_prescription(
            prescription=id,
            content=content("09:00"),
            effective_at=MONDAY - timedelta(days=8),
            by=place.access(place.alva),
            at=MONDAY,
        )
    assert refused.value.code == "effective"


def test_nor_can_a_new_prescription() -> None:
    place = town()
    greta = patient(place)
    early = MONDAY - timedelta(days=8)
    with pytest.raises(BadPrescription) as refused:
        actions.prescribe(patient=greta, content=content(), effective_at=early, by=place.access(place.alva), at=MONDAY)
    assert refused.value.code == "effective"
    assert queries.prescriptions(place.access(place.alva), greta) == []


NEXT_MONDAY = midnight(DAY + timedelta(days=7))


def planned_times(place: Town, days: range) -> list[str]:
    """The slots of Greta's days, counted from Monday the 23rd."""
    since, until = (midnight(DAY + timedelta(days=number)) for number in (days.start, days.stop))
    alva = place.access(place.alva)
    return [one.occurrence.slot for one in queries.due(alva, unit=place.north, since=since, until=until)]


def change_to_come(place: Town) -> UUID:
    """At eight until next Monday, at nine from then on."""
    id = prescription(place, patient(place), "08:00")
    actions.change_prescription(
        prescription=id, content=content("09:00"), effective_at=NEXT_MONDAY, by=place.access(place.alva), at=MONDAY
    )
    return id


def test_what_is_to_come_can_be_made_to_hold_at_once() -> None:
    place = town()
    id = change_to_come(place)
    now: dict[str, Any] = {"effective_at": MONDAY, "by": place.access(place.alva), "at": MONDAY}
    assert actions.change_prescription(prescription=id, content=content("09:00"), **now)
    assert planned_times(place, range(1, 2)) == ["2026-11-24T09:00"]
    assert not actions.change_prescription(prescription=id, content=content("09:00"), **now)


def test_ending_before_a_change_to_come_leaves_the_days_until_then_as_they_are() -> None:
    place = town()
    id = change_to_come(place)
    actions.end_prescription(prescription=id, ends_on=DAY + timedelta(days=1), by=place.access(place.alva), at=MONDAY)
    assert planned_times(place, range(1, 14)) == ["2026-11-24T08:00"]


def test_ending_after_a_change_to_come_lets_the_change_happen() -> None:
    place = town()
    id = change_to_come(place)
    actions.end_prescription(prescription=id, ends_on=DAY + timedelta(days=7), by=place.access(place.alva), at=MONDAY)
    assert planned_times(place, range(6, 14)) == ["2026-11-29T08:00", "2026-11-30T09:00"]


def test_a_prescription_stays_with_its_patient() -> None:
    place = town()
    greta, olle = patient(place), patient(place, "olle", identity="192803099810")
    id = prescription(place, greta)
    before = ledger.head().position
    with pytest.raises(AnothersPrescription):
        actions.put_prescription(
            id=id,
            key=str(id),
            patient=olle,
            content=content("11:00"),
            effective_at=MONDAY,
            prescribed_by=place.alva,
            by=place.access(place.alva),
            at=MONDAY,
        )
    assert ledger.head().position == before


def test_a_schedule_that_cannot_be_read_again_is_refused() -> None:
    place = town()
    with pytest.raises(BadSchedule):
        prescription(place, patient(place), schedule=Clock(ALL_DAYS, ()))


def test_bo_may_not_prescribe_and_cilla_does_not_even_learn_that_the_patient_exists() -> None:
    place = town()
    greta = patient(place)
    for user, refusal in ((place.bo, NotAllowed), (place.cilla, UnknownPatient)):
        with pytest.raises(refusal):
            actions.prescribe(patient=greta, content=content(), effective_at=MONDAY, by=place.access(user), at=MONDAY)


def test_nothing_is_left_when_the_event_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    place = town()
    greta = patient(place)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("disk full")

    monkeypatch.setattr("beredd.care.actions.prescriptions.append", fail)
    with pytest.raises(RuntimeError):
        prescription(place, greta)
    assert queries.prescriptions(place.access(place.alva), greta) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"intervention": "  "}, "intervention"),
        ({"intervention": "x" * 201}, "intervention"),
        ({"instruction": "x" * 4001}, "instruction"),
        ({"ends_on": date(2025, 12, 31)}, "period"),
        ({"basis": Basis.DELEGATION}, "task"),
        ({"basis": Basis.DELEGATION, "task": "x" * 61}, "task"),
        ({"if_not_performed": NotPerformedRule.CONTACT}, "contact_days"),
        ({"if_not_performed": NotPerformedRule.CONTACT, "contact_within_days": 31}, "contact_days"),
        ({"contact_whom": "x" * 121}, "contact_whom"),
    ],
)
def test_what_is_missing_is_named(wrong: dict[str, object], code: str) -> None:
    place = town()
    greta = patient(place)
    with pytest.raises(BadPrescription) as refused:
        actions.prescribe(
            patient=greta,
            content=replace(content(), **wrong),  # type: ignore[arg-type]  # wrong on purpose
            effective_at=MONDAY,
            by=place.access(place.alva),
            at=MONDAY,
        )
    assert refused.value.code == code
    assert queries.prescriptions(place.access(place.alva), greta) == []


def test_unknown_programmes_and_prescriptions_are_refused() -> None:
    place = town()
    greta, alva = patient(place), place.access(place.alva)
    with pytest.raises(UnknownProgramme):
        prescription(place, greta, programme=uuid4())
    with pytest.raises(UnknownPrescription):
        actions.end_prescription(prescription=uuid4(), ends_on=DAY, by=alva, at=MONDAY)
    assert queries.prescriptions(alva, greta) == []


def test_a_programme_with_other_items_is_a_new_version_and_the_prescription_keeps_the_old_one() -> None:
    place = town()
    alva, programme, rise = place.access(place.alva), uuid4(), uuid4()
    actions.put_exercise(
        id=rise, key="rise", name="Uppresning", content={"name": {"sv": "Uppresning"}}, by=alva, at=MONDAY
    )
    items = [actions.Item(rise, sets=2, repetitions=8)]
    assert actions.put_programme(id=programme, key="p", name="Ben", items=items, by=alva, at=MONDAY)
    assert not actions.put_programme(id=programme, key="p", name="Ben", items=items, by=alva, at=MONDAY)
    id = prescription(place, patient(place), programme=programme)
    assert actions.put_programme(id=programme, key="p", name="Ben", items=items * 2, by=alva, at=MONDAY)
    row = queries.prescription(alva, id)
    assert row
    assert row.versions[0].programme
    assert (row.versions[0].programme.number, len(row.versions[0].programme.items)) == (1, 1)
    newest = queries.programme(alva, programme)
    assert newest
    assert (newest.number, len(newest.items)) == (2, 2)
