"""Writing: who is faster, what cannot be read, what is decided, and the way from a file and back to it."""

from datetime import date, timedelta

import pytest

from beredd.people.factories import MONDAY, Town, town
from beredd.routine import actions, queries
from beredd.routine.actions.drafts import ChangedMeanwhile, DraftAlreadyThere, NotADraft, UnknownRoutine
from beredd.routine.actions.moves import DayHasPassed, DayMissing, GroundMissing, GroundTooLong, LaterAlreadyChosen
from beredd.routine.factories import TEXT, Shelf, shelf
from beredd.routine.queries import VersionRow
from beredd.routine.rules.faults import RoutineFaults
from beredd.routine.rules.states import Move, Phase, State

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=2)


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def kept(place: Town) -> Shelf:
    return shelf()


def newest(place: Town) -> VersionRow:
    row = queries.routine(place.access(place.mas), "exorlive", at=LATER)
    assert row
    return row.versions[0]


def test_a_routine_comes_with_beredd_and_is_put_once(place: Town, kept: Shelf) -> None:
    again = actions.put_shipped(text=TEXT.replace("0346", "0000"), name="x", by=place.access(place.mas), at=LATER)
    assert not again
    row = newest(place)
    assert (row.number, row.phase, row.from_day, row.text) == (1, Phase.IN_FORCE, date(2026, 11, 23), TEXT)


def test_a_draft_begins_as_what_is_in_force_and_ends_stamped(place: Town, kept: Shelf) -> None:
    mas = place.access(place.mas)
    kept.next_version(from_day=date(2026, 12, 1), by=mas)
    row = newest(place)
    assert (row.number, row.state, row.phase) == (2, State.IN_FORCE, Phase.COMING)
    assert row.text == TEXT.replace("version: 1", "version: 2").replace("2026-02-12", "2026-11-23")


def test_two_who_write_at_once_overwrite_nothing(place: Town, kept: Shelf) -> None:
    alva, disa = place.access(place.alva), place.access(place.manager)
    draft = actions.start_draft(routine=kept.routine, by=alva, at=MONDAY)
    seen = newest(place).seen
    assert actions.save_draft(version=draft, text=f"{TEXT}# Alva", seen=seen, by=alva, at=LATER)
    with pytest.raises(ChangedMeanwhile):
        actions.save_draft(version=draft, text=f"{TEXT}# Disa", seen=seen, by=disa, at=LATER)
    assert newest(place).text.endswith("# Alva")
    assert not actions.save_draft(version=draft, text=f"{TEXT}# Alva", seen=newest(place).seen, by=alva, at=LATER)


def test_what_cannot_be_read_is_not_stored(place: Town, kept: Shelf) -> None:
    alva = place.access(place.alva)
    draft = actions.start_draft(routine=kept.routine, by=alva, at=MONDAY)
    with pytest.raises(RoutineFaults):
        actions.save_draft(version=draft, text="title: x", seen=newest(place).seen, by=alva, at=LATER)
    with pytest.raises(RoutineFaults):
        actions.import_draft(text="- x", name="x.yaml", by=alva, at=LATER)
    assert newest(place).text == TEXT


def test_one_version_is_worked_on_at_a_time(place: Town, kept: Shelf) -> None:
    alva = place.access(place.alva)
    actions.start_draft(routine=kept.routine, by=alva, at=MONDAY)
    with pytest.raises(DraftAlreadyThere):
        actions.start_draft(routine=kept.routine, by=alva, at=LATER)
    with pytest.raises(DraftAlreadyThere):
        actions.import_draft(text=TEXT, name="x.yaml", by=alva, at=LATER)
    with pytest.raises(UnknownRoutine):
        actions.start_draft(routine=kept.version, by=alva, at=LATER)


def test_a_reviewed_text_is_sent_back_before_it_is_changed(place: Town, kept: Shelf) -> None:
    alva = place.access(place.alva)
    draft = actions.start_draft(routine=kept.routine, by=alva, at=MONDAY)
    actions.move_version(version=draft, move=Move.REVIEW, by=alva, at=MONDAY)
    with pytest.raises(NotADraft):
        actions.save_draft(version=draft, text=f"{TEXT}#", seen=newest(place).seen, by=alva, at=LATER)
    for ground, refusal in (("", GroundMissing), ("x" * 501, GroundTooLong)):
        with pytest.raises(refusal):
            actions.move_version(version=draft, move=Move.SEND_BACK, ground=ground, by=alva, at=LATER)
    actions.move_version(version=draft, move=Move.SEND_BACK, ground="Fel nummer", by=alva, at=LATER)
    assert [(one.move, one.ground) for one in newest(place).moves] == [
        (Move.REVIEW, ""),
        (Move.SEND_BACK, "Fel nummer"),
    ]
    assert actions.save_draft(version=draft, text=f"{TEXT}#", seen=newest(place).seen, by=alva, at=LATER)


def test_the_day_lies_ahead_and_no_later_version_stands_in_its_way(place: Town, kept: Shelf) -> None:
    mas = place.access(place.mas)
    kept.next_version(from_day=date(2026, 12, 24), by=mas)
    third = actions.start_draft(routine=kept.routine, by=mas, at=LATER)
    for move in (Move.REVIEW, Move.DECIDE):
        actions.move_version(version=third, move=move, by=mas, at=LATER)
    days = [(None, DayMissing), (date(2026, 11, 24), DayHasPassed), (date(2026, 12, 1), LaterAlreadyChosen)]
    for day, refusal in days:
        with pytest.raises(refusal):
            actions.move_version(version=third, move=Move.PUT_IN_FORCE, from_day=day, by=mas, at=LATER)
    actions.move_version(version=third, move=Move.PUT_IN_FORCE, from_day=date(2026, 12, 25), by=mas, at=LATER)
    assert newest(place).phase is Phase.COMING


def test_a_file_becomes_a_draft_of_the_routine_it_names(place: Town, kept: Shelf) -> None:
    alva = place.access(place.alva)
    actions.import_draft(text=TEXT.replace("0346", "0347"), name="ny.yaml", by=alva, at=LATER)
    row = newest(place)
    assert (row.number, row.state, "0347-886300" in row.text) == (2, State.DRAFT, True)


def test_an_old_version_can_be_read_for_ever(place: Town, kept: Shelf) -> None:
    kept.next_version(from_day=LATER.date(), by=place.access(place.mas), text=TEXT.replace("0346", "0347"))
    row = queries.routine(place.access(place.cilla), "exorlive", at=LATER)
    assert row
    assert [(one.number, one.phase, "0346-886300" in one.text) for one in row.versions] == [
        (2, Phase.IN_FORCE, False),
        (1, Phase.REPLACED, True),
    ]


def test_a_draft_is_for_those_who_write(place: Town, kept: Shelf) -> None:
    actions.start_draft(routine=kept.routine, by=place.access(place.alva), at=MONDAY)
    seen = {
        name: [one.number for one in row.versions]
        for name in ("alva", "manager", "mas", "bo", "cilla")
        if (row := queries.routine(place.access(getattr(place, name)), "exorlive", at=LATER))
    }
    assert seen == {"alva": [2, 1], "manager": [2, 1], "mas": [2, 1], "bo": [1], "cilla": [1]}
