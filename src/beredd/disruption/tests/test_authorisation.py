"""The helpdesk looks somebody up, answers, and the answer holds for a day."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.disruption import actions, queries
from beredd.disruption.actions import Said
from beredd.disruption.models import AuthorisationAnswer
from beredd.disruption.queries import Lookup
from beredd.disruption.rules.authorisation import NEEDS, Need, UserFacts, lacking, look
from beredd.ledger import queries as ledger
from beredd.people import actions as people
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.access import SYSTEM, Access, Refused
from beredd.people.rules.roles import Role

WHOLE = UserFacts(active=True, works_in_care=True, signs=True, has_email_or_hsa_id=True)
LATER = MONDAY + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        (WHOLE, ()),
        (UserFacts(False, True, True, True), (Need.ACCOUNT,)),
        (UserFacts(True, False, True, True), (Need.WORKS,)),
        (UserFacts(True, True, False, True), (Need.SIGNS,)),
        (UserFacts(True, True, True, False), (Need.KNOWN_BY,)),
        (UserFacts(False, False, False, False), (Need.ACCOUNT, Need.WORKS, Need.SIGNS, Need.KNOWN_BY)),
    ],
)
def test_what_is_known_to_be_missing(facts: UserFacts, missing: tuple[Need, ...]) -> None:
    assert lacking(look(facts)) == missing


@given(st.builds(UserFacts, st.booleans(), st.booleans(), st.booleans(), st.booleans()))
def test_each_need_is_looked_at_once_and_other_systems_are_never_guessed(facts: UserFacts) -> None:
    looked = look(facts)
    assert [one.need for one in looked] == list(Need) == list(NEEDS)
    assert {one.need for one in looked if one.met is None} == {Need.APPVA, Need.EXORLIVE}


@pytest.fixture
def place(db: None) -> Town:
    return town()


@pytest.fixture
def sven(place: Town) -> Access:
    return place.access(user("sven", "Sven Up", Role.HELPDESK, "rehab"))


def answer(who: UUID, by: Access, **more: Any) -> UUID:
    fields: dict[str, Any] = {"right": False, "lacking": [Need.EXORLIVE], "note": "", "at": MONDAY, **more}
    return actions.answer_authorisation(user=who, by=by, **fields)


def looked_up(by: Access, who: UUID) -> Lookup:
    found = queries.look_up(by, who, at=LATER)
    assert found
    return found


def test_an_answer_is_recorded_as_one_event_about_the_user(place: Town, sven: Access) -> None:
    held = ledger.head().position
    answer(place.bo, sven, note=" Beställt idag ")
    (event,) = ledger.events_since(held)
    assert (event.kind, event.subject_id, event.by) == ("authorisation.answered", place.bo, str(sven.user))
    (row,) = looked_up(sven, place.bo).answers
    assert (row.right, row.lacking, row.note, row.by_name) == (False, (Need.EXORLIVE,), "Beställt idag", "Sven Up")


def test_nothing_is_kept_when_it_cannot_be_recorded(place: Town, sven: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("beredd.disruption.actions.authorisation.append", full)
    with pytest.raises(OSError, match="full"):
        answer(place.bo, sven)
    assert not AuthorisationAnswer.objects.exists()


def test_who_may_not_and_what_cannot_be_answered(place: Town, sven: Access) -> None:
    cases: list[tuple[Access, UUID, dict[str, Any], str]] = [
        (place.access(place.bo), place.bo, {}, "not_allowed"),
        (place.access(place.alva), place.bo, {}, "not_allowed"),
        (sven, uuid4(), {}, "unknown_user"),
        (sven, place.bo, {"lacking": [], "note": "  "}, "no_reason"),
    ]
    for by, who, more, code in cases:
        with pytest.raises(Refused) as refused:
            answer(who, by, **more)
        assert refused.value.code == code
    with pytest.raises(Refused):
        queries.look_up(place.access(place.alva), place.bo, at=MONDAY)
    with pytest.raises(Refused):
        queries.waiting(place.access(place.bo), at=MONDAY)
    assert not AuthorisationAnswer.objects.exists()


def test_what_is_looked_at_follows_where_somebody_works(place: Town, sven: Access) -> None:
    assert lacking(looked_up(sven, place.bo).looked) == (Need.KNOWN_BY,)
    people.put_user(id=place.bo, key="bo", username="bo", name="Bo Lind", email="bo@example.com", by=SYSTEM, at=MONDAY)
    assert lacking(looked_up(sven, place.bo).looked) == ()
    assert set(lacking(looked_up(sven, sven.user).looked)) == {Need.WORKS, Need.SIGNS, Need.KNOWN_BY}
    assert queries.look_up(sven, uuid4(), at=MONDAY) is None


def test_the_latest_answer_holds_for_a_day(place: Town, sven: Access) -> None:
    bo = place.access(place.bo)
    assert queries.own_answer(bo, at=MONDAY) is None
    answer(place.bo, sven)
    answer(place.bo, sven, right=True, at=LATER)
    found = queries.own_answer(bo, at=LATER)
    assert found and (found.right, found.lacking) == (True, ())
    assert queries.own_answer(place.access(place.alva), at=LATER) is None
    assert queries.own_answer(bo, at=LATER + timedelta(hours=24)) is None


def test_who_waits_for_an_answer(place: Town, sven: Access) -> None:
    def say(who: UUID, minutes: int, **more: Any) -> None:
        at = MONDAY + timedelta(minutes=minutes)
        fields: dict[str, Any] = {"kind": "launch", "made_at": at, **more}
        said = Said(id=uuid4(), unit=place.north, device=f"phone-{who}", **fields)
        actions.report(said, signed_in=True, by=place.access(who), at=at)

    say(place.alva, 1)
    say(place.bo, 0)
    say(place.bo, 2)
    say(place.manager, 0, kind="phones")
    assert [row.name for row in queries.waiting(sven, at=LATER)] == ["Bo Lind", "Alva Ek"]
    answer(place.bo, sven, right=True, at=LATER)
    assert [(row.name, row.unit_name) for row in queries.waiting(sven, at=LATER)] == [("Alva Ek", "Hemtjänst Norr")]
    assert queries.waiting(sven, at=MONDAY + timedelta(hours=2)) == []
