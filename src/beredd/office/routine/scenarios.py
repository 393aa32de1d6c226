"""The questions before one confirms: what is asked, what one has answered, and why it is so."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from beredd.routine.queries import ToRead
from beredd.routine.rules.routine import Check
from beredd.routine.words import said


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Question:
    """`explanation`: why, once somebody has answered; `error` when nothing was chosen."""

    id: str
    text: str
    options: Sequence[Option]
    explanation: str
    is_right: bool
    error: str


def questions(row: ToRead, *, asked: str, choice: str) -> list[Question]:
    """`asked` and `choice`: what was answered just now, and how."""
    return [_question(one, row, choice if one.id == asked else None) for one in mine(row)]


def all_right(row: ToRead) -> bool:
    return all(row.answers.get(one.id) for one in mine(row))


def mine(row: ToRead) -> list[Check]:
    """Those that are put to readers like this one."""
    return [one for one in row.said.checks if one.audience == row.audience]


def _question(check: Check, row: ToRead, choice: str | None) -> Question:
    right = row.answers.get(check.id, False)
    chosen = check.right if right else choice
    return Question(
        id=check.id,
        text=said(check.text),
        options=[Option(one.id, said(one.text), one.id == chosen) for one in check.options],
        explanation=said(check.why) if right or choice else "",
        is_right=right,
        error=_("Choose an answer first.") if choice == "" and not right else "",
    )
