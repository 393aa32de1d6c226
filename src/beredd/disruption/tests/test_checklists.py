"""The routine in force as lists to tick: whose steps, on what they hang, who did them, whom to ring, its times."""

from datetime import timedelta
from pathlib import Path

import pytest

from beredd.care.factories import patient
from beredd.disruption import actions, queries
from beredd.disruption.events import StepBody
from beredd.disruption.factories import incident
from beredd.disruption.queries import CALL, Checklist, IncidentRow
from beredd.disruption.rules.checklist import afters, checklist, every, situations, told_when_long
from beredd.disruption.rules.incident import Move
from beredd.disruption.rules.landscape import Layer
from beredd.disruption.rules.limits import Limit
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.roles import Role
from beredd.routine.factories import shelf
from beredd.routine.rules.reading import read
from beredd.routine.rules.routine import ROLE, Routine
from beredd.shipped import content

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
TRY = "phones-down-short/try"


def shipped(name: str) -> Routine:
    return read((Path(content()) / "routines" / f"{name}.yaml").read_text(), name)


EXORLIVE, ALVLUNDA = shipped("exorlive"), shipped("alvlunda")


def ids(routine: Routine, system: str, layer: Layer = Layer.SYSTEM) -> list[str]:
    return [one.id for one in situations(routine, system, layer)]


def test_the_situations_about_the_system_come_first_the_narrower() -> None:
    assert ids(EXORLIVE, "exorlive")[0] == "exorlive-down"
    assert "wireless-down" not in ids(EXORLIVE, "exorlive")
    assert ids(EXORLIVE, "link", Layer.WIRELESS) == ["wireless-down", "fixed-line-down"]
    assert "phones-down-long" in ids(EXORLIVE, "link", Layer.MOBILE_NETWORK)
    assert ids(EXORLIVE, "print") == []
    assert "one-device" not in [one.id for one in every(EXORLIVE)]


def steps(routine: Routine, role: str, system: str, layer: Layer = Layer.SYSTEM) -> dict[str, list[str]]:
    found = checklist(routine, role, situations(routine, system, layer))
    return {one.situation.id: [step.step.id for step in one.steps] for one in found}


def test_each_role_has_its_own_steps_and_not_those_of_others() -> None:
    performer, licensed = (steps(EXORLIVE, role, "exorlive") for role in ("performer", "licensed"))
    assert any("phones-down-long/inform" in those for those in performer.values())
    assert not any("phones-down-long/inform" in those for those in licensed.values())
    assert any("performers-phones-down/safety-box" in those for those in licensed.values())
    assert set(performer) & set(licensed) == set()


def test_a_step_that_hangs_on_an_answer_says_so_and_one_that_does_not_says_nothing() -> None:
    sections = checklist(EXORLIVE, "performer", situations(EXORLIVE, "link", Layer.MOBILE_NETWORK))
    hangs = {one.step.id: bool(one.guards) for section in sections for one in section.steps}
    assert hangs["phones-down-short/telephone-network"] and not hangs["phones-down-short/try"]


def test_what_is_known_of_the_reader_is_not_said_as_a_condition() -> None:
    for role in ("performer", "licensed", "manager"):
        for section in checklist(EXORLIVE, role, every(EXORLIVE)):
            hangs = {
                one.question for step in section.steps for guard in step.guards for one in guard.when + guard.unless
            }
            assert ROLE not in hangs


@pytest.mark.parametrize("routine", [EXORLIVE, ALVLUNDA], ids=lambda one: one.id)
def test_every_step_of_every_situation_is_on_somebodys_list(routine: Routine) -> None:
    all_of_them = every(routine)
    listed = {
        one.step.id
        for role in (option.id for option in routine.question(ROLE).options)
        for section in checklist(routine, role, all_of_them)
        for one in section.steps
    }
    alone = routine.situation(routine.scope.instead)
    assert {one.id for one in routine.steps} - {item.target for item in alone.items} <= listed


def test_whom_to_ring_once_it_is_long_is_in_the_routine() -> None:
    assert told_when_long(EXORLIVE, situations(EXORLIVE, "exorlive", Layer.SYSTEM)) == ["rehab", "helpdesk"]
    assert told_when_long(EXORLIVE, situations(EXORLIVE, "link", Layer.WIRELESS)) == []


