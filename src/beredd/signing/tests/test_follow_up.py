"""Following a patient up: the same numbers as the balance, only for those who see the patient, noted and kept."""

import json
from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from beredd.care.actions import Item, end_prescription, pause, put_exercise, put_programme
from beredd.care.actions.scope import UnknownPatient
from beredd.care.factories import patient, prescription
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import NotAllowed
from beredd.signing import actions, queries
from beredd.signing.actions.follow_up import LONGEST, FollowUpRefused
from beredd.signing.events import WorkedItem
from beredd.signing.factories import arrival, take
from beredd.signing.models import FollowUp
from beredd.signing.rules.balance import State
from beredd.signing.rules.follow_up import Amount

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
EVENING = MONDAY + timedelta(hours=11)


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    return patient(place)


def signed(place: Town, greta: UUID, plan: UUID, day: date, **more: Any) -> UUID:
    one = arrival(
        patient=greta,
        prescription=plan,
        performer=place.bo,
        slot=f"{day}T10:00",
        performed_at=datetime.fromisoformat(f"{day}T09:05:00+00:00"),
        **more,
    )
    take(one, at=EVENING)
    return one.id


def test_the_numbers_are_those_of_the_balance(place: Town, greta: UUID) -> None:
    plan = prescription(place, greta, "10:00")
    signed(place, greta, plan, TODAY - DAY)
    signed(place, greta, plan, TODAY - 2 * DAY, outcome="not_performed", reason="declined")
    signed(place, greta, plan, TODAY - 3 * DAY, outcome="partly")
    alva = place.access(place.alva)
    pause(
        patient=greta,
        reason="away",
        starts_at=MONDAY - 5 * DAY,
        ends_at=MONDAY - 4 * DAY,
        by=alva,
        at=MONDAY,
    )
    span = {"since": TODAY - 6 * DAY, "until": TODAY}
    (row,) = queries.follow_up(alva, patient=greta, now=EVENING, **span)
    days = [TODAY - n * DAY for n in range(7)]
    balanced = [line.state for day in days for line in queries.balance(alva, unit=place.north, day=day, now=EVENING)]
    assert row.tally.counts == Counter(balanced)
    assert row.tally.counts[State.PERFORMED] == row.tally.counts[State.PARTLY] == 1
    assert row.tally.reasons == (("declined", 1),)


def test_amounts_are_set_beside_the_dose_of_the_version_that_was_signed(place: Town, greta: UUID) -> None:
    alva, rise, programme = place.access(place.alva), uuid4(), uuid4()
    put_exercise(id=rise, key="rise", name="Uppresning", content={}, by=alva, at=MONDAY)
    items = [Item(rise, sets=2, repetitions=8), Item(rise, sets=1, seconds=20)]
    put_programme(id=programme, key="legs", name="Ben", items=items, by=alva, at=MONDAY)
    plan = prescription(place, greta, "10:00", programme=programme)
    worked = (WorkedItem(1, rise, sets=2, repetitions=13, variant="easier"), WorkedItem(2, rise, skipped="pain"))
    signed(place, greta, plan, TODAY, outcome="partly", worked=worked, pain=2, effort=7)
    (row,) = queries.follow_up(alva, patient=greta, since=TODAY, until=TODAY, now=EVENING)
    first, second = row.exercised
    assert (first.amount, first.variant) == (Amount("repetitions", 13, 16), "easier")
    assert (second.amount, second.skipped) == (Amount("seconds", 0, 20), "pain")
    assert [(one.pain, one.effort) for one in row.signatures] == [(2, 7)]


def test_a_signature_outside_any_plan_is_shown_and_counted_apart(place: Town, greta: UUID) -> None:
    plan = prescription(place, greta, "10:00")
    one = arrival(patient=greta, prescription=plan, performer=place.bo, slot=None)
    take(one, at=EVENING)
    (held,) = queries.review_queue(place.access(place.alva))
    actions.decide(item=held.item, verdict="accepted", note="Ville träna mer.", by=place.access(place.alva), at=EVENING)
    (row,) = queries.follow_up(place.access(place.alva), patient=greta, since=TODAY, until=TODAY, now=EVENING)
    assert (row.unplanned, [two.id for two in row.signatures]) == (1, [one.id])
    assert row.tally.counts[State.PERFORMED] == 0


