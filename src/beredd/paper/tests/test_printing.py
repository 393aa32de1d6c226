"""Printing a pack: it happens, it is recorded, nothing is left half done, and the wrong person is refused."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.care import actions as care
from beredd.care.factories import content, patient, prescription
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.ledger import queries as ledger
from beredd.paper import packs, queries
from beredd.paper.actions import NothingToPrint, Printed, UnknownSheet, decide_paper, follow_sheet, print_pack
from beredd.paper.actions import printing as printing_module
from beredd.paper.actions.decide import NoDecision
from beredd.paper.models import Pack, Sheet, SheetStep
from beredd.paper.packs import NobodyToPrintFor
from beredd.paper.rules.accounting import NoSuchStep, SheetState
from beredd.paper.rules.layout import cells
from beredd.paper.rules.need import LeftOut, Reason
from beredd.paper.rules.span import Span
from beredd.people.factories import MONDAY, Town, town
from beredd.people.models import AccessLog
from beredd.people.rules.access import NotAllowed
from beredd.routine.files import read_file
from beredd.routine.rules.routine import ItemKind, Routine
from beredd.routine.shelf import shelf

pytestmark = pytest.mark.django_db
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))
SOON: dict[str, Any] = {"if_not_performed": NotPerformedRule.CONTACT, "contact_within_days": 1}
IDENTITIES = ["192803099802", "194105059945", "195404169988"]


@pytest.fixture
def place() -> Town:
    return town()


def unit_pack(
    place: Town, user: UUID, *, changed_only: bool = False, outage: bool = False, at: datetime = MONDAY
) -> Printed:
    by = place.access(user)
    plan = packs.unit_plan(unit=place.north, span=NOVEMBER, long_outage=outage, by=by, at=at)
    return print_pack(plan=plan, changed_only=changed_only, channel="office", by=by, at=at)


def shipped() -> Routine:
    return read_file(next(path for path in shelf() if path.stem == "exorlive")).routine


def kinds(printed: Printed) -> list[str]:
    return [one.draft.kind.value for one in printed.sheets]


def test_a_units_pack_has_a_cover_the_papers_of_each_and_spare_lists(place: Town) -> None:
    prescription(place, patient(place), **SOON)
    printed = unit_pack(place, place.bo)
    assert kinds(printed) == ["cover", "clarification", "prescription", "signing_list", "blank_list", "blank_list"]
    assert printed.pdf.startswith(b"%PDF")


def test_each_cell_of_a_stored_sheet_is_a_planned_occurrence(place: Town) -> None:
    one = prescription(place, patient(place), "10:00", **SOON)
    printed = unit_pack(place, place.bo)
    (id,) = (sheet.id for sheet in printed.sheets if sheet.draft.kind == "signing_list")
    row = queries.sheet(place.access(place.bo), id)
    assert row is not None and row.page is not None
    assert [cell.slot for cell in cells(row.page)] == [f"2026-11-{day:02}T10:00" for day in range(1, 31)]
    assert {line.prescription for line in row.page.lines} == {one}


def test_who_is_left_out_is_told_with_the_reason(place: Town) -> None:
    soon, later, nothing = (patient(place, f"p{n}", identity=id) for n, id in enumerate(IDENTITIES))
    prescription(place, soon, **SOON)
    prescription(place, later)
    printed = unit_pack(place, place.bo)
    assert Pack.objects.get().left_out == {str(later): LeftOut.NO_REASON, str(nothing): LeftOut.NOTHING_PRESCRIBED}
    assert {one.draft.patient for one in printed.sheets} == {None, soon}


def test_in_a_long_outage_everybody_with_a_prescription_has_paper(place: Town) -> None:
    one = patient(place)
    prescription(place, one)
    assert one in {sheet.draft.patient for sheet in unit_pack(place, place.bo, outage=True).sheets}


def test_it_is_recorded_in_ledger_steps_and_access_log(place: Town) -> None:
    greta = patient(place)
    prescription(place, greta, **SOON)
    before = ledger.head().position
    printed = unit_pack(place, place.bo)
    event, of_greta = ledger.events_since(before)
    assert (event.kind, event.subject_id, event.unit) == ("paper.printed", printed.pack, place.north)
    assert (of_greta.kind, of_greta.subject_id, of_greta.unit) == ("paper.made", greta, place.north)
    assert set(SheetStep.objects.values_list("state", flat=True)) == {SheetState.PRINTED}
    assert AccessLog.objects.get(action="printed").patient == greta


def test_when_the_record_fails_nothing_is_left_and_no_file_is_given(
    place: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    prescription(place, patient(place), **SOON)
    before = ledger.head().position
    monkeypatch.setattr(printing_module, "log_access", _fails)
    with pytest.raises(RuntimeError):
        unit_pack(place, place.bo)
    assert (Pack.objects.count(), Sheet.objects.count(), SheetStep.objects.count()) == (0, 0, 0)
    assert ledger.head().position == before


def _fails(**_said: object) -> None:
    raise RuntimeError


def test_the_wrong_person_gets_no_paper(place: Town) -> None:
    greta = patient(place)
    prescription(place, greta, **SOON)
    for user in (place.cilla,):
        with pytest.raises(NobodyToPrintFor):
            unit_pack(place, user)
        with pytest.raises(NobodyToPrintFor):
            packs.patient_plan(patient=greta, span=NOVEMBER, by=place.access(user), at=MONDAY)


def test_since_last_prints_only_what_changed_and_says_what_to_take_out(place: Town) -> None:
    greta = patient(place)
    one = prescription(place, greta, **SOON)
    first = unit_pack(place, place.bo)
    with pytest.raises(NothingToPrint):
        unit_pack(place, place.bo, changed_only=True)
    care.change_prescription(
        prescription=one,
        content=content("12:00", **SOON),
        effective_at=MONDAY,
        by=place.access(place.alva),
        at=MONDAY,
    )
    again = unit_pack(place, place.bo, changed_only=True, at=MONDAY + timedelta(hours=1))
    changed = [sheet for sheet in again.sheets if sheet.draft.patient]
    assert [sheet.draft.kind.value for sheet in changed] == ["prescription", "signing_list"]
    old = [sheet.id for sheet in first.sheets if sheet.draft.patient]
    assert [sheet.replaces for sheet in changed] == old
    assert sorted(again.take_out) == sorted(old)


def test_what_has_ended_is_taken_out_though_nothing_replaces_it(place: Town) -> None:
    greta = patient(place)
    one = prescription(place, greta, **SOON)
    first = unit_pack(place, place.bo)
    care.end_prescription(prescription=one, ends_on=date(2026, 10, 1), by=place.access(place.alva), at=MONDAY)
    again = unit_pack(place, place.bo, changed_only=True, at=MONDAY + timedelta(hours=1))
    (copy,) = (sheet.id for sheet in first.sheets if sheet.draft.kind == "prescription")
    assert again.take_out == (copy,)


def test_a_protected_patient_has_no_address_and_no_name_on_the_delivery_list(place: Town) -> None:
    greta = patient(place, protection="protected_registration")
    prescription(place, greta, **SOON)
    (cover, *_rest) = unit_pack(place, place.bo).sheets
    said = str(cover.draft.body)
    assert "Storgatan" not in said and "Greta" not in said
    (first, *_more) = (one.id for one in _rest if one.draft.patient == greta)
    assert first[:4] in said


def test_a_rehab_professionals_pack_says_whose_patients_it_has(place: Town) -> None:
    prescription(place, patient(place, unit=place.south), **SOON)
    by = place.access(place.alva)
    plan = packs.unit_plan(unit=place.south, span=NOVEMBER, long_outage=False, by=by, at=MONDAY)
    printed = print_pack(plan=plan, changed_only=False, channel="office", by=by, at=MONDAY)
    assert "Alva Ek" in printed.sheets[0].draft.body["summary"]


def test_a_sheet_is_followed_step_by_step(place: Town) -> None:
    prescription(place, patient(place), **SOON)
    id, bo = next(one.id for one in unit_pack(place, place.bo).sheets if one.draft.patient), place.access(place.bo)
    before = ledger.head().position
    follow_sheet(id=id, state=SheetState.PLACED, where="hemma, flik 4", by=bo, at=MONDAY)
    follow_sheet(id=id, state=SheetState.DESTROYED, by=bo, at=MONDAY)
    assert [step.state for step in queries.steps(bo, id)] == [
        SheetState.PRINTED,
        SheetState.PLACED,
        SheetState.DESTROYED,
    ]
    assert [event.kind for event in ledger.events_since(before)] == ["paper.followed", "paper.followed"]
    with pytest.raises(NoSuchStep):
        follow_sheet(id=id, state=SheetState.RETURNED, by=bo, at=MONDAY)
    assert SheetStep.objects.filter(sheet=id).count() == 3


def test_a_patients_sheet_is_followed_only_by_those_who_see_the_patient(place: Town) -> None:
    prescription(place, patient(place), **SOON)
    id = next(one.id for one in unit_pack(place, place.bo).sheets if one.draft.patient)
    with pytest.raises(UnknownSheet):
        follow_sheet(id=id, state=SheetState.RETURNED, by=place.access(place.cilla), at=MONDAY)
    assert queries.sheet(place.access(place.cilla), id) is None
    assert queries.steps(place.access(place.cilla), id) == []


def test_poor_coverage_is_said_and_taken_back(place: Town) -> None:
    greta, alva = patient(place), place.access(place.alva)
    prescription(place, greta)
    before = ledger.head().position
    said: dict[str, Any] = {"patient": greta, "reason": Reason.POOR_COVERAGE, "by": alva}
    decide_paper(**said, holds=True, at=MONDAY)
    assert greta in {one.draft.patient for one in unit_pack(place, place.bo).sheets}
    decide_paper(**said, holds=False, at=MONDAY + timedelta(minutes=1))
    plan = packs.unit_plan(
        unit=place.north, span=NOVEMBER, long_outage=False, by=alva, at=MONDAY + timedelta(minutes=2)
    )
    assert plan.left_out == {greta: LeftOut.NO_REASON}
    assert [event.kind for event in ledger.events_since(before)].count("paper.decided") == 2


def test_only_those_who_prescribe_decide_and_only_on_what_people_can_know(place: Town) -> None:
    greta = patient(place)
    said: dict[str, Any] = {"reason": Reason.DECIDED, "holds": True, "at": MONDAY}
    with pytest.raises(NotAllowed):
        decide_paper(patient=greta, by=place.access(place.bo), **said)
    with pytest.raises(NobodyToPrintFor):
        decide_paper(patient=uuid4(), by=place.access(place.alva), **said)
    with pytest.raises(NoDecision):
        decide_paper(patient=greta, by=place.access(place.alva), **{**said, "reason": Reason.LONG_OUTAGE})


def test_box_and_blanks_are_numbered_too(place: Town) -> None:
    by = place.access(place.bo)
    for plan in (packs.blank_plan(span=NOVEMBER), packs.safety_box_plan(shipped(), span=NOVEMBER)):
        printed = print_pack(plan=plan, changed_only=False, channel="office", by=by, at=MONDAY)
        assert (
            len({one.id for one in printed.sheets})
            == len(printed.sheets)
            == Sheet.objects.filter(pack=printed.pack).count()
        )
    assert kinds(printed)[0] == "contents"


def test_every_step_of_the_routine_is_on_its_paper_and_on_the_poster(place: Town) -> None:
    routine, by = shipped(), place.access(place.bo)
    plan = packs.workplace_plan(routine, span=NOVEMBER)
    printed = print_pack(plan=plan, changed_only=False, channel="office", by=by, at=MONDAY)
    assert kinds(printed) == ["routine", "poster", "card", "report"]
    wanted = [
        routine.step(item.target).text.sv
        for situation in routine.situations
        for item in situation.items
        if item.kind is ItemKind.STEP
    ]
    assert wanted
    for sheet in printed.sheets[:2]:
        told = [step["text"] for situation in sheet.draft.body["situations"] for step in situation["steps"]]
        assert [one for one in told if one in wanted] == wanted
    numbers = {contact.phone for contact in routine.contacts if contact.phone}
    assert {one["phone"] for one in printed.sheets[1].draft.body["reach"]} == numbers


def test_the_routine_alone_is_a_pack_too(place: Town) -> None:
    plan = packs.routine_plan(shipped(), span=NOVEMBER)
    printed = print_pack(plan=plan, changed_only=False, channel="office", by=place.access(place.bo), at=MONDAY)
    assert kinds(printed) == ["routine"]
