"""What to do right now, whom to reach right now, and what to ask next. Twin: phone/src/rules/advice.ts.

Steps come when they are known to hold, whatever is still unanswered: nobody waits for a question.
Cases that a MAS can read: contract/cases/advice.json."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused
from beredd.routine.rules.contacts import Days, Reached, reach
from beredd.routine.rules.faults import listed
from beredd.routine.rules.routine import (
    EMPLOYER,
    ROLE,
    UNIT,
    Clause,
    Facts,
    Guard,
    Item,
    ItemKind,
    Question,
    Routine,
    Situation,
    Step,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, as far as is known. What is empty is asked for where it matters."""

    role: str = ""
    employer: str = ""
    unit: str = ""

    def facts(self) -> Facts:
        told = {ROLE: self.role, EMPLOYER: self.employer, UNIT: self.unit}
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class AdvisedStep:
    """`starts_at`: when a step with a time limit begins, if it is known since when it has lasted."""

    step: Step
    reach: tuple[Reached, ...]
    starts_at: datetime | None


@dataclass(frozen=True, slots=True)
class Advice:
    """`applies` is False when the routine is not meant for this; the steps then say what is."""

    applies: bool
    question: Question | None
    steps: tuple[AdvisedStep, ...]


class NotInRoutine(Refused):
    """Code `not_in_routine`: a situation, question or answer that the routine does not have."""

    def __init__(self, value: str, names: Iterable[str]) -> None:
        super().__init__(
            "not_in_routine",
            N_("“%(value)s” is not in the routine. Use one of: %(names)s."),
            value=value,
            names=listed(list(names)),
        )


def advise(
    routine: Routine,
    reader: Reader,
    situation: str,
    answers: Facts,
    *,
    now: datetime,
    days: Days,
    began_at: datetime | None = None,
) -> Advice:
    """`began_at`: since when it has lasted, for the steps with a time limit. Raises NotInRoutine."""
    facts = {**reader.facts(), **answers}
    _check(routine, situation, facts)
    applies = situation != routine.scope.instead and not _any(routine.scope.unless, facts)
    start = routine.situation(situation if applies else routine.scope.instead)
    items = list(_held(routine, start, facts))
    steps = dict.fromkeys(item.target for item in items if item.kind is ItemKind.STEP)
    asked = (item.target for item in items if item.kind is ItemKind.ASK and item.target not in facts)
    question = next(asked, None)
    return Advice(
        applies=applies,
        question=routine.question(question) if question else None,
        steps=tuple(_advised(routine, routine.step(id), facts, now, days, began_at) for id in steps),
    )


def _held(routine: Routine, situation: Situation, facts: Facts) -> Iterator[Item]:
    """Every item whose guard lets through, in order, references followed in their place."""
    for item in situation.items:
        if not lets_through(item.guard, facts):
            continue
        if item.kind is ItemKind.SEE:
            yield from _held(routine, routine.situation(item.target), facts)
        else:
            yield item


def _advised(
    routine: Routine, step: Step, facts: Facts, now: datetime, days: Days, began_at: datetime | None
) -> AdvisedStep:
    contacts = [contact for id in step.reach if lets_through((contact := routine.contact(id)).guard, facts)]
    return AdvisedStep(
        step=step,
        reach=tuple(reach(routine, contact, now=now, days=days) for contact in contacts),
        starts_at=began_at + step.after if began_at and step.after else None,
    )


def lets_through(guard: Guard, facts: Facts) -> bool:
    return all(_holds(clause, facts) for clause in guard.when) and not _any(guard.unless, facts)


def _any(clauses: Iterable[Clause], facts: Facts) -> bool:
    return any(_holds(clause, facts) for clause in clauses)


def _holds(clause: Clause, facts: Mapping[str, str]) -> bool:
    """What is not known does not hold."""
    return facts.get(clause.question) in clause.options


def _check(routine: Routine, situation: str, facts: Facts) -> None:
    situations = [one.id for one in routine.situations]
    if situation not in situations:
        raise NotInRoutine(situation, situations)
    questions = {one.id: [option.id for option in one.options] for one in routine.questions}
    for question, option in facts.items():
        if question not in questions:
            raise NotInRoutine(question, questions)
        if option not in questions[question]:
            raise NotInRoutine(f"{question}={option}", (f"{question}={one}" for one in questions[question]))
