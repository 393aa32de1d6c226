"""What stands, and what must be looked at, never depends on the order in which things come or are decided."""

from datetime import date, timedelta
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest

from beredd.care.factories import patient, prescription
from beredd.care.rules.occurrences import occurrence_id
from beredd.people import actions as people_actions
from beredd.people import queries as people
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.access import SYSTEM
from beredd.people.rules.roles import Role
from beredd.signing import actions, queries
from beredd.signing.events import Arrival
from beredd.signing.factories import AT_NOON, AT_TEN, TEN, arrival, take
from beredd.signing.rules.balance import State
from beredd.signing.rules.review import ReviewReason

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


class Scene:
    """Greta has a prescription at ten; Bo and Erik are on her unit, Alva reviews."""

    def __init__(self) -> None:
        self.town: Town = town()
        self.erik = user("erik", "Erik Ask", Role.PERFORMER, "north")
        self.greta = patient(self.town)
        self.prescription = prescription(self.town, self.greta, "10:00")

    def signed(self, performer: UUID, **more: Any) -> Arrival:
        said = {"patient": self.greta, "prescription": self.prescription, "performer": performer, **more}
        return arrival(**said)

    def state(self) -> State:
        lines = queries.balance(self.town.access(self.town.alva), unit=self.town.north, day=DAY, now=AT_NOON)
        (line,) = (one for one in lines if one.planned.prescription.id == self.prescription)
        return line.state

    def queue(self) -> list[tuple[str, UUID]]:
        return [(row.reason, row.signature.id) for row in queries.review_queue(self.town.access(self.town.alva))]

    def decide(self, signature: UUID, verdict: str, *, double: bool = False) -> None:
        """On everything that waits about that signature, or on its being double."""
        alva = self.town.access(self.town.alva)
        for row in queries.review_queue(alva):
            if row.signature.id == signature and (row.reason == ReviewReason.DOUBLE_SIGNED) == double:
                actions.decide(item=row.item, verdict=verdict, note="Ringde", by=alva, at=MONDAY)


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize("together", [True, False])
def test_a_double_with_a_colleagues_correction_is_the_same_in_every_order(
    order: tuple[int, ...], together: bool
) -> None:
    scene = Scene()
    first = scene.signed(scene.town.bo)
    second = scene.signed(scene.erik)
    correction = scene.signed(scene.erik, outcome="void", corrects=first.id)
    coming = [(first, second, correction)[place] for place in order]
    if together:
        take(*coming)
    else:
        for one in coming:
            take(one)
    assert scene.state() is State.DOUBLE
    found = scene.queue()
    assert (ReviewReason.CORRECTION_BY_OTHER, correction.id) in found
    assert len([1 for reason, _ in found if reason == ReviewReason.DOUBLE_SIGNED]) == 1
    scene.decide(correction.id, "accepted")
    assert (scene.state(), scene.queue()) == (State.PERFORMED, [])


@pytest.mark.parametrize("held_first", [True, False])
def test_accepting_what_was_held_shows_the_double_it_makes(held_first: bool) -> None:
    scene = Scene()
    held = scene.signed(scene.erik, found=[ReviewReason.DEVICE_REVOKED])
    other = scene.signed(scene.town.bo)
    for one in (held, other) if held_first else (other, held):
        take(one)
    assert scene.state() is State.PERFORMED
    assert scene.queue() == [(ReviewReason.DEVICE_REVOKED, held.id)]
    scene.decide(held.id, "accepted")
    assert scene.state() is State.DOUBLE
    assert [reason for reason, _ in scene.queue()] == [ReviewReason.DOUBLE_SIGNED]


def test_two_who_really_went_are_no_double_once_somebody_has_said_so() -> None:
    scene = Scene()
    first, second = scene.signed(scene.town.bo), scene.signed(scene.erik)
    take(first, second)
    assert scene.state() is State.DOUBLE
    scene.decide(second.id, "accepted", double=True)
    assert (scene.state(), scene.queue()) == (State.PERFORMED, [])
    take(third := scene.signed(scene.town.bo))
    assert (scene.state(), scene.queue()) == (State.DOUBLE, [(ReviewReason.DOUBLE_SIGNED, third.id)])


