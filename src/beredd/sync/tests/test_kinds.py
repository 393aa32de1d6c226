"""What a device tells of besides signatures: each kind goes to its own part, and stops nobody else."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from beredd.care.factories import patient, prescription
from beredd.ledger import actions as ledger_actions
from beredd.ledger import queries as ledger
from beredd.ledger.actions import Head
from beredd.ledger.told import Held, Told
from beredd.people import actions as people
from beredd.people.factories import MONDAY, Town, town
from beredd.sync import kinds
from beredd.sync.enrol import Caller, caller_of, enrol
from beredd.sync.factories import Phone
from beredd.sync.intake import intake
from beredd.sync.kinds.kind import Kind
from beredd.sync.wire import Answer

pytestmark = pytest.mark.django_db
TEN = datetime.fromisoformat("2026-11-23T09:00:00+00:00")


class Greeting(msgspec.Struct, frozen=True):
    words: str


seen: list[Told[str]] = []


def greet(told: Sequence[Told[str]], *, head: Head, at: datetime) -> Mapping[UUID, Sequence[Held]]:
    ledger_actions.append(
        [one.entry(subject=("device", one.device), unit=None, happened_at=one.recorded_at) for one in told], head=head
    )
    seen.extend(told)
    return {one.id: [Held("rude", "Say it nicely.")] for one in told if one.body == "du"}


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Town:
    seen.clear()
    monkeypatch.setitem(kinds.KINDS, "greeting", Kind("greeting", Greeting, lambda wire: wire.words, greet))
    return town()


@pytest.fixture
def phone(place: Town) -> Phone:
    phone = Phone()
    return phone.enrolled(enrol(user=place.bo, device_name="Telefon", device_key=phone.point, at=MONDAY))


def send(phone: Phone) -> list[Answer]:
    caller = caller_of(phone.authorization, at=TEN)
    assert isinstance(caller, Caller)
    reply = intake(phone.batch(), caller=caller, at=TEN)
    phone.heard(reply)
    return list(reply.answers)


def words(answers: Sequence[Answer]) -> list[tuple[str, list[str], str]]:
    return [(one.answer, one.why, one.say) for one in answers]


def test_it_goes_to_its_part_and_into_the_ledger(phone: Phone) -> None:
    kept = phone.tell("greeting", {"words": "hej", "newer": 1}, at=TEN)
    assert words(send(phone)) == [("taken", [], "")]
    assert [(one.body, one.by, one.doubts) for one in seen] == [("hej", phone.user, ())]
    assert ledger.bodies([kept.id]) == {kept.id: kept.wire["payload"]}


def test_what_its_part_cannot_follow_is_held_with_a_sentence(phone: Phone) -> None:
    phone.tell("greeting", {"words": "du"}, at=TEN)
    assert words(send(phone)) == [("held", ["rude"], "Say it nicely.")]


def test_it_is_taken_once_however_often_it_is_sent(phone: Phone) -> None:
    phone.tell("greeting", {"words": "hej"}, at=TEN)
    send(phone)
    phone.log[0].answer = None
    assert [one.answer for one in send(phone)] == ["had"]
    assert len(seen) == 1


def test_a_body_that_cannot_be_read_is_refused_and_the_rest_go_on(place: Town, phone: Phone) -> None:
    greta = patient(place)
    phone.tell("greeting", {"words": 7}, at=TEN)
    phone.sign(patient=greta, prescription=prescription(place, greta, "10:00"), slot="2026-11-23T10:00", at=TEN)
    phone.tell("greeting", {"words": "hej"}, at=TEN)
    assert [(one.answer, one.why) for one in send(phone)] == [("refused", ["body"]), ("taken", []), ("taken", [])]


def test_its_part_is_told_when_its_maker_is_in_doubt(place: Town, phone: Phone) -> None:
    phone.tell("greeting", {"words": "hej"}, at=TEN)
    people.revoke_device(device=phone.device, by=place.access(place.manager), at=TEN)
    send(phone)
    assert [one.doubts for one in seen] == [("device_revoked",)]


def test_should_its_part_fail_the_others_are_taken(place: Town, phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(told: Sequence[Told[Any]], *, head: Head, at: datetime) -> Mapping[UUID, Sequence[Held]]:
        raise ValueError

    monkeypatch.setitem(kinds.KINDS, "greeting", Kind("greeting", Greeting, lambda wire: wire.words, fail))
    greta = patient(place)
    phone.tell("greeting", {"words": "hej"}, at=TEN)
    phone.sign(patient=greta, prescription=prescription(place, greta, "10:00"), slot="2026-11-23T10:00", at=TEN)
    assert [(one.answer, one.why) for one in send(phone)] == [("refused", ["fault"]), ("taken", [])]
