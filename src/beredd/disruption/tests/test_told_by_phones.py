"""What phones have kept until they could be sent: reports and ticked steps, kept whatever is wrong with them."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from beredd.disruption import actions, queries
from beredd.disruption.factories import incident
from beredd.disruption.models import Report, StepDone, Ticket
from beredd.disruption.rules.incident import Move, State
from beredd.ledger import queries as ledger
from beredd.notices.factories import book
from beredd.notices.models import Notice
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.access import Refused
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


PORTALS = {
    "it": {"title": "IT-service", "phone": "0346-88 60 00", "channel": "mail", "to": "it@example.se"},
    "exorlive": {"title": "ExorLives support", "phone": "08-525 070 88"},
}


@pytest.fixture
def supports(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    book()
    (tmp_path / "portals").mkdir()
    for key, said in PORTALS.items():
        (tmp_path / "portals" / f"{key}.json").write_text(json.dumps(said))


def asked(place: Town, **more: Any) -> dict[str, Any]:
    told = {"portal": "it", "system": "exorlive", "subject": "Exor: störning", "text": "Svarar inte sedan 09:00."}
    return {"unit": str(place.north), "made_at": MONDAY.isoformat(), **told, **more}


@pytest.mark.usefixtures("supports")
class TestTickets:
    def test_one_that_waited_in_the_phone_is_sent_once_and_kept(self, place: Town) -> None:
        phone = phone_of(place.bo)
        kept = phone.tell("ticket", asked(place), at=MONDAY)
        (answer,) = send(phone, at=MONDAY + 3 * HOUR)
        row, notice = Ticket.objects.get(), Notice.objects.get()
        assert (answer.answer, row.id, row.by_id, row.unit) == ("taken", kept.id, place.bo, place.north)
        assert (row.incident_id, row.telling) == (None, notice.telling_id)
        assert (notice.address, notice.subject, notice.text) == ("it@example.se", row.subject, row.text)
        phone.log[0].answer = None
        assert [one.answer for one in send(phone, at=MONDAY + 4 * HOUR)] == ["had"]
        assert (Ticket.objects.count(), Notice.objects.count()) == (1, 1)
        kinds = [one.kind for one in ledger.events_since(0)]
        assert (kinds.count("ticket"), kinds.count("notice.written")) == (1, 1)

    def test_it_belongs_to_the_disruption_that_goes_on_in_the_unit(self, place: Town) -> None:
        elsewhere, mine = incident(place, units={place.south}), incident(place, Move.CONFIRM)
        phone = phone_of(place.bo)
        phone.tell("ticket", asked(place), at=MONDAY)
        send(phone, at=MONDAY)
        assert Ticket.objects.get().incident_id == mine != elsewhere

    def test_read_aloud_nothing_is_sent_and_the_number_comes_after_it(self, place: Town) -> None:
        phone = phone_of(place.bo)
        said = phone.tell("ticket", asked(place, portal="exorlive", read_aloud=True), at=MONDAY)
        number = {"ticket": str(said.id), "number": " INC  4711 ", **here(place)}
        phone.tell("ticket", number, at=MONDAY)
        second = phone.tell("ticket", asked(place, read_aloud=True), at=MONDAY)
        phone.tell("ticket", {"ticket": str(second.id), "number": "8", **here(place)}, at=MONDAY)
        assert {one.answer for one in send(phone, at=MONDAY + HOUR)} == {"taken"}
        assert not Notice.objects.exists()
        mas = place.access(place.mas)
        rows = {row.portal: row.number for row in queries.loose_tickets(mas, at=MONDAY + HOUR)}
        assert rows == {"ExorLives support": "INC 4711", "IT-service": "8"}
        assert queries.loose_tickets(place.access(place.cilla), at=MONDAY + HOUR) == []

    def test_the_office_notes_the_number_too_and_only_those_of_the_unit(self, place: Town) -> None:
        phone = phone_of(place.bo)
        said = phone.tell("ticket", asked(place), at=MONDAY)
        send(phone, at=MONDAY)
        with pytest.raises(Refused) as refused:
            actions.note_case_number(ticket=said.id, number="1", by=place.access(place.cilla), at=MONDAY)
        assert refused.value.code == "not_allowed"
        actions.note_case_number(ticket=said.id, number="1", by=place.access(place.manager), at=MONDAY)
        assert [row.number for row in queries.loose_tickets(place.access(place.manager), at=MONDAY)] == ["1"]

    @pytest.mark.parametrize(
        ("spoilt", "code"),
        [
            ({"text": "Gäller 19121212-1212."}, "text"),
            ({"text": ""}, "text"),
            ({"portal": "nobody"}, "portal"),
            ({"portal": "exorlive"}, "portal"),  # it takes none in writing
            ({"ticket": str(uuid4()), "number": "1"}, "unknown_ticket"),
        ],
    )
    def test_what_cannot_be_followed_is_held_and_in_the_ledger(
        self, place: Town, spoilt: dict[str, Any], code: str
    ) -> None:
        phone = phone_of(place.bo)
        kept = phone.tell("ticket", asked(place, **spoilt), at=MONDAY)
        (answer,) = send(phone, at=MONDAY)
        assert (answer.answer, answer.why) == ("held", [code])
        assert answer.say.endswith(".")
        assert (Ticket.objects.count(), Notice.objects.count()) == (0, 0)
        assert kept.id in {one.id for one in ledger.events_since(0)}

    def test_another_unit_and_too_many_are_held(self, place: Town) -> None:
        phone = phone_of(place.bo)
        phone.tell("ticket", asked(place, unit=str(place.south)), at=MONDAY)
        assert [one.why for one in send(phone, at=MONDAY)] == [["unit"]]
        for _ in range(11):
            phone.tell("ticket", asked(place), at=MONDAY)
        assert [one.answer for one in send(phone, at=MONDAY)].count("taken") == 10
        assert (Ticket.objects.count(), Notice.objects.count()) == (10, 10)

    def test_nothing_is_left_half_done_when_it_cannot_be_recorded(
        self, place: Town, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_entries: object, **_more: object) -> None:
            raise OSError("the disk is full")

        phone = phone_of(place.bo)
        phone.tell("ticket", asked(place), at=MONDAY)
        monkeypatch.setattr("beredd.notices.actions.writing.append", full)
        with pytest.raises(OSError, match="full"):
            send(phone, at=MONDAY)
        assert (Ticket.objects.count(), Notice.objects.count()) == (0, 0)
        monkeypatch.undo()
        assert [one.answer for one in send(phone, at=MONDAY)] == ["taken"]

    def test_what_was_asked_can_no_longer_be_changed(self, place: Town) -> None:
        """Where the table was made anew for phones, too."""
        phone = phone_of(place.bo)
        phone.tell("ticket", asked(place), at=MONDAY)
        send(phone, at=MONDAY)
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            Ticket.objects.update(text="annat")


def here(place: Town) -> dict[str, str]:
    return {"unit": str(place.north), "made_at": MONDAY.isoformat()}