def test_rejecting_a_correction_shows_the_double_that_comes_back() -> None:
    scene = Scene()
    first = scene.signed(scene.town.bo)
    off = AT_TEN + timedelta(days=3)
    moved = scene.signed(scene.town.bo, slot="2026-11-22T10:00", corrects=first.id, recorded_at=off)
    for one in (first, moved, scene.signed(scene.erik)):
        take(one)
    assert (scene.state(), scene.queue()) == (State.PERFORMED, [(ReviewReason.CLOCK_OFF, moved.id)])
    scene.decide(moved.id, "rejected")
    assert scene.state() is State.DOUBLE
    assert [reason for reason, _ in scene.queue()] == [ReviewReason.DOUBLE_SIGNED]


def test_nothing_more_is_asked_of_what_was_rejected_or_corrected() -> None:
    scene = Scene()
    both = [ReviewReason.CLOCK_OFF, ReviewReason.DEVICE_REVOKED]
    held, odd = scene.signed(scene.erik, found=both), scene.signed(scene.town.bo, found=both[:1])
    take(held, odd)
    assert len(scene.queue()) == 3
    waits = next(row for row in queries.review_queue(scene.town.access(scene.town.alva)) if row.reason == both[1])
    alva = scene.town.access(scene.town.alva)
    actions.decide(item=waits.item, verdict="rejected", note="Inte Eriks", by=alva, at=MONDAY)
    assert scene.queue() == [(ReviewReason.CLOCK_OFF, odd.id)]
    take(scene.signed(scene.town.bo, corrects=odd.id))
    assert scene.queue() == []
    assert queries.review_count(alva) == 0


def test_settled_doubles_never_crowd_out_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beredd.signing.queries.review.PAGE", 2)
    scene = Scene()
    for day in range(1, 6):
        slot = f"2026-11-{day:02}T10:00"
        one, two = scene.signed(scene.town.bo, slot=slot), scene.signed(scene.town.bo, slot=slot)
        take(one, two, scene.signed(scene.town.bo, slot=slot, outcome="void", corrects=two.id))
    held = scene.signed(scene.erik, found=[ReviewReason.DEVICE_REVOKED])
    take(held, at=MONDAY + timedelta(hours=1))
    assert scene.queue() == [(ReviewReason.DEVICE_REVOKED, held.id)]
    assert queries.review_count(scene.town.access(scene.town.alva)) == 1


def test_nobody_corrects_anothers_signature_by_way_of_a_patient_of_their_own() -> None:
    scene = Scene()
    first = scene.signed(scene.town.bo)
    take(first)
    chief = user("sven", "Sven Syd", Role.UNIT_MANAGER, "south")
    own = patient(scene.town, "olle", identity="192803099810", unit=scene.town.south)
    theirs = prescription(scene.town, own, "10:00")
    sly = scene.signed(chief, patient=own, prescription=theirs, outcome="void", corrects=first.id)
    assert ReviewReason.CORRECTION_BY_OTHER in take(sly)[sly.id]
    assert scene.state() is State.PERFORMED


def test_who_reviewed_here_once_may_not_correct_today() -> None:
    scene = Scene()
    first = scene.signed(scene.town.bo)
    take(first)
    (member,) = (one for one in people.members([scene.town.north], on=DAY) if one.user.id == scene.town.manager)
    people_actions.end_membership(membership=member.membership, ends_on=date(2026, 11, 1), by=SYSTEM, at=MONDAY)
    correction = scene.signed(scene.town.manager, outcome="void", corrects=first.id)
    assert ReviewReason.CORRECTION_BY_OTHER in take(correction)[correction.id]
    assert scene.state() is State.PERFORMED


def test_a_signature_settles_only_its_own_prescriptions_occurrence() -> None:
    scene = Scene()
    other = prescription(scene.town, scene.greta, "10:00", intervention="Balans")
    stray = scene.signed(scene.town.bo, prescription=other, occurrence=occurrence_id(scene.prescription, TEN))
    assert take(stray)[stray.id] == (ReviewReason.UNPLANNED,)
    assert scene.state() is State.LATE


def test_a_correction_that_names_another_time_frees_the_first() -> None:
    scene = Scene()
    first = scene.signed(scene.town.bo)
    moved = scene.signed(scene.town.bo, slot="2026-11-22T10:00", corrects=first.id)
    take(first)
    take(moved)
    again = scene.signed(scene.erik)
    assert take(again)[again.id] == ()
    assert (scene.state(), scene.queue()) == (State.PERFORMED, [])
