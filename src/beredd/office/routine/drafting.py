"""The draft that is being written in: found by its address, read into plain lists and tables, saved again."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse

from beredd.office.desk import Desk
from beredd.office.routine.finding import the_routine, the_version
from beredd.office.words.refusals import say
from beredd.office.words.routines import version_line
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission
from beredd.routine import actions
from beredd.routine.queries import RoutineRow, VersionRow
from beredd.routine.rules.document import parse
from beredd.routine.rules.editing import Place, plain
from beredd.routine.rules.faults import RoutineFaults
from beredd.routine.rules.states import State
from beredd.routine.rules.writing import write
from beredd.routine.words import fault_said


class Unfit(Exception):
    """What is written cannot be saved: `reasons` in the reader's language."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Draft:
    """`whole`: the routine as plain lists and tables of texts."""

    routine: RoutineRow
    version: VersionRow
    whole: Any

    @property
    def line(self) -> str:
        return version_line(self.version)


def draft_of(desk: Desk, slug: str, number: int) -> Draft:
    """Raises Http404 when it is no draft any more; NotAllowed."""
    check(desk.access, Permission.WRITE_ROUTINE)
    routine = the_routine(desk, slug)
    version = the_version(routine, number)
    if version.state is not State.DRAFT:
        raise Http404
    return Draft(routine, version, plain(parse(version.text, slug)))


def save(desk: Desk, draft: Draft, whole: Any, *, seen: int) -> None:
    """Raises Unfit."""
    if whole == draft.whole:
        return
    try:
        actions.save_draft(version=draft.version.id, text=write(whole), seen=seen, by=desk.access, at=desk.at)
    except RoutineFaults as wrong:
        raise Unfit([fault_said(one) for one in wrong.faults]) from None
    except Refused as refused:
        raise Unfit([say(refused)]) from None


def address(draft: Draft, name: str, *more: str) -> str:
    return reverse(name, args=[draft.routine.slug, draft.version.number, *more])


def place_of(text: str) -> Place:
    """situations/launch-fails/items/2 → ("situations", "launch-fails", "items", 2); about is the whole."""
    if text == "about":
        return ()
    keys = text.split("/")
    return tuple(
        int(key) if key.isdigit() and keys[at - 1] in ("items", "hours") else key for at, key in enumerate(keys)
    )
