"""The routine on paper, whole and as a poster. Both are drawn from the same version that guides on screens."""

from typing import Any

from django.utils.translation import gettext as _

from beredd.paper import words
from beredd.paper.documents.draft import Draft, Kind, Standing
from beredd.routine.rules.parts import parts
from beredd.routine.rules.routine import Item, ItemKind, Routine, Situation

PAGES = 9


def routine_document(routine: Routine) -> Draft:
    """Every situation with every step, whom each is for and whom to reach."""
    return Draft(
        kind=Kind.ROUTINE,
        key=routine.id,
        standing=Standing.COPY,
        title=_said(routine.title),
        codes=PAGES,
        body={
            "title": _said(routine.title),
            "under": _decided(routine),
            "facts": [
                [_("Applies to"), _said(routine.scope.applies_to)],
                [_("Not when"), _said(routine.scope.not_when)],
                [_("Decided by"), _said(routine.decided_by)],
                [_("Responsible"), _said(routine.responsible)],
                [_("To know"), _said(routine.duty)],
            ],
            "situations": [_situation(routine, one) for one in routine.situations],
            "reach-title": _("Whom to reach"),
            "reach": _contacts(routine),
        },
    )


def poster(routine: Routine) -> Draft:
    """What to do first in each situation, and the numbers, to be read from where one stands."""
    return Draft(
        kind=Kind.POSTER,
        key=routine.id,
        standing=Standing.COPY,
        title=_("Poster: %(title)s") % {"title": _said(routine.title)},
        codes=PAGES,
        body={
            "title": _said(routine.title),
            "under": _decided(routine),
            "situations": [_situation(routine, one) for one in routine.situations],
            "reach": [one for one in _contacts(routine) if one["phone"]],
        },
    )


def pocket_contacts(routine: Routine) -> list[tuple[str, str]]:
    """Number and name of those with a telephone, in the routine's order."""
    return [(one["phone"], one["who"]) for one in _contacts(routine) if one["phone"]]


def _decided(routine: Routine) -> str:
    told = {"kind": _said(routine.kind), "n": routine.version, "day": words.day(routine.decided_on)}
    return _("%(kind)s, version %(n)s, decided %(day)s") % told


def _situation(routine: Routine, situation: Situation) -> dict[str, Any]:
    audiences = [_said(one.text) for one in routine.audiences if one.id in situation.audiences]
    steps = [_item(routine, one) for one in situation.items if one.kind is not ItemKind.ASK]
    return {"title": _said(situation.title), "for": ", ".join(audiences), "steps": steps}


def _item(routine: Routine, item: Item) -> dict[str, str]:
    """A step with when it holds; of a reference to another situation, its name."""
    if item.kind is ItemKind.SEE:
        see = _("See “%(title)s”.") % {"title": _said(routine.situation(item.target).title)}
        return {"text": see, "when": _when(routine, item), "reach": ""}
    step = routine.step(item.target)
    reached = [routine.contact(one) for one in step.reach]
    reach = [f"{_said(one.name)} {one.phone or one.mail or one.portal}".strip() for one in reached]
    return {"text": _said(step.text), "when": _when(routine, item), "reach": ", ".join(reach)}


def _when(routine: Routine, item: Item) -> str:
    told = []
    for clauses, word in ((item.guard.when, _("If")), (item.guard.unless, _("Not if"))):
        for clause in clauses:
            question = routine.question(clause.question)
            answers = [_said(one.text) for one in question.options if one.id in clause.options]
            told.append(f"{word}: {_said(question.text)} {' / '.join(answers)}")
    return " · ".join(told)


def _contacts(routine: Routine) -> list[dict[str, str]]:
    known = parts(routine)
    return [
        {
            "phone": one.phone,
            "who": _said(one.name),
            "besides": ", ".join(filter(None, [one.mail, one.portal])),
            "hours": _said(known[f"contact {one.id}"].values["hours"]),
        }
        for one in routine.contacts
    ]


def _said(text: Any) -> str:
    return str(text.said(words.language()))
