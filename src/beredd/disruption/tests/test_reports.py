"""One user is not a disruption; three with a device each are a suspicion, raised by itself and once."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from beredd.disruption import actions, queries
from beredd.disruption.actions import Said
from beredd.disruption.models import Report
from beredd.disruption.rules.authorisation import Need
from beredd.disruption.rules.incident import State
from beredd.disruption.rules.landscape import Layer, Owner
from beredd.disruption.rules.verdict import Cause
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Town:
    return town()


def said(unit: UUID, device: str, **more: Any) -> Said:
    return Said(
        **{"id": uuid4(), "kind": "system", "system": "exorlive", "made_at": MONDAY, **more}, unit=unit, device=device
    )


def by(place: Town, who: UUID) -> dict[str, Any]:
    return {"signed_in": True, "by": place.access(who), "at": MONDAY}


def three(place: Town, **more: Any) -> None:
    for number, who in enumerate((place.alva, place.bo, place.manager)):
        actions.report(said(place.north, f"phone-{number}", **more), **by(place, who))


def test_a_report_is_kept_and_recorded_as_one_event(place: Town) -> None:
    held = ledger.head().position
    one = said(place.north, "phone-1", saw={"link": "works"})
    assert actions.report(one, **by(place, place.bo))
    (event,) = ledger.events_since(held)
    assert (event.kind, event.subject_id, event.by) == ("report.made", one.id, str(place.bo))
    assert Report.objects.get().saw == {"link": "works"}


def test_what_is_sent_twice_is_had_once(place: Town) -> None:
    one = said(place.north, "phone-1")
    assert actions.report(one, **by(place, place.bo))
    held = ledger.head().position
    assert not actions.report(one, **by(place, place.bo))
    assert (Report.objects.count(), ledger.head().position) == (1, held)


def test_nothing_is_kept_when_it_cannot_be_recorded(place: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("beredd.disruption.actions.reports.append", full)
    with pytest.raises(OSError, match="full"):
        actions.report(said(place.north, "phone-1"), **by(place, place.bo))
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"kind": "weather"}, "kind"),
        ({"system": ""}, "kind"),
        ({"kind": "launch"}, "kind"),
        ({"system": "solitaire"}, "system"),
        ({"unit": uuid4()}, "unit"),
        ({"device": ""}, "device"),
        ({"saw": dict.fromkeys(map(str, range(21)), "works")}, "device"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_a_reason(place: Town, wrong: dict[str, Any], code: str) -> None:
    told: dict[str, Any] = {"unit": place.north, "device": "phone-1", **wrong}
    with pytest.raises(Refused) as refused:
        actions.report(said(**told), **by(place, place.bo))
    assert refused.value.code == code


def test_one_user_on_three_devices_is_not_a_disruption(place: Town) -> None:
    for number in range(3):
        actions.report(said(place.north, f"phone-{number}"), **by(place, place.bo))
    assert queries.incidents(place.access(place.mas), open_only=True) == []


def test_three_alike_raise_a_suspicion_by_itself_and_a_fourth_not_another(place: Town) -> None:
    three(place)
    (row,) = queries.incidents(place.access(place.mas), open_only=True)
    assert (row.system, row.state, row.units) == ("exorlive", State.SUSPECTED, frozenset({place.north}))
    assert row.timeline[0].by is None
    assert row.timeline[0].text == "3 användare säger det. Inget annat ställe har kunnat bekräfta det."
    kim = user("kim", "Kim Ask", Role.PERFORMER, "north")
    actions.report(said(place.north, "phone-9"), **by(place, kim))
    assert len(queries.incidents(place.access(place.mas), open_only=True)) == 1


def test_three_in_different_organisations_concern_all(place: Town) -> None:
    for number, (who, unit) in enumerate(
        [(place.alva, place.north), (place.bo, place.north), (place.cilla, place.south)]
    ):
        actions.report(said(unit, f"phone-{number}"), **by(place, who))
    (row,) = queries.incidents(place.access(place.mas), open_only=True)
    assert row.units is None


def test_what_was_said_offline_hours_ago_raises_nothing_now(place: Town) -> None:
    three(place, made_at=MONDAY - timedelta(hours=2))
    assert queries.incidents(place.access(place.mas), open_only=True) == []


def test_a_clock_that_is_fast_says_it_now(place: Town) -> None:
    actions.report(said(place.north, "phone-1", made_at=MONDAY + timedelta(days=1)), **by(place, place.bo))
    assert Report.objects.get().made_at == MONDAY


def test_three_workplace_computers_without_sign_in_are_three(place: Town) -> None:
    nobody = Access(user=UUID(int=1), name="anybody", memberships=())
    for number in range(3):
        actions.report(said(place.north, f"computer-{number}"), signed_in=False, by=nobody, at=MONDAY)
    assert len(queries.incidents(place.access(place.mas), open_only=True)) == 1


def test_the_helpdesk_answers_and_the_verdict_follows(place: Town) -> None:
    one = said(place.north, "phone-1", kind="launch", system="")
    actions.report(one, **by(place, place.bo))
    sven = place.access(user("sven", "Sven Up", Role.HELPDESK, "rehab"))

    def judged() -> tuple[Layer, Cause, Owner]:
        (verdict,) = queries.diagnosis(sven, at=MONDAY)
        return verdict.layer, verdict.cause, verdict.owner

    assert judged() == (Layer.AUTHORISATION, Cause.RIGHT_UNCHECKED, Owner.HELPDESK)
    about: dict[str, Any] = {"user": place.bo, "note": "", "by": sven}
    actions.answer_authorisation(**about, right=False, lacking=[Need.EXORLIVE], at=MONDAY - timedelta(minutes=1))
    assert judged() == (Layer.AUTHORISATION, Cause.RIGHT, Owner.HELPDESK)
    actions.answer_authorisation(**about, right=True, lacking=[], at=MONDAY)
    assert judged() == (Layer.LAUNCH, Cause.SAID, Owner.IT_SERVICE)


def test_a_private_providers_phone_is_for_its_own_it(place: Town) -> None:
    actions.report(said(place.south, "phone-1", kind="phones", system=""), **by(place, place.cilla))
    (verdict,) = queries.diagnosis(place.access(place.mas), at=MONDAY)
    assert (verdict.layer, verdict.owner) == (Layer.DEVICE, Owner.OWN_IT)


def test_reports_are_read_where_one_handles_disruptions(place: Town) -> None:
    actions.report(said(place.north, "phone-1"), **by(place, place.bo))
    actions.report(said(place.south, "phone-2"), **by(place, place.cilla))
    assert [one.user_name for one in queries.recent_reports(place.access(place.alva), at=MONDAY)] == ["Bo Lind"]
    assert len(queries.recent_reports(place.access(place.mas), at=MONDAY)) == 2
    assert queries.recent_reports(place.access(place.mas), at=MONDAY + timedelta(hours=24)) == []
    with pytest.raises(Refused):
        queries.recent_reports(place.access(place.cilla), at=MONDAY)


def test_nobody_rewrites_what_was_said(place: Town) -> None:
    actions.report(said(place.north, "phone-1"), **by(place, place.bo))
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Report.objects.update(kind="launch")
