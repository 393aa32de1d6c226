"""What is soon due is said before its time passes: once each, to those who are to hear it, whoever is killed."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from beredd.disruption import actions
from beredd.disruption.actions import reminders
from beredd.disruption.events import StepBody
from beredd.disruption.factories import incident
from beredd.disruption.models import Reminder
from beredd.disruption.queries.incidents import incidents
from beredd.disruption.queries.reminders import due
from beredd.disruption.rules.incident import Move
from beredd.disruption.rules.landscape import Layer
from beredd.disruption.rules.limits import Step, task_time
from beredd.ledger import queries as ledger
from beredd.notices import queries
from beredd.notices.factories import BOOK, book
from beredd.notices.models import Telling
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import SYSTEM
from beredd.routine.factories import shelf
from beredd.shipped import content

pytestmark = pytest.mark.django_db
HEARS = """
[[group]]
key = "remind"
title = "Påminns"
hears = ["limit_look_into", "limit_go_to_paper", "limit_next_word", "limit_balance", "step_due"]
step = [{ after_minutes = 0, recipients = ["maria"] }]
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    book(BOOK + HEARS)
    return town()


def after(minutes: float) -> datetime:
    return MONDAY + timedelta(minutes=minutes)


def said() -> list[str]:
    return [row.subject for row in queries.tellings(SYSTEM) if row.group == "Påminns"]


def test_it_is_said_before_the_time_passes_once(place: Town) -> None:
    incident(place)
    assert [actions.remind(at=after(minute)) for minute in (0, 9, 10, 11, 14, 16)] == [0, 0, 1, 0, 0, 0]
    assert said() == ["Undersök: ExorLive"]
    (row, *_) = queries.tellings(SYSTEM)
    assert "Hemtjänst Norr" in row.text
    assert "senast 09:15" in row.text


def test_each_reminder_is_one_event_by_the_system(place: Town) -> None:
    incident(place)
    held = ledger.head().position
    actions.remind(at=after(12))
    kinds = [(one.kind, one.by) for one in ledger.events_since(held)]
    assert kinds == [("incident.reminded", str(SYSTEM.user)), ("notice.told", str(SYSTEM.user))]


def test_nothing_is_left_half_done_when_it_cannot_be_recorded(place: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    incident(place)
    before = Telling.objects.count()

    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr("beredd.notices.actions.telling.append", full)
        with pytest.raises(OSError, match="full"):
            actions.remind(at=after(12))
    assert (Reminder.objects.count(), Telling.objects.count()) == (0, before)
    assert actions.remind(at=after(13)) == 1  # whoever was killed there is followed by the next


def test_a_worker_that_was_away_says_it_late_rather_than_never(place: Town) -> None:
    incident(place)
    assert actions.remind(at=after(40)) == 1


def test_what_has_been_done_is_not_reminded_of(place: Town) -> None:
    incident(place, Move.CONFIRM)
    assert actions.remind(at=after(12)) == 0


def test_a_promised_word_is_reminded_of_anew_for_each_promise(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    by = place.access(place.mas)
    for told, promised in ((10, 60), (55, 120)):
        actions.tell(incident=id, text="Vi vet inget än.", next_at=after(promised), by=by, at=after(told))
        assert actions.remind(at=after(promised - 15)) == 1
    assert said() == ["Besked kl. 11:00: ExorLive", "Besked kl. 10:00: ExorLive"]


def test_two_workers_at_once_say_it_once(place: Town) -> None:
    """The second looked before the first had said it."""
    incident(place)
    (row,) = incidents(SYSTEM, open_only=True)
    (seen,) = due(row, at=after(12))
    assert actions.remind(at=after(12)) == 1
    assert reminders.remind_of(row, seen, at=after(12)) is False
    assert len(said()) == 1


def test_a_file_that_cannot_be_read_keeps_the_reminder_for_later(place: Town) -> None:
    incident(place)
    book("[[group]]\nkey = 1")
    assert actions.remind(at=after(12)) == 0
    book(BOOK + HEARS)
    assert actions.remind(at=after(13)) == 1


def test_it_looks_now_and_then_and_does_not_keep_the_worker_awake(place: Town) -> None:
    incident(place)
    pump = actions.Reminders()
    assert pump(lambda: after(9.9)) is False
    pump(lambda: after(10))
    assert said() == []  # it looked a moment ago
    pump(lambda: after(10.5))
    assert len(said()) == 1


def test_a_step_of_the_routine_with_a_time_is_reminded_of_until_it_is_done(place: Town) -> None:
    """Of the routine's two times, four hours is the limit of paper itself and is not said twice; a day is a step."""
    shelf((content() / "routines" / "alvlunda.yaml").read_text())
    by = place.access(place.mas)
    units = {place.north, place.south}
    facts = {"system": "planning", "layer": Layer.SYSTEM, "units": units, "ground": "Står still"}
    id = actions.raise_incident(**facts, by=by, at=MONDAY)  # type: ignore[arg-type]
    actions.move_incident(incident=id, move=Move.CONFIRM, by=by, at=MONDAY)
    actions.remind(at=after(200))
    assert sorted(said()) == ["Besked kl. 11:00: planning", "Papper kl. 13:00: planning"]
    crisis = StepBody(id, place.north, "alvlunda", 1, "planning-down/crisis", "performer", after(300))
    actions.tick(crisis, by=place.access(place.bo), at=after(300))
    assert actions.remind(at=after(24 * 60 - 30)) == 1
    (row, *_) = queries.tellings(SYSTEM)
    assert row.subject == "Rutinen kl. 09:00: planning"
    assert "krisledning" in row.text
    assert "Inte gjort i: Hemtjänst Söder." in row.text


@pytest.mark.parametrize(
    ("moves", "hours", "warns", "passes"),
    [
        ([Move.CONFIRM], 4, 195, 240),
        ([Move.CONFIRM], 1, 45, 60),
        ([Move.CONFIRM, Move.DECLARE_LONG], 4, 195, 240),
        ([Move.CONFIRM, Move.RECOVER], 4, None, None),
        ([], 4, None, None),
    ],
)
def test_the_time_of_a_step_is_counted_from_when_it_went_on(
    moves: list[Move], hours: int, warns: int | None, passes: int | None
) -> None:
    found = task_time(MONDAY, [Step(move, MONDAY) for move in moves], timedelta(hours=hours))
    expected = None if warns is None or passes is None else (after(warns), after(passes))
    assert (found and (found.warns_at, found.passes_at)) == expected
