"""What the routine says to somebody who is alone with the trouble: another device, and whom to report to."""

from collections.abc import Sequence
from datetime import datetime

from beredd.routine.calendar import days_around
from beredd.routine.queries.standing import all_in_force
from beredd.routine.rules.advice import Advice, Reader, advise
from beredd.routine.rules.routine import EMPLOYER, Routine


def alone_advice(*, employer: Sequence[str], at: datetime) -> Advice | None:
    """Of the first routine in force. `employer`: what the employer may be called in it, the most exact first."""
    routine = next(iter(all_in_force(at=at)), None)
    if routine is None:
        return None
    reader = Reader(employer=_option(routine, employer))
    return advise(routine, reader, routine.scope.instead, {}, now=at, days=days_around(routine.calendar, at))


def _option(routine: Routine, names: Sequence[str]) -> str:
    """Empty where the routine does not tell employers apart, or does not know this one."""
    asked = next((one for one in routine.questions if one.id == EMPLOYER), None)
    known = {one.id for one in asked.options} if asked else set()
    return next((name for name in names if name in known), "")
