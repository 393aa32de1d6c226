"""What holds for any reader, situation and answers."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beredd.routine.calendar import days_around
from beredd.routine.rules.advice import Advice, NotInRoutine, Reader, advise
from beredd.routine.tests.routines import routine

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
NAMES = st.sampled_from(["exorlive", "alvlunda"])


def ask(name: str, reader: Reader, situation: str, answers: dict[str, str], **more: datetime) -> Advice:
    found = routine(name)
    return advise(found, reader, situation, answers, now=NOW, days=days_around(found.calendar, NOW), **more)


@settings(deadline=None)
@given(NAMES, st.data())
def test_asking_comes_to_an_end_and_there_is_always_something_to_do(name: str, data: st.DataObject) -> None:
    found = routine(name)
    situation = data.draw(st.sampled_from([one.id for one in found.situations]))
    role = data.draw(st.sampled_from(["", *(one.id for one in found.audiences)]))
    answers: dict[str, str] = {}
    for _turn in range(len(found.questions) + 1):
        advice = ask(name, Reader(role), situation, answers)
        assert advice.steps or advice.question
        if advice.question is None:
            break
        assert advice.question.id not in answers
        answers[advice.question.id] = data.draw(st.sampled_from([one.id for one in advice.question.options]))
    assert advice.question is None
    assert advice.steps
    assert len({one.step.id for one in advice.steps}) == len(advice.steps)


@pytest.mark.parametrize("name", ["exorlive", "alvlunda"])
def test_every_step_and_every_question_is_reached_by_somebody(name: str) -> None:
    found = routine(name)
    asked, told = set(), set()
    for situation in found.situations:
        waiting: list[dict[str, str]] = [{"role": one.id} for one in found.audiences]
        while waiting:
            answers = waiting.pop()
            advice = ask(name, Reader(), situation.id, answers)
            told |= {one.step.id for one in advice.steps}
            if advice.question:
                asked.add(advice.question.id)
                waiting += [{**answers, advice.question.id: one.id} for one in advice.question.options]
    assert told == {one.id for one in found.steps}
    assert asked | {"role"} == {one.id for one in found.questions}


@pytest.mark.parametrize(
    ("situation", "answers", "named"),
    [("nowhere", {}, "launch-fails"), ("launch-fails", {"x": "y"}, "alone"), ("launch-fails", {"web": "?"}, "web=yes")],
)
def test_what_the_routine_does_not_have_is_refused_by_naming_what_it_has(
    situation: str, answers: dict[str, str], named: str
) -> None:
    with pytest.raises(NotInRoutine) as refused:
        ask("exorlive", Reader("performer"), situation, answers)
    assert named in str(refused.value.params["names"])


def test_a_time_limit_begins_where_it_is_known_since_when() -> None:
    began = NOW - timedelta(hours=1)
    timed = {one.step.id: one.starts_at for one in ask("alvlunda", Reader(), "planning-down", {}, began_at=began).steps}
    assert timed["planning-down/go-to-paper"] == began + timedelta(hours=4)
    assert timed["planning-down/follow-list"] is None
    assert {one.starts_at for one in ask("alvlunda", Reader(), "planning-down", {}).steps} == {None}
