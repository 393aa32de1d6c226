"""Deciding on what is held, and signing at a desk."""

import json
from datetime import date, timedelta
from importlib import import_module
from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.care.factories import patient, prescription
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import NotAllowed
from beredd.signing import actions, queries
from beredd.signing.actions.decide import AlreadyDecided, NoteMissing, NoteTooLong, UnknownReview
from beredd.signing.actions.sign import SignatureRefused
from beredd.signing.factories import AT_NOON, AT_TEN, TEN, arrival, take
from beredd.signing.models import ReviewDecision, ReviewItem, Signature
from beredd.signing.rules.balance import State
from beredd.signing.rules.review import ReviewReason

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)
TABLES = (Signature, ReviewItem, ReviewDecision)


def held(place: Town, greta: UUID, id: UUID) -> int:
    """Bo's signature from a revoked phone; the number of its review item."""
    take(arrival(patient=greta, prescription=id, performer=place.bo, found=[ReviewReason.DEVICE_REVOKED]))
    (row,) = queries.review_queue(place.access(place.alva))
    return row.item


def state(place: Town) -> State:
    (line,) = queries.balance(place.access(place.alva), unit=place.north, day=DAY, now=AT_NOON)
    return line.state


@pytest.mark.parametrize(("verdict", "becomes"), [("accepted", State.PERFORMED), ("rejected", State.LATE)])
def test_a_held_signature_counts_once_it_is_accepted(verdict: str, becomes: State) -> None:
    place = town()
    greta = patient(place)
    item = held(place, greta, prescription(place, greta))
    assert state(place) is State.LATE
    actions.decide(item=item, verdict=verdict, note="Ringde Bo", by=place.access(place.alva), at=MONDAY)
    assert state(place) is becomes
    assert queries.review_queue(place.access(place.alva)) == []
    assert ledger.history_of(("patient", greta))[0].kind == "review.decided"


def left() -> tuple[object, ...]:
    return (ledger.head().position, *(list(table.objects.order_by("pk").values()) for table in TABLES))


@pytest.mark.parametrize("where", ["decide.append", "take.append"])
def test_nothing_is_left_half_done_when_it_cannot_be_recorded(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = town()
    greta = patient(place)
    id = prescription(place, greta)
    item = held(place, greta, id)
    before = left()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("disk full")

    # the modules' functions of the same name stand before them in the package
    monkeypatch.setattr(import_module(f"beredd.signing.actions.{where.split('.')[0]}"), "append", fail)
    with pytest.raises(RuntimeError):
        if where == "decide.append":
            actions.decide(item=item, verdict="accepted", note="", by=place.access(place.alva), at=MONDAY)
        else:
            sign(place, id)
    assert left() == before


def test_a_decision_is_one_event_with_the_reason_in_words() -> None:
    place = town()
    greta = patient(place)
    item = held(place, greta, prescription(place, greta))
    before = ledger.head().position
    alva = place.access(place.alva)
    with pytest.raises(NoteTooLong):
        actions.decide(item=item, verdict="rejected", note="x" * 301, by=alva, at=MONDAY)
    actions.decide(item=item, verdict="rejected", note=" Inte Bos ", by=alva, at=MONDAY)
    (event,) = ledger.events_since(before)
    assert (event.kind, json.loads(event.body)["note"], event.by) == ("review.decided", "Inte Bos", str(place.alva))


def test_one_decides_once_with_a_reason_and_in_ones_own_units() -> None:
    place = town()
    greta = patient(place)
    item = held(place, greta, prescription(place, greta))
    with pytest.raises(NoteMissing):
        actions.decide(item=item, verdict="rejected", note=" ", by=place.access(place.alva), at=MONDAY)
    with pytest.raises(NotAllowed):
        actions.decide(item=item, verdict="accepted", note="", by=place.access(place.bo), at=MONDAY)
    actions.decide(item=item, verdict="accepted", note="", by=place.access(place.manager), at=MONDAY)
    with pytest.raises(AlreadyDecided):
        actions.decide(item=item, verdict="rejected", note="x", by=place.access(place.alva), at=MONDAY)


def test_what_names_an_unknown_patient_is_for_the_medically_responsible() -> None:
    place = town()
    take(arrival(patient=uuid4(), prescription=uuid4(), performer=place.bo))
    assert queries.review_queue(place.access(place.alva)) == []
    (row,) = queries.review_queue(place.access(place.mas))
    with pytest.raises(UnknownReview):
        actions.decide(item=row.item, verdict="accepted", note="", by=place.access(place.alva), at=MONDAY)
    actions.decide(item=row.item, verdict="accepted", note="", by=place.access(place.mas), at=MONDAY)


def test_reviewing_is_not_for_performers() -> None:
    place = town()
    with pytest.raises(NotAllowed):
        queries.review_queue(place.access(place.bo))
    assert queries.review_count(place.access(place.bo)) == 0


def sign(place: Town, id: UUID, **more: Any) -> UUID:
    said = {"slot": TEN, "outcome": "performed", "performed_at": AT_TEN, "by": place.access(place.alva), "at": AT_NOON}
    return actions.sign(prescription=id, **{**said, **more})


def test_alva_signs_at_her_desk() -> None:
    place = town()
    greta = patient(place)
    id = sign(place, prescription(place, greta))
    (row,) = queries.patient_history(place.access(place.bo), greta, since=AT_TEN)
    assert (row.id, row.channel, row.performer_name, row.received_at) == (id, "office", "Alva Ek", AT_NOON)
    assert row.initials == "AE"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"outcome": "void"}, "outcome"),
        ({"outcome": "maybe"}, "outcome"),
        ({"outcome": "not_performed"}, "reason"),
        ({"performed_at": AT_NOON + timedelta(seconds=1)}, "future"),
        ({"outcome": "void", "corrects": uuid4()}, "unknown_signature"),
    ],
)
def test_a_desk_signature_must_make_sense(more: dict[str, object], code: str) -> None:
    place = town()
    id = prescription(place, patient(place))
    with pytest.raises(SignatureRefused) as refused:
        sign(place, id, **more)
    assert refused.value.code == code


def test_cilla_cannot_sign_for_anothers_patient() -> None:
    place = town()
    id = prescription(place, patient(place))
    with pytest.raises(SignatureRefused) as refused:
        sign(place, id, by=place.access(place.cilla))
    assert refused.value.code == "unknown_prescription"


def test_cilla_sees_neither_day_nor_history() -> None:
    place = town()
    greta = patient(place)
    sign(place, prescription(place, greta))
    cilla = place.access(place.cilla)
    assert queries.balance(cilla, unit=place.north, day=DAY, now=AT_NOON) == []
    assert queries.patient_history(cilla, greta, since=AT_TEN) == []


def test_the_phones_document_has_the_signatures_with_initials() -> None:
    place = town()
    greta = patient(place)
    take(arrival(patient=greta, prescription=prescription(place, greta), performer=place.bo))
    ((document,),) = queries.recent_signatures([greta], since=AT_TEN).values()
    assert (document["initials"], document["by_name"], document["counts"]) == ("BL", "Bo Lind", True)
