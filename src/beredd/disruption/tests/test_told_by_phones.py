"""What phones have kept until they could be sent: reports and ticked steps, kept whatever is wrong with them."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.disruption import queries
from beredd.disruption.factories import incident
from beredd.disruption.models import Report, StepDone
from beredd.disruption.rules.incident import Move, State
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.roles import Role
from beredd.sync.enrol import Caller, caller_of, enrol
from beredd.sync.factories import Phone
from beredd.sync.intake import intake
from beredd.sync.wire import Answer

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def place() -> Town:
    return town()


def phone_of(who: UUID) -> Phone:
    phone = Phone()
    return phone.enrolled(enrol(user=who, device_name="Telefon", device_key=phone.point, at=MONDAY))


def send(phone: Phone, *, at: Any) -> list[Answer]:
    caller = caller_of(phone.authorization, at=at)
    assert isinstance(caller, Caller)
    reply = intake(phone.batch(), caller=caller, at=at)
    phone.heard(reply)
    return list(reply.answers)


def broken(place: Town, **more: Any) -> dict[str, Any]:
    told = {"kind": "system", "system": "exorlive", "unit": str(place.north), "made_at": MONDAY.isoformat()}
    return {**told, **more}


def test_a_report_keeps_the_time_it_happened_what_the_phone_saw_and_what_the_guide_was_told(place: Town) -> None:
    phone = phone_of(place.bo)
    guide = {"routine": "exorlive", "version": 1, "situation": "launch-fails", "answers": {"alone": "no"}}
    kept = phone.tell("report.made", broken(place, saw={"online": "no", "app": "1.0"}, guide=guide), at=MONDAY)
    (answer,) = send(phone, at=MONDAY + 3 * HOUR)
    row = Report.objects.get()
    assert (answer.answer, row.id, row.user, row.device) == ("taken", kept.id, place.bo, str(phone.device))
    assert (row.made_at, row.received_at) == (MONDAY, MONDAY + 3 * HOUR)
    assert (row.saw["online"], row.guide) == ("no", guide)
    event = ledger.events_since(0)[-1]
    assert (event.kind, event.happened_at, event.subject_id) == ("report.made", MONDAY, kept.id)


def test_three_phones_that_say_the_same_raise_a_suspicion_and_the_ledger_goes_on(place: Town) -> None:
    who = [place.bo, place.alva, user("eva", "Eva Ro", Role.PERFORMER, "north")]
    for one in who:
        phone = phone_of(one)
        phone.tell("report.made", broken(place), at=MONDAY)
        phone.tell("report.made", broken(place, kind="launch", system=""), at=MONDAY)
        assert [one.answer for one in send(phone, at=MONDAY)] == ["taken", "taken"]
    raised = queries.incidents(place.access(place.mas), open_only=True)
    assert {(row.system, row.state) for row in raised} == {("exorlive", State.SUSPECTED), ("launch", State.SUSPECTED)}


def test_reports_that_come_long_after_raise_nothing(place: Town) -> None:
    for one in (place.bo, place.alva, place.manager):
        phone = phone_of(one)
        phone.tell("report.made", broken(place), at=MONDAY)
        send(phone, at=MONDAY + 3 * HOUR)
    assert Report.objects.count() == 3
    assert queries.incidents(place.access(place.mas), open_only=False) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [({"kind": "weather"}, "kind"), ({"system": "solitaire"}, "system"), ({"unit": str(uuid4())}, "unit")],
)
def test_a_report_that_cannot_be_followed_is_held_and_kept(place: Town, wrong: dict[str, str], code: str) -> None:
    phone = phone_of(place.bo)
    kept = phone.tell("report.made", broken(place, **wrong), at=MONDAY)
    (answer,) = send(phone, at=MONDAY)
    assert (answer.answer, answer.why) == ("held", [code])
    assert ledger.bodies([kept.id])
    assert not Report.objects.exists()


def ticked(place: Town, id: UUID, **more: Any) -> dict[str, Any]:
    told = {"incident": str(id), "unit": str(place.north), "routine": "exorlive", "version": 1, "step": "paper"}
    return {**told, "role": "performer", "done_at": MONDAY.isoformat(), **more}


def test_a_step_ticked_without_network_says_when_it_was_done_and_when_we_were_told(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    phone = phone_of(place.bo)
    phone.tell("incident.step", ticked(place, id), at=MONDAY)
    (answer,) = send(phone, at=MONDAY + HOUR)
    row = StepDone.objects.get()
    assert answer.answer == "taken"
    assert (row.done_at, row.entered_at, row.done_by, row.channel) == (MONDAY, MONDAY + HOUR, "Bo Lind", "phone")


@pytest.mark.parametrize(("who", "code"), [("cilla", "not_their_unit"), ("nobody", "unknown_incident")])
def test_a_step_that_is_not_theirs_or_of_nothing_is_held(place: Town, who: str, code: str) -> None:
    id = incident(place, Move.CONFIRM) if who == "cilla" else uuid4()
    phone = phone_of(place.cilla if who == "cilla" else place.bo)
    kept = phone.tell("incident.step", ticked(place, id), at=MONDAY)
    (answer,) = send(phone, at=MONDAY)
    assert (answer.answer, answer.why) == ("held", [code])
    assert ledger.bodies([kept.id]) and not StepDone.objects.exists()


def test_a_clock_that_is_fast_does_not_do_steps_in_the_future(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    phone = phone_of(place.bo)
    late = (MONDAY + 30 * HOUR).isoformat()
    phone.tell("incident.step", ticked(place, id, done_at=late), at=MONDAY)
    send(phone, at=MONDAY + HOUR)
    assert StepDone.objects.get().done_at == MONDAY + HOUR
