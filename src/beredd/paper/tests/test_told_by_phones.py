"""What phones tell of sheets and boxes: registered when it fits, put up when it does not, in the ledger always."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.care.factories import patient, prescription
from beredd.ledger import queries as ledger
from beredd.paper import actions, packs, queries
from beredd.paper.models import SheetDoubt, SheetStep
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.box import USUAL
from beredd.paper.rules.doubt import BELIEVED, Claim, Doubt, doubts, is_believed
from beredd.paper.rules.sheet import payload, sheet_id
from beredd.paper.rules.span import Span
from beredd.people import actions as people
from beredd.people.factories import MONDAY, Town, town
from beredd.sync.documents import documents, scope
from beredd.sync.enrol import Caller, caller_of, enrol
from beredd.sync.factories import Phone
from beredd.sync.intake import intake
from beredd.sync.wire import Answer

HOUR = timedelta(hours=1)
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))
LATER = MONDAY + 3 * HOUR


@pytest.fixture
def place(db: None) -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    one = patient(place)
    prescription(place, one)
    return one


@pytest.fixture
def phone(place: Town) -> Phone:
    return phone_of(place.bo)


def phone_of(who: UUID) -> Phone:
    phone = Phone()
    return phone.enrolled(enrol(user=who, device_name="Telefon", device_key=phone.point, at=MONDAY))


def send(phone: Phone, *, at: datetime = LATER) -> list[tuple[str, list[str]]]:
    caller = caller_of(phone.authorization, at=at)
    assert isinstance(caller, Caller)
    reply = intake(phone.batch(), caller=caller, at=at)
    phone.heard(reply)
    return [(one.answer, list(one.why)) for one in answers(reply.answers)]


def answers(told: Any) -> list[Answer]:
    assert all(one.say for one in told if one.answer == "held")
    return list(told)


def printed(place: Town, greta: UUID, *, at: datetime = MONDAY) -> str:
    """Her prescription."""
    by = place.access(place.alva)
    plan = packs.patient_plan(patient=greta, span=NOVEMBER, by=by, at=at)
    return actions.print_pack(plan=plan, changed_only=False, channel="office", by=by, at=at).sheets[0].id


def tell(phone: Phone, sheet: str, state: str, at: datetime, patient: UUID | None = None) -> Any:
    body = {"sheet": sheet, "state": state, "at": at.isoformat(), "patient": patient and str(patient)}
    return phone.tell("paper.sheet", body, at=at)


def history(place: Town, id: str) -> list[tuple[SheetState, datetime]]:
    return [(step.state, step.said_at) for step in queries.steps(place.access(place.bo), id)]


def test_a_sheet_placed_without_network_lies_there_since_it_was_placed(place: Town, greta: UUID, phone: Phone) -> None:
    id = printed(place, greta)
    kept = tell(phone, payload(id, 1), "placed", MONDAY + HOUR, greta)
    assert send(phone) == [("taken", [])]
    row = queries.sheet(place.access(place.bo), id)
    assert row is not None and (row.state, row.home, row.since) == (SheetState.PLACED, greta, MONDAY + HOUR)
    event = ledger.events_since(0)[-1]
    assert (event.id, event.kind, event.subject_id, event.unit) == (kept.id, "paper.sheet", greta, place.north)
    assert event.happened_at == MONDAY + HOUR and not SheetDoubt.objects.exists()


def test_an_exchange_in_one_batch(place: Town, greta: UUID, phone: Phone) -> None:
    old, new = printed(place, greta), printed(place, greta, at=MONDAY + HOUR)
    tell(phone, old, "placed", MONDAY + HOUR, greta)
    tell(phone, old, "destroyed", MONDAY + 2 * HOUR, greta)
    tell(phone, new, "placed", MONDAY + 2 * HOUR, greta)
    assert send(phone) == [("taken", [])] * 3
    assert [state for state, _at in history(place, old)] == ["printed", "placed", "destroyed"]


def test_what_is_told_late_has_its_place_before_what_came_after(place: Town, greta: UUID, phone: Phone) -> None:
    id = printed(place, greta)
    tell(phone, id, "placed", MONDAY + HOUR, greta)
    by = place.access(place.alva)
    actions.follow_sheet(id=id, state=SheetState.RETURNED, by=by, at=MONDAY + 2 * HOUR)
    assert send(phone) == [("taken", [])]
    row = queries.sheet(by, id)
    assert row is not None and row.state is SheetState.RETURNED
    assert [state for state, _at in history(place, id)] == ["printed", "placed", "returned"]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("not a number", Doubt.NUMBER),
        ("K7M39QXW2PRT", Doubt.NUMBER),
        (sheet_id(12345), Doubt.UNKNOWN),
    ],
)
def test_a_number_that_leads_nowhere_is_put_up(place: Town, greta: UUID, phone: Phone, told: str, why: Doubt) -> None:
    kept = tell(phone, told, "placed", MONDAY + HOUR, greta)
    assert send(phone) == [("held", [why])]
    (row,) = queries.doubts(place.access(place.bo))
    assert (row.id, row.patient, row.unit, list(row.codes), row.followed) == (kept.id, greta, place.north, [why], False)
    assert ledger.bodies([kept.id])


def test_another_patients_sheet_is_told_at_once_and_is_not_registered_there(
    place: Town, greta: UUID, phone: Phone
) -> None:
    id, harald = printed(place, greta), patient(place, "harald", identity="194105059945")
    tell(phone, id, "placed", MONDAY + HOUR, harald)
    assert send(phone) == [("held", [Doubt.OTHER_PATIENT])]
    assert [state for state, _at in history(place, id)] == ["printed"]
    (row,) = queries.doubts(place.access(place.bo))
    assert row.patient == harald


def test_an_old_sheet_beside_a_newer_lies_there_and_is_put_up(place: Town, greta: UUID, phone: Phone) -> None:
    old, new = printed(place, greta), printed(place, greta, at=MONDAY + HOUR)
    tell(phone, new, "placed", MONDAY + 2 * HOUR, greta)
    tell(phone, old, "placed", MONDAY + 2 * HOUR, greta)
    assert send(phone) == [("taken", []), ("held", [Doubt.REPLACED])]
    assert [state for state, _at in history(place, old)] == ["printed", "placed"]
    (row,) = queries.doubts(place.access(place.bo))
    assert row.followed


@pytest.mark.parametrize("state", ["placed", "returned", "printed", "scanned", "dansar"])
def test_what_has_been_destroyed_does_nothing_more(place: Town, greta: UUID, phone: Phone, state: str) -> None:
    id = printed(place, greta)
    actions.follow_sheet(id=id, state=SheetState.DESTROYED, by=place.access(place.bo), at=MONDAY)
    tell(phone, id, state, MONDAY + HOUR, greta)
    assert send(phone) == [("held", [Doubt.OUT_OF_TURN])]
    assert SheetStep.objects.filter(sheet=id).count() == 2


def test_what_somebody_elsewhere_tells_is_for_the_patients_unit_to_look_into(place: Town, greta: UUID) -> None:
    id, phone = printed(place, greta), phone_of(place.cilla)
    tell(phone, id, "missing", MONDAY + HOUR)
    assert send(phone) == [("held", [Doubt.NOT_YOURS])]
    assert queries.doubts(place.access(place.cilla)) == []
    assert len(queries.doubts(place.access(place.bo))) == 1


def test_a_revoked_phone_and_a_mad_clock_are_heard_but_not_believed(place: Town, greta: UUID, phone: Phone) -> None:
    id = printed(place, greta)
    tell(phone, id, "placed", MONDAY + 40 * HOUR, greta)
    tell(phone, id, "placed", MONDAY - HOUR, greta)
    assert send(phone, at=MONDAY + 2 * HOUR) == [
        ("held", [Doubt.CLOCK]),
        ("held", [Doubt.CLOCK, Doubt.OUT_OF_TURN]),
    ]
    tell(phone, id, "placed", MONDAY + HOUR, greta)
    people.revoke_device(device=phone.device, by=place.access(place.manager), at=MONDAY + 2 * HOUR)
    assert send(phone) == [("held", [Doubt.MAKER])]
    assert [state for state, _at in history(place, id)] == ["printed"]


def test_a_box_looked_through_on_the_phone(place: Town, phone: Phone) -> None:
    said = {"unit": place.north, "name": "Lådan", "place": "Förrådet", "holds": USUAL}
    box = actions.put_box(**said, by=place.access(place.manager), at=MONDAY)  # type: ignore[arg-type]
    body = {
        "box": str(box),
        "at": (MONDAY + HOUR).isoformat(),
        "seen": {"blank_list": 9, "cake": 3},
        "note": "Fuktigt.",
    }
    phone.tell("box.looked_through", {**body, "sheets": [sheet_id(1)]}, at=MONDAY + HOUR)
    phone.tell("box.looked_through", {**body, "box": str(uuid4())}, at=MONDAY + HOUR)
    assert send(phone) == [("taken", []), ("held", ["unknown_box"])]
    (row,) = queries.boxes(place.access(place.bo))
    (seen,) = row.inspections
    assert (seen.seen, seen.note, seen.by_name, seen.at) == ({"blank_list": 9}, "Fuktigt.", "Bo Lind", MONDAY + HOUR)
    other = phone_of(place.cilla)
    other.tell("box.looked_through", body, at=MONDAY + HOUR)
    assert send(other) == [("held", ["not_yours"])]


def test_the_phone_carries_what_is_to_be_done_and_the_boxes(place: Town, greta: UUID, phone: Phone) -> None:
    said = {"unit": place.north, "name": "Lådan", "place": "Förrådet", "holds": USUAL}
    actions.put_box(**said, by=place.access(place.manager), at=MONDAY)  # type: ignore[arg-type]
    before = {(one.kind, one.id): one.version for one in scope(place.access(place.bo), at=MONDAY)}
    id = printed(place, greta)
    bo = place.access(place.bo)
    refs = scope(bo, at=MONDAY)
    newer = [one.kind for one in refs if one.version > before[one.kind, one.id]]
    assert newer == ["patient"]
    docs = {(one.k, one.id): one.body for one in documents(refs, access=bo, at=MONDAY)}
    paper = docs["patient", greta]["paper"]
    assert (paper["sheets"][0]["id"], paper["sheets"][0]["state"]) == (id, "printed")
    assert (paper["jobs"][0]["task"], paper["jobs"][0]["take"]) == ("place", None)
    assert [one["name"] for one in docs["unit", place.north]["boxes"]] == ["Lådan"]
    tell(phone, id, "placed", MONDAY + HOUR, greta)
    send(phone)
    assert {one.id: one.version for one in scope(bo, at=MONDAY)}[greta] > {one.id: one.version for one in refs}[greta]


claims = st.builds(Claim, *[st.booleans()] * 8)


@given(claims)
def test_a_doubt_for_everything_that_does_not_fit_and_for_nothing_else(claim: Claim) -> None:
    found = doubts(claim)
    fine = claim.readable and claim.known and claim.sees and claim.in_the_right_home and claim.in_turn
    fine = fine and claim.maker_in_order and claim.clock_right
    assert (not found) == (fine and not claim.replaced)
    assert is_believed(found) == fine
    assert set(BELIEVED) == {Doubt.REPLACED}
