"""Coverage at homes: told by phones, judged, put to those who prescribe, answered."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.care.factories import patient, prescription
from beredd.disruption import actions, queries
from beredd.disruption.factories import incident, stay
from beredd.disruption.models import CoverageDeclined, HomeLoss, HomeStay, Report
from beredd.disruption.rules.coverage import Contact, Coverage
from beredd.disruption.rules.incident import Move
from beredd.disruption.rules.landscape import Layer
from beredd.disruption.rules.paper_proposal import Proposal
from beredd.ledger import queries as ledger
from beredd.paper import actions as paper
from beredd.paper.rules.need import Reason
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import NotAllowed, Refused
from beredd.sync.enrol import Caller, caller_of, enrol
from beredd.sync.factories import Phone
from beredd.sync.intake import intake
from beredd.sync.wire import Answer

pytestmark = pytest.mark.django_db
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NOW = MONDAY + 10 * DAY
WITHOUT = (0, None)


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    id = patient(place)
    prescription(place, id)
    return id


@pytest.fixture
def phone(place: Town) -> Phone:
    phone = Phone()
    return phone.enrolled(enrol(user=place.bo, device_name="Telefon", device_key=phone.point, at=MONDAY))


def send(phone: Phone, *, at: datetime) -> list[Answer]:
    caller = caller_of(phone.authorization, at=at)
    assert isinstance(caller, Caller)
    reply = intake(phone.batch(), caller=caller, at=at)
    phone.heard(reply)
    return list(reply.answers)


def body(home: UUID, **more: Any) -> dict[str, Any]:
    told = {"home": str(home), "began_at": MONDAY.isoformat(), "ended_at": (MONDAY + 20 * MINUTE).isoformat()}
    return {**told, **more}


def days_of(home: UUID, place: Town, days: int, *lost: tuple[int, int | None], since: datetime = MONDAY) -> None:
    for n in range(days):
        stay(home, *lost, by=place.bo, at=since + n * DAY)


def found(place: Town, home: UUID, *, at: datetime = NOW) -> queries.HomeCoverage:
    row = queries.home_coverage(place.access(place.alva), home, since=at - 28 * DAY, at=at)
    assert row
    return row


def test_a_phone_tells_when_contact_was_lost_and_regained_in_whose_home(phone: Phone, greta: UUID) -> None:
    lost = [
        {"lost_at": (MONDAY + 2 * MINUTE).isoformat(), "regained_at": (MONDAY + 9 * MINUTE).isoformat()},
        {"lost_at": (MONDAY + 15 * MINUTE).isoformat()},
    ]
    kept = phone.tell("home.stay", body(greta, lost=lost), at=MONDAY + 20 * MINUTE)
    assert [one.answer for one in send(phone, at=MONDAY + 60 * MINUTE)] == ["taken"]
    row = HomeStay.objects.get()
    assert (row.id, row.home, row.began_at, row.ended_at) == (kept.id, greta, MONDAY, MONDAY + 20 * MINUTE)
    assert list(HomeLoss.objects.values_list("lost_at", "regained_at")) == [
        (MONDAY + 2 * MINUTE, MONDAY + 9 * MINUTE),
        (MONDAY + 15 * MINUTE, None),
    ]
    event = ledger.events_since(0)[-1]
    assert (event.kind, event.subject_kind, event.subject_id) == ("home.stay", "home", greta)
    assert ledger.versions("patient", [greta])[greta] < event.position  # no phone fetches the patient anew for it


def test_what_cannot_be_followed_is_held_and_kept(place: Town, phone: Phone, greta: UUID) -> None:
    theirs = patient(place, "sture", identity="194105059945", unit=place.south, rehab_unit=place.south)
    wrong = [
        (body(theirs), "out_of_scope"),
        (body(uuid4()), "out_of_scope"),
        (body(greta, ended_at=(MONDAY - MINUTE).isoformat()), "clock"),
        (body(greta, lost=[{"lost_at": (MONDAY - MINUTE).isoformat()}]), "clock"),
        (body(greta, began_at=NOW.isoformat(), ended_at=NOW.isoformat()), "clock"),
    ]
    kept = [phone.tell("home.stay", told, at=MONDAY + 20 * MINUTE) for told, _code in wrong]
    answers = send(phone, at=MONDAY + 60 * MINUTE)
    assert [(one.answer, one.why) for one in answers] == [("held", [code]) for _told, code in wrong]
    assert all(one.say for one in answers)
    assert not HomeStay.objects.exists() and len(ledger.bodies([one.id for one in kept])) == len(wrong)


def test_a_home_where_nobody_got_through_is_proposed_to_those_who_prescribe_and_no_others(
    place: Town, greta: UUID
) -> None:
    days_of(greta, place, 4, WITHOUT)
    (row,) = queries.proposals(place.access(place.alva), at=NOW)
    assert (row.patient.id, row.proposal, row.asked.coverage) == (greta, Proposal.PUT, Coverage.ALWAYS_POOR)
    assert (row.asked.visits, row.asked.none, row.may_decide) == (4, 4, True)
    for who in (place.bo, place.cilla, place.manager):
        assert queries.proposals(place.access(who), at=NOW) == []
    seen = queries.home_coverage(place.access(place.bo), greta, since=MONDAY, at=NOW)
    assert seen and not seen.may_decide
    assert queries.home_coverage(place.access(place.cilla), greta, since=MONDAY, at=NOW) is None


def test_good_coverage_is_known_too_and_proposes_nothing(place: Town, greta: UUID) -> None:
    days_of(greta, place, 5)
    assert found(place, greta).judged.coverage is Coverage.GOOD
    assert queries.proposals(place.access(place.alva), at=NOW) == []


def test_reports_of_the_home_count(place: Town, greta: UUID) -> None:
    days_of(greta, place, 4)
    for n in (1, 2):
        said = actions.Said(uuid4(), "coverage", place.north, "Telefon", MONDAY + n * DAY + 5 * MINUTE, home=greta)
        actions.report(said, signed_in=True, by=place.access(place.bo), at=MONDAY + n * DAY + 6 * MINUTE)
    assert Report.objects.count() == 2
    assert found(place, greta).judged.coverage is Coverage.OFTEN_POOR


def test_a_phone_says_that_the_coverage_is_poor_and_it_is_no_disruption(place: Town, phone: Phone, greta: UUID) -> None:
    said = {"kind": "coverage", "unit": str(place.north), "made_at": MONDAY.isoformat(), "home": str(greta)}
    for n in range(3):
        phone.tell("report.made", {**said, "made_at": (MONDAY + n * MINUTE).isoformat()}, at=MONDAY)
    assert [one.answer for one in send(phone, at=MONDAY + 5 * MINUTE)] == ["taken"] * 3
    assert found(place, greta, at=MONDAY + DAY).judged.broken == 1  # said of one visit
    assert queries.incidents(place.access(place.mas), open_only=False) == []


def test_a_report_with_a_home_that_is_not_theirs_or_of_something_else_is_held(
    place: Town, phone: Phone, greta: UUID
) -> None:
    theirs = patient(place, "sture", identity="194105059945", unit=place.south, rehab_unit=place.south)
    said = {"kind": "coverage", "unit": str(place.north), "made_at": MONDAY.isoformat(), "home": str(greta)}
    for wrong in ({"home": str(theirs)}, {"home": str(uuid4())}, {"kind": "phones"}):
        phone.tell("report.made", {**said, **wrong}, at=MONDAY)
    assert [(one.answer, one.why) for one in send(phone, at=MONDAY)] == [("held", ["home"])] * 3
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("moves", "counted"),
    [((Move.CONFIRM,), 0), ((Move.CONFIRM, Move.RECOVER), 0), ((), 4), ((Move.DISMISS,), 4)],
)
def test_what_phones_lost_while_the_mobile_network_was_out_says_nothing_of_the_home(
    place: Town, greta: UUID, moves: tuple[Move, ...], counted: int
) -> None:
    days_of(greta, place, 4, WITHOUT)
    by = place.access(place.mas)
    id = actions.raise_incident(
        system="link", layer=Layer.MOBILE_NETWORK, units={place.north}, ground="Master nere", by=by, at=MONDAY
    )
    for move in moves:
        actions.move_incident(incident=id, move=move, ground="Vi har sett det", by=by, at=NOW)
    incident(place, Move.CONFIRM)  # ExorLive is down, too, and explains nothing
    assert found(place, greta).judged.none == counted


def test_nor_what_they_lost_while_this_service_was_being_worked_on(place: Town, greta: UUID) -> None:
    days_of(greta, place, 5, WITHOUT)
    starts, ends = MONDAY + DAY - 60 * MINUTE, MONDAY + DAY + 60 * MINUTE
    work: dict[str, Any] = {"starts_at": starts, "ends_at": ends, "what": "Ny version", "source": ""}
    actions.plan_maintenance(system="exorlive", **work, by=place.access(place.mas), at=MONDAY)
    assert found(place, greta).judged.none == 5
    actions.plan_maintenance(system="beredd", **work, by=place.access(place.mas), at=MONDAY)
    assert found(place, greta).judged.none == 4


def test_yes_is_a_decision_on_paper_and_asks_no_more(place: Town, greta: UUID) -> None:
    days_of(greta, place, 4, WITHOUT)
    alva = place.access(place.alva)
    paper.decide_paper(patient=greta, reason=Reason.NO_COVERAGE, holds=True, by=alva, at=NOW)
    assert queries.proposals(alva, at=NOW + MINUTE) == []
    (decision,) = found(place, greta, at=NOW + MINUTE).decisions
    assert (decision.reason, decision.holds, decision.said_by_name) == (Reason.NO_COVERAGE, True, "Alva Ek")


def test_when_it_has_been_good_for_four_weeks_taking_it_back_is_proposed(place: Town, greta: UUID) -> None:
    alva = place.access(place.alva)
    paper.decide_paper(patient=greta, reason=Reason.POOR_COVERAGE, holds=True, by=alva, at=MONDAY)
    days_of(greta, place, 29, since=MONDAY + DAY)
    assert queries.proposals(alva, at=MONDAY + 20 * DAY) == []
    (row,) = queries.proposals(alva, at=MONDAY + 29 * DAY)
    assert row.proposal is Proposal.TAKE_BACK
    paper.decide_paper(patient=greta, reason=Reason.POOR_COVERAGE, holds=False, by=alva, at=MONDAY + 29 * DAY + MINUTE)
    assert queries.proposals(alva, at=MONDAY + 29 * DAY + 2 * MINUTE) == []


def decline(place: Town, greta: UUID, *, who: UUID | None = None, ground: str = "Patienten har eget nät nu") -> UUID:
    return actions.decline_proposal(home=greta, ground=ground, by=place.access(who or place.alva), at=NOW)


def test_it_is_declined_and_only_later_visits_propose_it_anew(place: Town, greta: UUID) -> None:
    days_of(greta, place, 4, WITHOUT)
    decline(place, greta)
    row = found(place, greta, at=NOW + MINUTE)
    assert (row.proposal, row.asked.coverage, row.judged.coverage) == (
        None,
        Coverage.NOT_KNOWN,
        Coverage.ALWAYS_POOR,
    )
    assert row.declined and (row.declined.by_name, row.declined.ground) == ("Alva Ek", "Patienten har eget nät nu")
    days_of(greta, place, 4, WITHOUT, since=NOW + DAY)
    (again,) = queries.proposals(place.access(place.alva), at=NOW + 5 * DAY)
    assert again.asked.visits == 4


def test_declining_is_recorded_with_its_ground(place: Town, greta: UUID) -> None:
    before = ledger.head().position
    decline(place, greta)
    (event,) = ledger.events_since(before)
    assert (event.kind, event.subject_id, event.by, event.happened_at) == (
        "coverage.declined",
        greta,
        str(place.alva),
        NOW,
    )


def test_declining_leaves_nothing_half_done(place: Town, greta: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("beredd.disruption.actions.coverage.append", full)
    with pytest.raises(OSError, match="full"):
        decline(place, greta)
    assert not CoverageDeclined.objects.exists()


def test_the_wrong_person_cannot_decline_and_nobody_without_a_ground(place: Town, greta: UUID) -> None:
    with pytest.raises(NotAllowed):
        decline(place, greta, who=place.bo)
    with pytest.raises(Refused, match="unknown_patient"):
        decline(place, greta, who=place.cilla)
    with pytest.raises(Refused, match="ground"):
        decline(place, greta, ground=" ")
    assert not CoverageDeclined.objects.exists()


def test_how_each_visit_went_is_shown(place: Town, greta: UUID) -> None:
    stay(greta, by=place.bo, at=MONDAY)
    stay(greta, (2, 8), by=place.bo, at=MONDAY + DAY)
    stay(greta, WITHOUT, by=place.bo, at=MONDAY + 2 * DAY)
    assert [one.contact for one in found(place, greta).visits] == [Contact.KEPT, Contact.BROKEN, Contact.NONE]
