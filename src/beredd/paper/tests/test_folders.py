"""The home folders: what lies there, what must be done, and who may say so."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.care import actions as care
from beredd.care.factories import content, patient, prescription
from beredd.care.queries import patients
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.ledger import queries as ledger
from beredd.paper import actions, packs, queries
from beredd.paper.actions import folder as folder_actions
from beredd.paper.folders import Folder, unit_folders
from beredd.paper.models import HomeFolder, SheetStep
from beredd.paper.packs import NobodyToPrintFor
from beredd.paper.rules.accounting import NoSuchStep, SheetState
from beredd.paper.rules.folder import Task, Why
from beredd.paper.rules.span import Span
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import NotAllowed

pytestmark = pytest.mark.django_db
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))
SOON: dict[str, Any] = {"if_not_performed": NotPerformedRule.CONTACT, "contact_within_days": 1}
HOUR = timedelta(hours=1)


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    return patient(place)


def printed(place: Town, greta: UUID, *, at: Any = MONDAY) -> dict[str, str]:
    """By kind, the numbers of what was printed for her."""
    by = place.access(place.alva)
    plan = packs.patient_plan(patient=greta, span=NOVEMBER, by=by, at=at)
    sheets = actions.print_pack(plan=plan, changed_only=False, channel="office", by=by, at=at).sheets
    return {one.draft.kind.value: one.id for one in sheets}


def folder(place: Town, *, at: Any) -> Folder:
    (found,) = unit_folders(place.access(place.bo), place.north, at=at)
    return found


def todo(place: Town, *, at: Any) -> list[tuple[Task, Why, str | None, str | None]]:
    return [(job.task, job.why, job.sheet, job.old) for job in folder(place, at=at).jobs]


def put(place: Town, id: str, *, at: Any = MONDAY, **more: Any) -> None:
    actions.follow_sheet(id=id, state=SheetState.PLACED, by=place.access(place.bo), at=at, **more)


def test_what_is_printed_waits_to_be_placed_and_then_lies_there(place: Town, greta: UUID) -> None:
    prescription(place, greta, **SOON)
    ids = printed(place, greta)
    assert {job[:3] for job in todo(place, at=MONDAY)} == {(Task.PLACE, Why.WAITS, id) for id in ids.values()}
    for id in ids.values():
        put(place, id, at=MONDAY + HOUR)
    found = folder(place, at=MONDAY + HOUR)
    assert not found.jobs
    assert {(one.id, one.state, one.home, one.since) for one in found.sheets} == {
        (id, SheetState.PLACED, greta, MONDAY + HOUR) for id in ids.values()
    }


def test_a_changed_prescription_makes_its_paper_stale_at_once(place: Town, greta: UUID) -> None:
    one = prescription(place, greta, "10:00", **SOON)
    ids, later = printed(place, greta), MONDAY + 2 * HOUR
    for id in ids.values():
        put(place, id)
    care.change_prescription(
        prescription=one, content=content("12:00", **SOON), effective_at=later, by=place.access(place.alva), at=MONDAY
    )
    assert todo(place, at=MONDAY + HOUR) == []
    assert {job[:2] for job in todo(place, at=later)} == {(Task.PRINT, Why.CHANGED)}
    assert {job.since for job in folder(place, at=later).jobs} == {later}
    new = printed(place, greta, at=later)
    assert {job for job in todo(place, at=later)} == {(Task.REPLACE, Why.CHANGED, new[kind], ids[kind]) for kind in ids}


def test_paper_that_says_the_same_stays(place: Town, greta: UUID) -> None:
    one = prescription(place, greta, "10:00", **SOON)
    ids = printed(place, greta)
    for id in ids.values():
        put(place, id)
    care.change_prescription(
        prescription=one,
        content=content("10:00", **{**SOON, "contact_within_days": 0}),
        effective_at=MONDAY + HOUR,
        by=place.access(place.alva),
        at=MONDAY + HOUR,
    )
    stale = {job[3] for job in todo(place, at=MONDAY + HOUR)}
    assert ids["prescription"] in stale


def test_a_list_whose_days_have_passed_is_collected(place: Town, greta: UUID) -> None:
    prescription(place, greta, **SOON)
    ids = printed(place, greta)
    put(place, ids["signing_list"])
    assert (Task.COLLECT, Why.OVER, None, ids["signing_list"]) in todo(place, at=MONDAY + timedelta(days=9))


def test_a_blank_sheet_lies_in_a_home_as_soon_as_somebody_says_so(place: Town, greta: UUID) -> None:
    by = place.access(place.bo)
    blank = actions.print_pack(
        plan=packs.blank_plan(span=NOVEMBER), changed_only=False, channel="office", by=by, at=MONDAY
    ).sheets[0]
    put(place, blank.id, home=greta)
    assert [one.id for one in folder(place, at=MONDAY).sheets] == [blank.id]
    actions.follow_sheet(id=blank.id, state=SheetState.RETURNED, by=by, at=MONDAY + HOUR)
    assert folder(place, at=MONDAY + HOUR).sheets == ()


def test_nobody_gets_another_ones_paper(place: Town, greta: UUID) -> None:
    prescription(place, greta, **SOON)
    id, other = printed(place, greta)["prescription"], patient(place, "harald", identity="194105059945")
    before = SheetStep.objects.count()
    with pytest.raises(actions.AnothersSheet):
        put(place, id, home=other)
    with pytest.raises(actions.UnknownSheet):
        put(place, id, home=uuid4())
    assert SheetStep.objects.count() == before


def test_what_came_back_cannot_lie_in_the_home(place: Town, greta: UUID) -> None:
    prescription(place, greta, **SOON)
    id = printed(place, greta)["prescription"]
    actions.follow_sheet(id=id, state=SheetState.RETURNED, by=place.access(place.bo), at=MONDAY)
    with pytest.raises(NoSuchStep):
        put(place, id)


def test_a_folder_is_described_recorded_and_stands_on_the_sheets(place: Town, greta: UUID) -> None:
    prescription(place, greta, **SOON)
    before = ledger.head().position
    describe(place, greta, place_="hatthyllan i hallen", tab="flik 7")
    (event,) = ledger.events_since(before)
    assert (event.kind, event.subject_id, event.unit) == ("folder.described", greta, place.north)
    plan = packs.patient_plan(patient=greta, span=NOVEMBER, by=place.access(place.bo), at=MONDAY)
    (where,) = (d.body["where"] for p in plan.papers for d in p.drafts if d.kind == "signing_list")
    assert "flik 7, hatthyllan i hallen" in where


def test_who_wants_no_paper_at_home_gets_it_taken_back(place: Town, greta: UUID) -> None:
    prescription(place, greta, **SOON)
    ids = printed(place, greta)
    put(place, ids["prescription"])
    describe(place, greta, wanted=False)
    assert todo(place, at=MONDAY) == [(Task.COLLECT, Why.REFUSED, None, ids["prescription"])]
    plan = packs.patient_plan(patient=greta, span=NOVEMBER, by=place.access(place.bo), at=MONDAY)
    (where,) = (d.body["where"] for p in plan.papers for d in p.drafts if d.kind == "signing_list")
    assert "tab 4" not in where and "flik 4" not in where


def describe(
    place: Town, greta: UUID, who: UUID | None = None, *, place_: str = "", tab: str = "", wanted: bool = True
) -> None:
    by = place.access(who or place.alva)
    actions.describe_folder(patient=greta, place=place_, tab=tab, wanted=wanted, by=by, at=MONDAY)


def test_only_those_who_answer_for_the_patient_describe_the_folder(place: Town, greta: UUID) -> None:
    with pytest.raises(NotAllowed):
        describe(place, greta, place.bo)
    with pytest.raises(NobodyToPrintFor):
        describe(place, greta, place.cilla)
    assert not HomeFolder.objects.exists()


def test_a_description_that_cannot_be_recorded_is_not_there(
    place: Town, greta: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_said: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(folder_actions, "append", fail)
    with pytest.raises(RuntimeError):
        describe(place, greta)
    assert not HomeFolder.objects.exists()


def test_cilla_sees_no_folder_of_the_north(place: Town, greta: UUID) -> None:
    assert unit_folders(place.access(place.cilla), place.north, at=MONDAY) == []
    assert [one.id for one in patients(place.access(place.bo), unit=place.north)] == [greta]
    assert queries.home_folders([greta])[greta].wanted
