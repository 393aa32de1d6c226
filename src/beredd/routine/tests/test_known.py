"""Who must know the routine, by when, and that nobody confirms what they have not understood."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from beredd.people.actions import put_membership, put_organisation, put_user
from beredd.people.factories import MONDAY, Town, town, unit, user
from beredd.people.rules.access import SYSTEM, NotAllowed
from beredd.people.rules.roles import Role
from beredd.routine import actions, queries
from beredd.routine.actions.known import NotAnswered, NotForYou, ReplacedMeanwhile, UnknownScenario
from beredd.routine.factories import TEXT, Shelf, shelf
from beredd.routine.queries import StandingRow, ToRead
from beredd.routine.rules.known import Audience, Standing

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def kept(place: Town) -> Shelf:
    return shelf()


def mine(place: Town, who: UUID, *, days: int = 0) -> ToRead:
    (row,) = queries.to_read(place.access(who), at=MONDAY + days * DAY)
    return row


def standing() -> StandingRow:
    (row,) = queries.standing_versions(at=MONDAY)
    return row


def answer(place: Town, kept: Shelf, who: UUID, choice: str) -> bool:
    return actions.answer_scenario(
        version=kept.version, scenario="whom", choice=choice, by=place.access(who), at=MONDAY
    )


def test_a_performer_answers_tries_again_and_then_confirms(place: Town, kept: Shelf) -> None:
    bo = place.access(place.bo)
    with pytest.raises(NotAnswered):
        actions.confirm_known(version=kept.version, by=bo, at=MONDAY)
    assert not answer(place, kept, place.bo, "wait")
    with pytest.raises(NotAnswered):
        actions.confirm_known(version=kept.version, by=bo, at=MONDAY)
    assert mine(place, place.bo).answers == {"whom": False}
    assert answer(place, kept, place.bo, "ring")
    assert not answer(place, kept, place.bo, "wait")  # what was once right stays right
    actions.confirm_known(version=kept.version, by=bo, at=MONDAY)
    row = mine(place, place.bo)
    assert (row.audience, row.standing, row.confirmed_at) == (Audience.PERFORMER, Standing.KNOWN, MONDAY)


def test_who_is_asked_nothing_confirms_at_once(place: Town, kept: Shelf) -> None:
    actions.confirm_known(version=kept.version, by=place.access(place.alva), at=MONDAY)
    assert mine(place, place.alva).standing is Standing.KNOWN


def test_two_weeks_from_when_it_comes_into_force_or_from_ones_first_day(place: Town, kept: Shelf) -> None:
    assert mine(place, place.bo).by == date(2026, 12, 7)
    assert mine(place, place.bo, days=14).standing is Standing.TO_READ
    assert mine(place, place.bo, days=15).standing is Standing.OVERDUE
    late = UUID(int=7)
    put_user(id=late, key="new", username="new", name="Ny", by=SYSTEM, at=MONDAY)
    begins = {"starts_on": date(2027, 1, 1), "ends_on": None}
    put_membership(id=UUID(int=8), user=late, unit=place.north, role=Role.PERFORMER, **begins, by=SYSTEM, at=MONDAY)  # type: ignore[arg-type]
    at = MONDAY + 40 * DAY
    (row,) = queries.to_read(place.access(late, at=at), at=at)
    assert (row.by, row.standing) == (date(2027, 1, 15), Standing.TO_READ)


def test_a_new_version_asks_everybody_again_and_the_old_one_can_no_longer_be_confirmed(
    place: Town, kept: Shelf
) -> None:
    alva = place.access(place.alva)
    actions.confirm_known(version=kept.version, by=alva, at=MONDAY)
    new = kept.next_version(from_day=(MONDAY + 3 * DAY).date(), by=place.access(place.mas), text=f"{TEXT}# ny")
    assert mine(place, place.alva, days=2).standing is Standing.KNOWN
    assert mine(place, place.alva, days=3).standing is Standing.TO_READ
    with pytest.raises(ReplacedMeanwhile):
        actions.confirm_known(version=kept.version, by=alva, at=MONDAY + 3 * DAY)
    actions.confirm_known(version=new, by=alva, at=MONDAY + 3 * DAY)


def test_those_the_routine_does_not_speak_to_are_not_asked(place: Town, kept: Shelf) -> None:
    hugo = user("hugo", "Hugo Hjelm", Role.HELPDESK, "north")
    unit("far", "Långt borta", "care", other_employer())
    dan = user("dan", "Dan Frid", Role.PERFORMER, "far")
    for who in (hugo, dan, place.manager):  # the small routine has no questions to managers
        assert queries.to_read(place.access(who), at=MONDAY) == []
        with pytest.raises(NotForYou):
            actions.confirm_known(version=kept.version, by=place.access(who), at=MONDAY)


def test_an_answer_that_is_none_is_refused(place: Town, kept: Shelf) -> None:
    for scenario, choice in (("whom", "sing"), ("where", "ring")):
        with pytest.raises(UnknownScenario):
            actions.answer_scenario(
                version=kept.version, scenario=scenario, choice=choice, by=place.access(place.bo), at=MONDAY
            )


def test_a_manager_sees_who_has_not_read_in_the_own_unit_and_reminds(place: Town, kept: Shelf) -> None:
    manager = place.access(place.manager)
    actions.confirm_known(version=kept.version, by=place.access(place.alva), at=MONDAY)
    seen = {row.name: row.standing for row in queries.readers(manager, standing(), at=MONDAY)}
    assert seen == {"Alva Ek": Standing.KNOWN, "Bo Lind": Standing.TO_READ}
    actions.remind(version=kept.version, user=place.bo, by=manager, at=MONDAY)
    assert mine(place, place.bo).reminded_by_name == "Disa Alm"
    with pytest.raises(NotAllowed):
        actions.remind(version=kept.version, user=place.cilla, by=manager, at=MONDAY)


def test_mas_follows_every_unit_and_bo_follows_nobody(place: Town, kept: Shelf) -> None:
    assert {row.unit_name for row in queries.readers(place.access(place.mas), standing(), at=MONDAY)} == {
        "Hemtjänst Norr",
        "Hemtjänst Söder",
        "Rehab",
    }
    assert queries.readers(place.access(place.bo), standing(), at=MONDAY) == []


def test_the_one_who_is_responsible_is_told_when_the_revision_is_due(place: Town, kept: Shelf) -> None:
    alva, title = place.access(place.alva), "Verksamhetsledare Rehab"
    assert queries.revisions(alva, title=title, at=MONDAY) == []  # decided in February, every twelve months
    due = MONDAY + timedelta(days=60)
    assert [row.slug for row in queries.revisions(alva, title=title, at=due)] == ["exorlive"]
    assert queries.revisions(alva, title="Fysioterapeut", at=due) == []
    assert queries.revisions(place.access(place.mas), title="", at=due) != []
    actions.start_draft(routine=kept.routine, by=alva, at=due)
    assert queries.revisions(alva, title=title, at=due) == []  # somebody is on it


def other_employer() -> UUID:
    id = UUID(int=99)
    put_organisation(id=id, key="far", name="Annan kommun", kind="private", by=SYSTEM, at=MONDAY)
    return id
