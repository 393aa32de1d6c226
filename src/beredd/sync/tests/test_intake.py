"""An answer for each event; nothing that can be read is thrown away."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.care.factories import patient, prescription
from beredd.ledger import queries as ledger
from beredd.people import actions as people
from beredd.people import queries as directory
from beredd.people.factories import MONDAY, Town, town
from beredd.signing import queries as signing
from beredd.signing.events import WorkedItem
from beredd.sync import epoch as epochs
from beredd.sync.enrol import Caller, caller_of, enrol
from beredd.sync.factories import Phone
from beredd.sync.intake import intake
from beredd.sync.sealed import take_boxes
from beredd.sync.wire import Answer, IntakeReply, SealedRequest

pytestmark = pytest.mark.django_db
TEN = datetime.fromisoformat("2026-11-23T09:00:00+00:00")
NOON = datetime.fromisoformat("2026-11-23T11:00:00+00:00")


@dataclass
class Scene:
    place: Town
    greta: UUID
    prescription: UUID
    phone: Phone

    def sign(self, slot: str | None = "2026-11-23T10:00", **more: Any) -> Any:
        return self.phone.sign(patient=self.greta, prescription=self.prescription, slot=slot, at=TEN, **more)

    def send(self, request: Any = None, *, phone: Phone | None = None) -> IntakeReply:
        phone = phone or self.phone
        caller = caller_of(phone.authorization, at=NOON)
        assert isinstance(caller, Caller)
        reply = intake(request or phone.batch(), caller=caller, at=NOON)
        phone.heard(reply)
        return reply


def enrolled(place: Town, user: UUID) -> Phone:
    phone = Phone()
    return phone.enrolled(enrol(user=user, device_name="Telefon", device_key=phone.point, at=MONDAY))


@pytest.fixture
def scene() -> Scene:
    place = town()
    greta = patient(place)
    return Scene(place, greta, prescription(place, greta, "08:00", "10:00", "14:00"), enrolled(place, place.bo))


def words(reply: IntakeReply) -> list[tuple[str, list[str]]]:
    return [(answer.answer, answer.why) for answer in reply.answers]


def test_what_was_signed_is_in_the_ledger_letter_for_letter(scene: Scene) -> None:
    kept = scene.sign(note='Gick bra – "själv" 👍')
    assert words(scene.send()) == [("taken", [])]
    event = ledger.history_of(("patient", scene.greta))[0]
    assert (event.body, event.origin, event.origin_seq) == (kept.wire["payload"], scene.phone.device, 1)
    assert (event.happened_at, event.received_at) == (TEN, NOON)


def test_sent_twice_is_received_once(scene: Scene) -> None:
    scene.sign()
    request = scene.phone.batch()
    assert words(scene.send(request)) == [("taken", [])]
    before = ledger.head().position
    assert words(scene.send(request)) == [("had", [])]
    assert ledger.head().position == before


def test_twice_in_the_same_batch_is_once_too(scene: Scene) -> None:
    wire = scene.sign().wire
    assert words(scene.send(scene.phone.request([wire, wire]))) == [("taken", []), ("had", [])]


def test_one_that_cannot_be_read_stops_nobody(scene: Scene) -> None:
    first, second = scene.sign().wire, scene.sign("2026-11-23T14:00").wire
    broken: list[Any] = [
        {"payload": "{", "sig": ""},
        {"payload": json.dumps({"id": str(uuid4())}), "sig": ""},
        {"payload": first["payload"].replace('"v":1', '"v":2'), "sig": first["sig"]},
        {"payload": first["payload"].replace('"outcome":"performed"', '"outcome":""'), "sig": first["sig"]},
        {"payload": first["payload"].replace("T09:00:00.000Z", "T09:00:00"), "sig": first["sig"]},
        {},
        [],
        "hej",
        None,
        17,
    ]
    reply = scene.send(scene.phone.request([broken[0], first, *broken[1:], second]))
    answers = [answer.answer for answer in reply.answers]
    assert answers == ["refused", "taken", *["refused"] * (len(broken) - 1), "taken"]
    assert [answer.index for answer in reply.answers] == list(range(len(answers)))
    assert all(answer.say for answer in reply.answers if answer.answer == "refused")


def test_a_refusal_is_a_swedish_sentence_with_a_next_step(scene: Scene) -> None:
    (answer,) = scene.send(scene.phone.request([{"payload": "?", "sig": ""}])).answers
    assert "finns kvar i telefonen" in answer.say


def test_another_event_with_an_id_we_have_is_refused_and_not_mistaken_for_it(scene: Scene) -> None:
    wire = scene.sign().wire
    scene.send()
    forged = wire["payload"].replace('"note":""', '"note":"x"')
    reply = scene.send(scene.phone.request([{"payload": forged, "sig": scene.phone.signature(forged)}]))
    assert words(reply) == [("refused", ["id_taken"])]


def test_a_signature_that_does_not_hold_is_kept_and_does_not_count(scene: Scene) -> None:
    wire = scene.sign().wire
    reply = scene.send(scene.phone.request([{**wire, "sig": Phone().signature(wire["payload"])}]))
    assert words(reply) == [("held", ["bad_proof"])]
    (row,) = signing.patient_history(scene.place.access(scene.place.bo), scene.greta, since=TEN)
    assert not row.counts


def test_an_unbroken_chain_is_vouched_for_by_its_last_link(scene: Scene) -> None:
    wires = [scene.sign(f"2026-11-{day}T10:00").wire for day in (20, 21, 22, 23)]
    blanked = [{**wire, "sig": ""} for wire in wires[:-1]]
    assert words(scene.send(scene.phone.request([*blanked, wires[-1]]))) == [("taken", [])] * 4


def test_a_broken_chain_vouches_for_nothing_before_the_break(scene: Scene) -> None:
    wires = [scene.sign(f"2026-11-{day}T10:00").wire for day in (21, 22, 23)]
    reply = scene.send(scene.phone.request([{**wires[0], "sig": ""}, wires[2]]))
    assert words(reply) == [("held", ["bad_proof"]), ("taken", [])]


def test_two_different_events_with_the_same_number_are_a_fork(scene: Scene) -> None:
    scene.sign()
    scene.send()
    scene.phone.seq, scene.phone.hash = 0, ""
    scene.sign("2026-11-23T14:00")
    assert words(scene.send()) == [("held", ["chain_forked"])]


def test_a_gap_is_taken_and_the_server_knows_how_many_it_lacks(scene: Scene) -> None:
    first, second = scene.sign(), scene.sign("2026-11-23T14:00")
    assert words(scene.send(scene.phone.request([second.wire]))) == [("taken", [])]
    row = directory.device(scene.phone.device)
    assert row
    assert (row.announced_seq, ledger.received_of(row.id)) == (2, 1)
    assert words(scene.send(scene.phone.request([first.wire]))) == [("taken", [])]
    assert ledger.received_of(row.id) == 2


def test_a_revoked_phone_is_still_heard_and_what_it_says_waits(scene: Scene) -> None:
    scene.sign()
    people.revoke_device(device=scene.phone.device, by=scene.place.access(scene.place.manager), at=NOON)
    assert words(scene.send()) == [("held", ["device_revoked"])]


def test_signing_in_anothers_name_waits(scene: Scene) -> None:
    scene.phone.user = scene.place.alva
    scene.sign()
    assert words(scene.send()) == [("held", ["unknown_performer"])]


def test_a_clock_a_year_off_is_taken_in(scene: Scene) -> None:
    scene.phone.sign(
        patient=scene.greta, prescription=scene.prescription, slot="2025-11-23T10:00", at=TEN - timedelta(days=365)
    )
    (answer,) = scene.send().answers
    assert answer.answer == "held"
    assert "clock_off" in answer.why


def test_a_kind_from_a_newer_app_is_kept_letter_for_letter(scene: Scene) -> None:
    kept = scene.sign(kind="mood")
    assert words(scene.send()) == [("held", ["unknown_kind"])]
    assert ledger.bodies([kept.id]) == {kept.id: kept.wire["payload"]}
    assert words(scene.send(scene.phone.request([kept.wire]))) == [("had", [])]


def test_a_note_with_odd_signs_is_stored_on_every_database(scene: Scene) -> None:
    scene.sign(note="a\x00b\u202e\ufffd", done={"x\x00": ["\x00"]})
    assert words(scene.send()) == [("taken", [])]


def test_should_the_batch_fail_its_other_events_are_taken(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    from beredd.signing import actions

    good, bad = scene.sign().wire, scene.sign("2026-11-23T14:00", note="gift").wire

    def fail_at_poison(arrivals: Any, **more: Any) -> Any:
        if any(one.body.note == "gift" for one in arrivals):
            raise ValueError
        return actions.take(arrivals, **more)

    monkeypatch.setattr("beredd.sync.taking.take", fail_at_poison)
    assert words(scene.send(scene.phone.request([good, bad]))) == [("taken", []), ("refused", ["fault"])]
    assert ledger.verify() is None


def test_boxes_are_opened_and_taken_in_like_all_else(scene: Scene) -> None:
    kept, another = scene.sign(), scene.sign("2026-11-23T14:00")
    reply = take_boxes(SealedRequest([kept.box, "bm8", another.box, "å"]), at=NOON)
    assert [(one.index, one.id, one.answer) for one in reply.answers] == [
        (0, kept.id, "taken"),
        (1, None, "refused"),
        (2, another.id, "taken"),
        (3, None, "refused"),
    ]
    assert words(scene.send()) == [("had", []), ("had", [])]


def test_a_mark_that_our_history_holds_changes_nothing(scene: Scene) -> None:
    scene.sign()
    epoch = scene.send().epoch
    scene.sign("2026-11-23T14:00")
    reply = scene.send()
    assert (reply.epoch, reply.offer_again) == (epoch, False)


def test_a_genuine_mark_that_we_lack_proves_that_we_were_restored(scene: Scene) -> None:
    scene.sign()
    scene.send()
    epoch, position = ledger.head().epoch, ledger.head().position
    scene.phone.mark = epochs.mark(epoch, position + 5, "ab" * 32)
    reply = scene.send()
    assert reply.epoch != epoch
    assert reply.offer_again
    assert ledger.events_since(position)[-1].kind == "epoch.named"
    assert len(scene.phone.unsent()) == 1
    assert words(scene.send()) == [("had", [])]


@pytest.mark.parametrize("mark", ["nonsense", "a.b.c~d", ""])
def test_nobody_but_we_can_say_where_we_have_been(scene: Scene, mark: str) -> None:
    scene.phone.mark = mark
    epoch = ledger.head().epoch
    assert scene.send().epoch == epoch


def test_the_lease_follows_the_strictest_organisation(scene: Scene) -> None:
    assert scene.send().lease_until == NOON + timedelta(hours=72)


def test_an_answer_names_its_event(scene: Scene) -> None:
    kept = scene.sign()
    assert scene.send().answers == [Answer(0, kept.id, "taken", [], "")]


def test_what_was_worked_through_is_kept_with_pain_and_effort(scene: Scene) -> None:
    exercise = uuid4()
    counted = {"item": 1, "exercise": str(exercise), "repetitions": 5, "variant": "easier"}
    scene.sign(worked=[counted, {"item": 2}, {"item": 3, "skipped": "declined"}], pain=0, effort=7)
    assert words(scene.send()) == [("taken", [])]
    (row,) = signing.patient_history(scene.place.access(scene.place.bo), scene.greta, since=TEN)
    first = WorkedItem(1, exercise, repetitions=5, variant="easier")
    assert row.worked == (first, WorkedItem(2), WorkedItem(3, skipped="declined"))
    assert (row.pain, row.effort) == (0, 7)
    (told,) = signing.recent_signatures([scene.greta], since=TEN)[scene.greta]
    assert (told["worked"][0]["repetitions"], told["pain"], told["effort"]) == (5, 0, 7)


def test_an_older_app_says_nothing_of_it_and_is_taken_as_before(scene: Scene) -> None:
    scene.sign()
    assert words(scene.send()) == [("taken", [])]
    (row,) = signing.patient_history(scene.place.access(scene.place.bo), scene.greta, since=TEN)
    assert (row.worked, row.pain, row.effort) == ((), None, None)


@pytest.mark.parametrize(
    "said",
    [
        {"pain": 11},
        {"effort": -1},
        {"pain": "5"},
        {"worked": [{"item": 0}]},
        {"worked": [{"item": 1, "repetitions": -3}]},
        {"worked": [{"item": 1}] * 61},
        {"worked": [{"item": 1, "skipped": "x" * 31}]},
    ],
)
def test_what_no_scale_has_is_refused_by_itself(scene: Scene, said: dict[str, Any]) -> None:
    scene.sign(**said)
    scene.sign("2026-11-23T14:00")
    assert [answer for answer, _ in words(scene.send())] == ["refused", "taken"]
