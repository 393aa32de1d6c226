"""Whatever a device makes of the wire form: each event is answered and none is lost to a fault of ours."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beredd.care.factories import patient, prescription
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, town
from beredd.sync.enrol import caller_of, enrol
from beredd.sync.factories import Phone
from beredd.sync.intake import intake

pytestmark = pytest.mark.django_db
NOON = datetime.fromisoformat("2026-11-23T11:00:00+00:00")
ODD = ["", "\x00", "å\x00", "\ud83d\ude00", "\u202e", "x" * 5000, "2026-11-23T10:00", "2026-W53/9", "0001-01-01T00:00"]
INSTANTS = [
    "2026-11-23T09:00:00Z",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "1969-12-31T23:59:59Z",
    "",
]
anything = st.one_of(
    st.sampled_from(ODD), st.text(max_size=8), st.none(), st.booleans(), st.integers(), st.uuids().map(str),
    st.sampled_from(INSTANTS), st.dictionaries(st.sampled_from(ODD), st.sampled_from([*ODD, [], {}, 1.5]), max_size=2),
)  # fmt: skip
OUTER = ["v", "kind", "id", "device", "seq", "prev", "by", "recorded_at"]
INNER = ["patient", "prescription", "version", "slot", "occurrence", "outcome", "reason", "note", "performed_at",
         "corrects", "done"]  # fmt: skip
changes = st.dictionaries(st.sampled_from([*OUTER, *INNER]), anything, max_size=3)


class Sender:
    """A phone that twists its events after making them, and signs them all the same."""

    def __init__(self) -> None:
        place = town()
        self.greta = patient(place)
        self.prescription = prescription(place, self.greta)
        self.phone = Phone()
        self.phone.enrolled(enrol(user=place.bo, device_name="Telefon", device_key=self.phone.point, at=MONDAY))

    def twisted(self, change: dict[str, Any]) -> dict[str, str]:
        kept = self.phone.sign(patient=self.greta, prescription=self.prescription, slot="2026-11-23T10:00", at=NOON)
        payload = json.loads(kept.wire["payload"])
        for name, value in change.items():
            (payload if name in OUTER else payload["body"])[name] = value
        text = json.dumps(payload)
        return {"payload": text, "sig": self.phone.signature(text)}


@given(st.lists(changes, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_is_answered_and_none_fails(all_changes: list[dict[str, Any]]) -> None:
    before = transaction.savepoint()
    sender = Sender()
    wires = [sender.twisted(change) for change in all_changes]
    caller = caller_of(sender.phone.authorization, at=NOON)
    assert caller
    answers = intake(sender.phone.request(wires), caller=caller, at=NOON).answers
    assert [one.index for one in answers] == list(range(len(wires)))
    assert "fault" not in [code for one in answers for code in one.why]
    stored = ledger.bodies([one.id for one in answers if one.id and one.answer != "refused"])
    for one, wire in zip(answers, wires, strict=True):
        assert one.answer == "refused" or stored[one.id or UUID(int=0)] == wire["payload"]
    assert ledger.verify() is None
    transaction.savepoint_rollback(before)


@pytest.mark.parametrize("value", [*ODD, *INSTANTS, None, True, 0, -1, 2**53, 2**70, 1.5, [], {}, {"a\x00": ["\x00"]}])
def test_no_value_in_any_field_makes_us_fail(value: Any) -> None:
    sender = Sender()
    wires = [sender.twisted({name: value}) for name in (*OUTER, *INNER)]
    caller = caller_of(sender.phone.authorization, at=NOON)
    assert caller
    answers = intake(sender.phone.request(wires), caller=caller, at=NOON).answers
    assert [name for name, one in zip((*OUTER, *INNER), answers, strict=True) if "fault" in one.why] == []


@pytest.mark.parametrize("kind", ["mood\x00", "ö" * 60, "signature "])
def test_a_kind_with_odd_signs_is_kept(kind: str) -> None:
    sender = Sender()
    wire = sender.twisted({"kind": kind, "id": str(uuid4())})
    caller = caller_of(sender.phone.authorization, at=NOON)
    assert caller
    (answer,) = intake(sender.phone.request([wire]), caller=caller, at=NOON).answers
    assert (answer.answer, answer.why) == ("held", ["unknown_kind"])