def test_a_correction_keeps_what_was_said_of_the_exercises(place: Town, greta: UUID) -> None:
    plan = prescription(place, greta, "10:00")
    first = signed(place, greta, plan, TODAY, worked=(WorkedItem(1, None, repetitions=5),), pain=1, effort=3)
    alva = place.access(place.alva)
    put: dict[str, Any] = {"prescription": plan, "slot": f"{TODAY}T10:00", "performed_at": MONDAY}
    put |= {"by": alva, "at": EVENING}
    again = actions.sign(outcome="partly", corrects=first, **put)
    actions.sign(outcome="void", corrects=again, **put)
    rows = {row.id: row for row in queries.patient_history(alva, greta, since=MONDAY - DAY)}
    assert (rows[again].worked, rows[again].pain, rows[again].effort) == (rows[first].worked, 1, 3)
    assert [row.worked for row in rows.values() if row.outcome == "void"] == [()]


def test_cilla_sees_nothing_of_it(place: Town, greta: UUID) -> None:
    plan = prescription(place, greta, "10:00")
    signed(place, greta, plan, TODAY)
    noted(place, greta)
    cilla = place.access(place.cilla)
    assert queries.follow_up(cilla, patient=greta, since=TODAY, until=TODAY, now=EVENING) == []
    assert queries.follow_ups(cilla, greta) == []


def test_what_ended_before_the_span_is_not_there(place: Town, greta: UUID) -> None:
    plan = prescription(place, greta, "10:00")
    alva = place.access(place.alva)
    end_prescription(prescription=plan, ends_on=TODAY, by=alva, at=MONDAY)
    span = {"since": TODAY + 2 * DAY, "until": TODAY + 3 * DAY}
    assert queries.follow_up(alva, patient=greta, now=EVENING, **span) == []


# Noting that it has been followed up


def noted(place: Town, greta: UUID, *, note: str = "Går bättre.", by: UUID | None = None) -> UUID:
    return actions.note_follow_up(
        patient=greta,
        since=TODAY - 27 * DAY,
        until=TODAY,
        note=note,
        by=place.access(by or place.alva),
        at=EVENING,
    )


def test_it_happens(place: Town, greta: UUID) -> None:
    noted(place, greta)
    (row,) = queries.follow_ups(place.access(place.bo), greta)
    assert (row.by_name, row.note, row.until) == ("Alva Ek", "Går bättre.", TODAY)


def test_it_is_recorded(place: Town, greta: UUID) -> None:
    id = noted(place, greta)
    event = ledger.history_of(("patient", greta))[0]
    assert (event.id, event.kind, event.unit) == (id, "patient.followed_up", place.rehab)
    assert json.loads(ledger.bodies([id])[id])["note"] == "Går bättre."


def test_nothing_is_left_half_done(place: Town, greta: UUID) -> None:
    before = ledger.head()
    with pytest.raises(FollowUpRefused):
        noted(place, greta, note="x" * (LONGEST + 1))
    with pytest.raises(FollowUpRefused):
        actions.note_follow_up(
            patient=greta, since=TODAY, until=TODAY - DAY, note="", by=place.access(place.alva), at=EVENING
        )
    assert (FollowUp.objects.count(), ledger.head()) == (0, before)


def test_the_wrong_person_is_refused(place: Town, greta: UUID) -> None:
    with pytest.raises(NotAllowed):
        noted(place, greta, by=place.bo)
    with pytest.raises(UnknownPatient):
        noted(place, greta, by=place.cilla)


def test_it_is_never_changed(place: Town, greta: UUID) -> None:
    noted(place, greta)
    with pytest.raises(DatabaseError), transaction.atomic():
        FollowUp.objects.update(note="Något annat.")
