"""Safety boxes: set up, printed, filled, looked through, out of date, and by whom."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.ledger import queries as ledger
from beredd.paper import actions, queries
from beredd.paper.actions import boxes as box_actions
from beredd.paper.boxes import Box, BoxIsWhole, NothingInForce, UnknownBox, box_plan, judged
from beredd.paper.models import BoxInspection, SafetyBox
from beredd.paper.rules.accounting import NoSuchStep, SheetState
from beredd.paper.rules.box import Wrong
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import NotAllowed
from beredd.routine.factories import Shelf, shelf

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
FEW = {"routine": 1, "card": 1, "programme": 0, "blank_list": 2, "blank_programme": 0, "report": 1}


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def kept(place: Town) -> Shelf:
    return shelf()


@pytest.fixture
def box(place: Town) -> UUID:
    return put(place)


def put(town: Town, who: UUID | None = None, **more: Any) -> UUID:
    said = {"unit": town.north, "name": "Säkerhetslådan", "place": "Kanslistvägen, förrådet", "holds": FEW, **more}
    return actions.put_box(**said, by=town.access(who or town.manager), at=MONDAY)


def now(place: Town, *, at: datetime = MONDAY) -> Box:
    (found,) = judged(queries.boxes(place.access(place.bo)), at=at)
    return found


def printed(place: Town, *, everything: bool = True, at: datetime = MONDAY) -> list[str]:
    (row,) = queries.boxes(place.access(place.bo))
    by = place.access(place.bo)
    plan = box_plan(row, everything=everything, at=at)
    pack = actions.print_pack(plan=plan, changed_only=False, channel="office", by=by, at=at)
    return [one.id for one in pack.sheets]


def fill(place: Town, box: UUID, *, at: datetime = MONDAY) -> None:
    found = now(place, at=at)
    take = [id for id, _why in found.stock.stale] if found.stock else []
    by = place.access(place.bo)
    actions.fill_box(box=box, put=[one.id for one in found.waiting], take=take, by=by, at=at)


def test_a_new_box_lacks_all_that_it_should_hold(place: Town, kept: Shelf, box: UUID) -> None:
    found = now(place)
    assert found.stock is not None and found.due
    assert {line.kind: (line.wanted, line.good) for line in found.stock.lines} == {
        kind: (n, 0) for kind, n in FEW.items() if n
    }


def test_it_is_printed_filled_and_whole(place: Town, kept: Shelf, box: UUID) -> None:
    ids = printed(place)
    assert [one.id for one in now(place).waiting] == ids and len(ids) == 1 + sum(FEW.values())  # and the contents
    fill(place, box)
    found = now(place)
    assert found.stock is not None and found.stock.is_whole and not found.waiting
    assert {(one.state, one.box, one.where) for one in found.sheets} == {(SheetState.PLACED, box, "Säkerhetslådan")}
    with pytest.raises(BoxIsWhole):
        printed(place, everything=False)


def test_a_new_routine_makes_its_paper_stale_and_only_that_is_printed_anew(place: Town, kept: Shelf, box: UUID) -> None:
    printed(place)
    fill(place, box)
    later = MONDAY + timedelta(days=7)
    kept.next_version(from_day=later.date(), by=place.access(place.mas))
    found = now(place, at=later)
    assert found.stock is not None
    kind = {one.id: one.kind for one in found.sheets}
    stale = {kind[id]: why for id, why in found.stock.stale}
    assert stale["routine"] is Wrong.CHANGED and "blank_list" not in stale
    assert len(printed(place, everything=False, at=later)) == len(found.stock.lacking) == len(stale)
    fill(place, box, at=later)
    after = now(place, at=later)
    assert after.stock is not None and after.stock.is_whole
    old = queries.sheet(place.access(place.bo), found.stock.stale[0][0])
    assert old is not None and old.state is SheetState.DESTROYED


def test_what_is_used_leaves_the_box(place: Town, kept: Shelf, box: UUID) -> None:
    printed(place)
    fill(place, box)
    blank = next(one.id for one in now(place).sheets if one.kind == "blank_list")
    by = place.access(place.bo)
    actions.follow_sheet(id=blank, state=SheetState.HANDED_OUT, where="Bo", by=by, at=MONDAY + HOUR)
    found = now(place, at=MONDAY + HOUR)
    assert found.stock is not None and [one.kind for one in found.stock.lacking] == ["blank_list"]


def inspect(place: Town, box: UUID, who: UUID | None = None, *, seen: dict[str, int]) -> None:
    said = {"seen": seen, "sheets": [], "note": "En lista var våt."}
    actions.inspect_box(box=box, **said, by=place.access(who or place.bo), at=MONDAY + HOUR)  # type: ignore[arg-type]


def test_an_inspection_is_recorded_and_believed(place: Town, kept: Shelf, box: UUID) -> None:
    printed(place)
    fill(place, box)
    before = ledger.head().position
    inspect(place, box, seen={"blank_list": 1})
    (event,) = ledger.events_since(before)
    assert (event.kind, event.subject_id, event.unit) == ("box.inspected", place.north, place.north)
    found = now(place, at=MONDAY + HOUR)
    assert not found.due and found.row.inspections[0].by_name == "Bo Lind"
    assert found.stock is not None and [one.kind for one in found.stock.lacking] == ["blank_list"]


def test_an_inspection_that_cannot_be_recorded_is_not_there(
    place: Town, box: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_said: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(box_actions, "append", fail)
    with pytest.raises(RuntimeError):
        inspect(place, box, seen={})
    assert not BoxInspection.objects.exists()


def test_those_of_another_unit_neither_see_nor_touch_it(place: Town, kept: Shelf, box: UUID) -> None:
    cilla = place.access(place.cilla)
    assert queries.boxes(cilla) == [] and queries.box(cilla, box) is None
    with pytest.raises(NotAllowed):
        inspect(place, box, place.cilla, seen={})
    with pytest.raises(NotAllowed):
        actions.fill_box(box=box, put=[], take=[], by=cilla, at=MONDAY)
    with pytest.raises(NotAllowed):
        actions.remove_box(box=box, by=place.access(place.bo), at=MONDAY)
    with pytest.raises(NotAllowed):
        put(place, place.bo, name="Bos låda")
    with pytest.raises(NotAllowed):
        actions.change_contents(box=box, holds={}, by=place.access(place.bo), at=MONDAY)


@pytest.mark.parametrize(
    "said",
    [
        {"name": " "},
        {"name": "x" * 61},
        {"place": ""},
        {"name": "säkerhetslådan "},
        {"holds": {"routine": 41}},
        {"holds": {"cake": 1}},
    ],
)
def test_a_box_has_a_name_of_its_own_a_place_and_sensible_numbers(place: Town, box: UUID, said: dict[str, Any]) -> None:
    with pytest.raises(actions.BadBox):
        put(place, **said)
    assert SafetyBox.objects.count() == 1


def test_what_it_should_hold_can_be_changed(place: Town, kept: Shelf, box: UUID) -> None:
    printed(place)
    fill(place, box)
    actions.change_contents(box=box, holds={**FEW, "blank_list": 3}, by=place.access(place.manager), at=MONDAY + HOUR)
    found = now(place, at=MONDAY + HOUR)
    assert found.stock is not None and [one.kind for one in found.stock.lacking] == ["blank_list"]


def test_a_box_that_is_taken_away_is_gone_and_its_name_is_free(place: Town, kept: Shelf, box: UUID) -> None:
    manager = place.access(place.manager)
    actions.remove_box(box=box, by=manager, at=MONDAY)
    assert queries.boxes(manager) == []
    with pytest.raises(UnknownBox):
        actions.remove_box(box=box, by=manager, at=MONDAY)
    with pytest.raises(UnknownBox):
        actions.fill_box(box=uuid4(), put=[], take=[], by=manager, at=MONDAY)
    put(place)


def test_no_patients_paper_goes_into_a_box_and_nothing_twice(place: Town, kept: Shelf, box: UUID) -> None:
    ids, by = printed(place), place.access(place.bo)
    fill(place, box)
    actions.follow_sheet(id=ids[-1], state=SheetState.DESTROYED, by=by, at=MONDAY)
    with pytest.raises(NoSuchStep):
        actions.fill_box(box=box, put=[ids[-2], ids[-1]], take=[], by=by, at=MONDAY)
    with pytest.raises(UnknownBox):
        actions.fill_box(box=box, put=["000000000000"], take=[], by=by, at=MONDAY)


def test_without_a_routine_in_force_nothing_is_known_of_it(place: Town, box: UUID) -> None:
    assert now(place).stock is None
    with pytest.raises(NothingInForce):
        printed(place)
