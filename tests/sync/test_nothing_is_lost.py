"""Two phones and a server that lose messages, repeat them, stop at any point and are restored from older backups.

Whatever the order: no signature is in the ledger twice, and each one is in the ledger or visibly unsent on its phone.
A backup is a savepoint, and restoring it a rollback to it: the database then holds exactly what it held, no more.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from beredd.care.factories import patient, prescription
from beredd.ledger import queries as ledger
from beredd.ledger.models import Event
from beredd.people.factories import town
from beredd.sync import epoch as epochs
from beredd.sync.enrol import caller_of, enrol
from beredd.sync.factories import Kept, Phone
from beredd.sync.feed import feed
from beredd.sync.intake import intake
from beredd.sync.sealed import take_boxes
from beredd.sync.wire import IntakeRequest, SealedRequest

BEGIN = datetime.fromisoformat("2026-11-23T09:00:00+00:00")
phones = st.sampled_from(["first", "second"])
sizes = st.integers(1, 3)
MANY = settings(max_examples=60, stateful_step_count=30, deadline=None)


@dataclass
class Flying:
    """A message that has left its phone and may come late, or twice."""

    phone: str
    request: IntakeRequest


class World(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.before = transaction.savepoint()
        self.now = BEGIN
        self.backups: list[str] = []
        self.flying: list[Flying] = []
        self.made: list[Kept] = []

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.before)

    @initialize()
    def begin(self) -> None:
        place = town()
        self.greta = patient(place)
        self.prescription = prescription(place, self.greta, "08:00", "10:00")
        self.phones = {"first": Phone(), "second": Phone()}
        for user, phone in zip((place.bo, place.alva), self.phones.values(), strict=True):
            phone.enrolled(enrol(user=user, device_name="Telefon", device_key=phone.point, at=self.now))
        self.behind: set[str] = set()
        self.backups.append(transaction.savepoint())

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def serve(self, phone: Phone, request: IntakeRequest) -> Any:
        caller = caller_of(phone.authorization, at=self.now)
        assert caller, "devices are enrolled before the first backup"
        return intake(request, caller=caller, at=self.tick())

    @rule(name=phones, slot=st.sampled_from(["08:00", "10:00"]), corrects=st.booleans())
    def sign(self, name: str, slot: str, corrects: bool) -> None:
        phone = self.phones[name]
        more = {"corrects": str(phone.log[-1].id), "outcome": "void"} if corrects and phone.log else {}
        self.made.append(
            phone.sign(
                patient=self.greta, prescription=self.prescription, slot=f"2026-11-23T{slot}", at=self.tick(), **more
            )
        )

    @rule(name=phones, most=sizes)
    def send(self, name: str, most: int) -> None:
        phone = self.phones[name]
        phone.heard(self.serve(phone, phone.batch(most=most)))
        self.behind.discard(name)

    @rule(name=phones, most=sizes)
    def send_and_lose_the_reply(self, name: str, most: int) -> None:
        phone = self.phones[name]
        self.serve(phone, phone.batch(most=most))

    @rule(name=phones, most=sizes)
    def send_and_let_it_linger(self, name: str, most: int) -> None:
        self.flying.append(Flying(name, self.phones[name].batch(most=most)))

    @precondition(lambda self: self.flying)
    @rule(data=st.data(), again=st.booleans())
    def a_lingering_message_arrives(self, data: st.DataObject, again: bool) -> None:
        message = data.draw(st.sampled_from(self.flying))
        self.serve(self.phones[message.phone], message.request)
        if not again:
            self.flying.remove(message)

    @rule(name=phones)
    def the_other_phone_carries_its_boxes(self, name: str) -> None:
        take_boxes(SealedRequest([kept.box for kept in self.phones[name].log]), at=self.tick())

    @rule(name=phones)
    def ask_for_news(self, name: str) -> None:
        phone = self.phones[name]
        caller = caller_of(phone.authorization, at=self.now)
        assert caller
        feed(phone.question(), caller=caller, at=self.tick())

    @rule()
    def the_server_restarts(self) -> None:
        epochs._noted.clear()

    @rule()
    def back_up(self) -> None:
        self.backups.append(transaction.savepoint())

    @rule(data=st.data())
    def restore_an_older_backup(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.backups) - 1))
        transaction.savepoint_rollback(self.backups[place])
        del self.backups[place + 1 :]
        self.behind = set(self.phones)

    @invariant()
    def nothing_is_there_twice(self) -> None:
        ids = list(Event.objects.filter(kind="signature").values_list("id", flat=True))
        assert len(ids) == len(set(ids))

    @invariant()
    def what_is_answered_is_there_once_the_phone_has_been_in_touch(self) -> None:
        for name, phone in getattr(self, "phones", {}).items():
            answered = {kept.id for kept in phone.log if kept.answer is not None}
            if name not in self.behind:
                assert ledger.known(list(answered)) == answered

    @rule()
    def after_a_while_all_is_there(self) -> None:
        """Each phone gets through until it has nothing unsent, twice, as one may have told the server of a restore."""
        for _ in range(2):
            for name, phone in self.phones.items():
                self.send(name, 50)
                while phone.unsent():
                    self.send(name, 50)
        ids = [kept.id for kept in self.made]
        assert Event.objects.filter(id__in=ids).count() == len(ids)
        assert ledger.verify() is None


@pytest.mark.django_db
def test_every_signature_is_in_the_ledger_exactly_once_or_visibly_unsent(tmp_path: Any, settings: Any) -> None:
    settings.DATA = tmp_path
    run_state_machine_as_test(World, settings=MANY)
