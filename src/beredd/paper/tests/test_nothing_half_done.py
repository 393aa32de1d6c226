"""What the ledger cannot take has not happened: no step, no decision, no box of it is left."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from beredd.care.factories import patient, prescription
from beredd.ledger import queries as ledger
from beredd.paper import actions, packs, queries
from beredd.paper.actions import boxes as box_actions
from beredd.paper.actions import decide as decide_actions
from beredd.paper.actions import follow as follow_actions
from beredd.paper.boxes import UnknownBox
from beredd.paper.models import BoxContents, PaperDecision, SafetyBox, SheetStep
from beredd.paper.rules.accounting import NoSuchStep, SheetState
from beredd.paper.rules.need import Reason
from beredd.paper.rules.span import Span
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))
HOUR = timedelta(hours=1)
FEW = {"blank_list": 2}
Table = type[SheetStep] | type[PaperDecision] | type[SafetyBox] | type[BoxContents]


class FullLedger(Exception):
    """Stands for whatever may go wrong as the event is written."""


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    one = patient(place)
    prescription(place, one)
    return one


def refuse(monkeypatch: pytest.MonkeyPatch, module: Any) -> None:
    """From now on the ledger takes nothing that this module writes."""

    def full(*_said: object, **_more: object) -> None:
        raise FullLedger

    monkeypatch.setattr(module, "append", full)


def leaves_nothing(act: Callable[[], object], *tables: Table, fault: type[Exception] = FullLedger) -> None:
    def rows() -> list[Any]:
        return [list(table._default_manager.order_by("pk").values()) for table in tables]

    before, position = rows(), ledger.head().position
    with pytest.raises(fault):
        act()
    assert (rows(), ledger.head().position) == (before, position)


def papers(place: Town, greta: UUID) -> list[str]:
    by = place.access(place.alva)
    plan = packs.patient_plan(patient=greta, span=NOVEMBER, by=by, at=MONDAY)
    return [one.id for one in actions.print_pack(plan=plan, changed_only=False, channel="x", by=by, at=MONDAY).sheets]


def test_a_step_of_a_sheet(place: Town, greta: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    (id, *_rest), by = papers(place, greta), place.access(place.bo)
    refuse(monkeypatch, follow_actions)
    leaves_nothing(lambda: actions.follow_sheet(id=id, state=SheetState.PLACED, by=by, at=MONDAY), SheetStep)
    row = queries.sheet(by, id)
    assert row is not None and row.state is SheetState.PRINTED


def test_an_exchange_whose_second_half_cannot_be(place: Town, greta: UUID) -> None:
    (put, take, *_rest), by = papers(place, greta), place.access(place.bo)
    actions.follow_sheet(id=take, state=SheetState.DESTROYED, by=by, at=MONDAY)
    leaves_nothing(
        lambda: actions.exchange_sheets(patient=greta, put=put, take=take, by=by, at=MONDAY + HOUR),
        SheetStep,
        fault=NoSuchStep,
    )
    row = queries.sheet(by, put)
    assert row is not None and row.state is SheetState.PRINTED


def test_a_decision(place: Town, greta: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    by = place.access(place.alva)
    refuse(monkeypatch, decide_actions)
    leaves_nothing(
        lambda: actions.decide_paper(patient=greta, reason=Reason.DECIDED, holds=True, by=by, at=MONDAY), PaperDecision
    )
    plan = packs.unit_plan(unit=place.north, span=NOVEMBER, long_outage=False, by=by, at=MONDAY)
    assert not plan.papers


def test_a_decision_taken_back(place: Town, greta: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    by, said = place.access(place.alva), {"patient": greta, "reason": Reason.DECIDED}
    actions.decide_paper(**said, holds=True, by=by, at=MONDAY)  # type: ignore[arg-type]
    refuse(monkeypatch, decide_actions)
    leaves_nothing(
        lambda: actions.decide_paper(**said, holds=False, by=by, at=MONDAY + HOUR),  # type: ignore[arg-type]
        PaperDecision,
    )
    plan = packs.unit_plan(unit=place.north, span=NOVEMBER, long_outage=False, by=by, at=MONDAY + HOUR)
    assert [one.reasons for one in plan.papers] == [(Reason.DECIDED,)]


def put_box(place: Town) -> UUID:
    by = place.access(place.manager)
    return actions.put_box(unit=place.north, name="Lådan", place="Förrådet", holds=FEW, by=by, at=MONDAY)


def test_a_new_box(place: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, box_actions)
    leaves_nothing(lambda: put_box(place), SafetyBox, BoxContents)


def test_what_a_box_should_hold(place: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    box, by = put_box(place), place.access(place.manager)
    refuse(monkeypatch, box_actions)
    leaves_nothing(
        lambda: actions.change_contents(box=box, holds={"blank_list": 5}, by=by, at=MONDAY + HOUR), BoxContents
    )


def test_a_box_that_is_taken_away(place: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    box, by = put_box(place), place.access(place.manager)
    refuse(monkeypatch, box_actions)
    leaves_nothing(lambda: actions.remove_box(box=box, by=by, at=MONDAY + HOUR), SafetyBox)


def test_what_is_put_into_a_box(place: Town) -> None:
    """The second sheet is none of ours: the first is not there either."""
    box, by = put_box(place), place.access(place.bo)
    plan = packs.blank_plan(span=NOVEMBER)
    blanks = actions.print_pack(plan=plan, changed_only=False, channel="x", by=by, at=MONDAY).sheets
    leaves_nothing(
        lambda: actions.fill_box(box=box, put=[blanks[0].id, "0" * 12], take=[], by=by, at=MONDAY + HOUR),
        SheetStep,
        fault=UnknownBox,
    )
