"""The guide's page: what is asked, what to do, whom to reach; in the words of the routine."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from beredd.clock import local_day
from beredd.office.guide.answers import ROUTINE, SITUATION, Answers
from beredd.office.words import contacts as words
from beredd.office.words.routines import version_line
from beredd.office.words.times import moment
from beredd.routine.queries import StandingRow
from beredd.routine.rules.advice import Advice, AdvisedStep, lets_through
from beredd.routine.rules.contacts import Days, Reached, reach
from beredd.routine.rules.routine import ROLE, Contact, Question, Routine
from beredd.routine.words import said

CODE = re.compile(r"[0-9A-F]{6}")


@dataclass(frozen=True, slots=True)
class Way:
    icon: str
    url: str
    word: str


@dataclass(frozen=True, slots=True)
class Reach:
    """`when`: until when it is open, or when it opens."""

    name: str
    when: str
    is_open: bool
    ways: Sequence[Way]
    instead: "Reach | None"


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Given:
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Step:
    id: str
    text: str
    more: str
    reach: Sequence[Reach]


@dataclass(frozen=True, slots=True)
class Guide:
    """`given`: who one is and what has happened; `answered`: the rest.

    `anyhow`: everybody one can reach, for when no step says whom. `kept`: the code of the answers just saved.
    """

    question: Asked | None
    given: Sequence[Given] = ()
    answered: Sequence[Given] = ()
    notice: str = ""
    heading: str = ""
    steps: Sequence[Step] = ()
    anyhow: Sequence[Reach] = ()
    kept: str = ""
    can_keep: bool = False
    source: str = ""

    @property
    def says_whom(self) -> bool:
        return any(step.reach for step in self.steps)


def shelf(rows: Sequence[StandingRow]) -> Guide:
    """When several routines are in force, or none."""
    if not rows:
        return Guide(None, notice=_("No routine is in force. Turn to your manager, or to whom you usually call."))
    choices = [Choice(row.slug, row.title, f"?{ROUTINE}={row.slug}") for row in rows]
    return Guide(Asked(_("What is it about?"), choices))


def guide(
    row: StandingRow,
    routine: Routine,
    given: Answers,
    advice: Advice | None,
    *,
    now: datetime,
    days: Days,
    kept: str,
) -> Guide:
    """One question, and all that is known to hold meanwhile."""
    steps = steps_of(advice, now=now) if advice else []
    reachable = [one for one in routine.contacts if lets_through(one.guard, given.told)]
    return Guide(
        question=_question(routine, given, advice),
        given=_given(routine, given),
        answered=[_answer(routine, given, name) for name in given.told if name != ROLE],
        notice=said(routine.scope.not_when) if advice and not advice.applies else "",
        heading=_("Do this now") if advice and advice.question is None else _("Do this meanwhile"),
        steps=steps,
        anyhow=whom(routine, reachable, now=now, days=days),
        kept=kept if CODE.fullmatch(kept) else "",
        can_keep=bool(steps) and not kept,
        source=f"{row.title}. {version_line(row)}.",
    )


def steps_of(advice: Advice, *, now: datetime) -> list[Step]:
    """What to do, each with whom to reach at this moment."""
    return [_step(one, now) for one in advice.steps]


def whom(routine: Routine, contacts: Iterable[Contact], *, now: datetime, days: Days) -> list[Reach]:
    """Those of them that can be reached somehow, and when."""
    return [_reach(reach(routine, one, now=now, days=days), now) for one in contacts if words.ways(one)]


def code(id: UUID) -> str:
    """Short enough to be said on the telephone."""
    return id.hex[:6].upper()


def _question(routine: Routine, given: Answers, advice: Advice | None) -> Asked | None:
    if ROLE not in given.told:
        return _asked(routine.question(ROLE), given)
    if advice is None:
        mine = [one for one in routine.situations if given.told[ROLE] in one.audiences]
        choices = [Choice(one.id, said(one.title), given.with_answer(SITUATION, one.id)) for one in mine]
        return Asked(_("What has happened?"), choices)
    return _asked(advice.question, given) if advice.question else None


def _asked(question: Question, given: Answers) -> Asked:
    choices = [Choice(one.id, said(one.text), given.with_answer(question.id, one.id)) for one in question.options]
    return Asked(said(question.text), choices)


def _given(routine: Routine, given: Answers) -> list[Given]:
    """Who one is and what has happened; a click goes back to where it was asked."""
    found = [_answer(routine, given, name) for name in given.told if name == ROLE]
    if given.situation:
        found.append(Given(said(routine.situation(given.situation).title), given.until(SITUATION)))
    return found


def _answer(routine: Routine, given: Answers, name: str) -> Given:
    question = routine.question(name)
    answer = next(said(one.text) for one in question.options if one.id == given.told[name])
    text = answer if name == ROLE else f"{said(question.text)} {answer}"
    return Given(text, given.until(name))


def _step(one: AdvisedStep, now: datetime) -> Step:
    told = [_("when it has lasted %(span)s") % {"span": words.span(one.step.after)}] if one.step.after else []
    if one.step.decides:
        told.append(_("decided by %(who)s") % {"who": said(one.step.decides)})
    return Step(one.step.id, said(one.step.text), ", ".join(told), list(_reaches(one.reach, now)))


def _reaches(found: Iterable[Reached], now: datetime) -> Iterable[Reach]:
    return (_reach(one, now) for one in found)


def _reach(found: Reached, now: datetime) -> Reach:
    return Reach(
        name=said(found.contact.name),
        when=_when(found, now),
        is_open=found.open,
        ways=[Way(*one) for one in words.ways(found.contact)],
        instead=_reach(found.instead, now) if found.instead else None,
    )


def _when(found: Reached, now: datetime) -> str:
    if found.open:
        return _("open until %(when)s") % {"when": moment(found.open_until, now=now)} if found.open_until else ""
    if found.opens_at is None:
        return _("not open")
    if local_day(found.opens_at) == local_day(now):
        return _("closed now, opens at %(when)s") % {"when": moment(found.opens_at, now=now)}
    return _("closed now, opens %(when)s") % {"when": moment(found.opens_at, now=now)}