def test_the_times_that_a_routine_gives() -> None:
    assert timedelta(hours=4) in afters(ALVLUNDA, situations(ALVLUNDA, "planning", Layer.SYSTEM))
    assert afters(EXORLIVE, every(EXORLIVE)) == []


@pytest.fixture
def place() -> Town:
    place = town()
    shelf(EXORLIVE_TEXT)
    return place


EXORLIVE_TEXT = (Path(content()) / "routines" / "exorlive.yaml").read_text()


def row_of(place: Town, *moves: Move) -> IncidentRow:
    row = queries.incident(place.access(place.mas), incident(place, *moves))
    assert row
    return row


def listed(place: Town, row: IncidentRow, role: str) -> Checklist:
    found = queries.checklists(place.access(place.mas), row, unit=place.north, at=MONDAY + HOUR)
    return next(one for one in found if one.role.id == role)


def test_a_tick_says_who_and_when_and_can_be_taken_back(place: Town) -> None:
    row = row_of(place, Move.CONFIRM)
    said = StepBody(row.id, place.north, "exorlive", 1, TRY, "performer", MONDAY)
    actions.tick(said, by=place.access(place.bo), at=MONDAY)
    done = listed(place, row, "performer").done[TRY]
    assert (done.by_name, done.done_at, done.channel) == ("Bo Lind", MONDAY, "office")
    assert TRY not in listed(place, row, "manager").done
    back = StepBody(row.id, place.north, "exorlive", 1, TRY, "performer", MONDAY, done=False)
    actions.tick(back, by=place.access(place.alva), at=MONDAY + HOUR)
    assert listed(place, row, "performer").done == {}


def test_what_was_ticked_on_paper_has_the_name_and_time_on_it(place: Town) -> None:
    row = row_of(place, Move.CONFIRM)
    said = StepBody(row.id, place.north, "exorlive", 1, TRY, "performer", MONDAY)
    actions.enter_from_paper(said, done_by="Eva, vikarie", by=place.access(place.manager), at=MONDAY + HOUR)
    done = listed(place, row, "performer").done[TRY]
    assert (done.by_name, done.done_at, done.entered_at) == ("Eva, vikarie", MONDAY, MONDAY + HOUR)
    assert listed(place, row, "performer").count_done == 1


def test_the_unit_rings_whom_the_routine_says_and_ticks_it(place: Town) -> None:
    row = row_of(place, Move.CONFIRM, Move.DECLARE_LONG)
    bo = place.access(place.bo)
    rehab, _helpdesk = queries.calls(bo, row, unit=place.north, at=MONDAY + HOUR)
    assert (rehab.whom.contact.phone, rehab.whom.open, rehab.done) == ("0346-886300", True, None)
    evening = queries.calls(bo, row, unit=place.north, at=MONDAY + 9 * HOUR)[0].whom
    assert not evening.open and evening.instead and evening.instead.contact.id == "contact-centre"
    actions.tick(StepBody(row.id, place.north, "exorlive", 1, "rehab", CALL, MONDAY), by=bo, at=MONDAY)
    done = queries.calls(bo, row, unit=place.north, at=MONDAY + HOUR)[0].done
    assert done and done.by_name == "Bo Lind"


def test_the_limit_to_go_over_to_paper_is_the_routines_own() -> None:
    place = town()
    text = EXORLIVE_TEXT.replace("      - step: paper\n", "      - step: paper\n        after: 3 h\n", 1)
    shelf(text)
    row = row_of(place, Move.CONFIRM)
    passes = {one.limit: one.passes_at for one in queries.limits(row, at=MONDAY + HOUR)}
    assert passes[Limit.GO_TO_PAPER] == MONDAY + 3 * HOUR


def test_a_licensed_professional_of_the_rehab_unit_reaches_the_units_it_prescribes_for() -> None:
    place = town()
    id = incident(place, Move.CONFIRM)
    frida = place.access(user("frida", "Frida Ek", Role.PHYSIOTHERAPIST, "rehab"))
    assert queries.incident(frida, id) is None
    patient(place)
    row = queries.incident(frida, id)
    assert row and Move.RECOVER in row.moves
    said = {"incident": id, "unit": place.north, "system": "exorlive", "begins_at": MONDAY, "ground": "Kvällen"}
    assert actions.begin_paper(by=frida, at=MONDAY, **said)  # type: ignore[arg-type]
