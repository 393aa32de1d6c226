"""Where the routine hangs: said, seen, made stale by a new version, and gone."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import NotAllowed
from beredd.routine import actions, queries
from beredd.routine.actions.postings import (
    NotInForceNow,
    PlaceAlreadyThere,
    PlaceMissing,
    PlaceTooLong,
    UnknownPosting,
)
from beredd.routine.actions.stand import NothingInForce
from beredd.routine.factories import Shelf, shelf

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=7)


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def kept(place: Town) -> Shelf:
    return shelf()


@pytest.fixture
def posting(place: Town, kept: Shelf) -> UUID:
    return actions.add_posting(
        routine=kept.routine, unit=place.north, place="Personalrummet", by=place.access(place.manager), at=MONDAY
    )


def rows(place: Town, who: UUID) -> list[tuple[str, int | None, bool]]:
    return [(row.place, row.hangs, row.is_stale) for row in queries.postings(place.access(who), at=LATER)]


def test_a_new_place_is_a_task_until_somebody_says_that_it_hangs(place: Town, kept: Shelf, posting: UUID) -> None:
    assert rows(place, place.bo) == [("Personalrummet", None, True)]
    actions.check_posting(posting=posting, version=kept.version, by=place.access(place.bo), at=MONDAY)
    assert rows(place, place.bo) == [("Personalrummet", 1, False)]


def test_a_new_version_makes_the_old_paper_wrong_on_its_day(place: Town, kept: Shelf, posting: UUID) -> None:
    bo = place.access(place.bo)
    actions.check_posting(posting=posting, version=kept.version, by=bo, at=MONDAY)
    new = kept.next_version(from_day=LATER.date(), by=place.access(place.mas))
    assert queries.posting_tasks(bo, unit=place.north, at=MONDAY) == []
    (task,) = queries.posting_tasks(bo, unit=place.north, at=LATER)
    assert (task.place, task.hangs, task.current) == ("Personalrummet", 1, 2)
    with pytest.raises(NotInForceNow):
        actions.check_posting(posting=posting, version=kept.version, by=bo, at=LATER)
    actions.check_posting(posting=posting, version=new, by=bo, at=LATER)
    (row,) = queries.postings(bo, at=LATER)
    assert (row.hangs, row.checked_by_name, row.checked_at) == (2, "Bo Lind", LATER)


def test_cilla_sees_no_walls_of_the_north(place: Town, posting: UUID) -> None:
    assert rows(place, place.cilla) == []
    assert len(rows(place, place.mas)) == 1


@pytest.mark.parametrize(
    ("said", "refusal"), [(" ", PlaceMissing), ("x" * 121, PlaceTooLong), ("personalrummet ", PlaceAlreadyThere)]
)
def test_a_place_has_a_name_of_its_own(
    place: Town, kept: Shelf, posting: UUID, said: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        actions.add_posting(
            routine=kept.routine, unit=place.north, place=said, by=place.access(place.manager), at=MONDAY
        )


def test_what_is_removed_is_gone_and_its_name_is_free(place: Town, kept: Shelf, posting: UUID) -> None:
    manager = place.access(place.manager)
    actions.remove_posting(posting=posting, by=manager, at=MONDAY)
    assert rows(place, place.bo) == []
    for again in (actions.remove_posting, actions.check_posting):
        more = {"version": kept.version} if again is actions.check_posting else {}
        with pytest.raises(UnknownPosting):
            again(posting=posting, by=manager, at=LATER, **more)
    actions.add_posting(routine=kept.routine, unit=place.north, place="Personalrummet", by=manager, at=LATER)


def test_without_a_version_in_force_nothing_can_hang_rightly(place: Town, kept: Shelf, posting: UUID) -> None:
    kept.withdraw(by=place.access(place.mas))
    with pytest.raises(NothingInForce):
        actions.check_posting(posting=posting, version=kept.version, by=place.access(place.bo), at=LATER)
    (row,) = queries.postings(place.access(place.bo), at=LATER)
    assert (row.current, row.is_stale) == (None, False)


def test_those_of_another_unit_touch_nothing(place: Town, kept: Shelf, posting: UUID) -> None:
    cilla = place.access(place.cilla)
    with pytest.raises(NotAllowed):
        actions.check_posting(posting=posting, version=kept.version, by=cilla, at=MONDAY)
    with pytest.raises(NotAllowed):
        actions.remove_posting(posting=posting, by=cilla, at=MONDAY)
    with pytest.raises(UnknownPosting):
        actions.remove_posting(posting=uuid4(), by=cilla, at=MONDAY)
