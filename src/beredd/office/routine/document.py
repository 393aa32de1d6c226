"""A routine as a document to read: what it is, what to do in each situation, whom to reach."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from beredd.office.words import contacts as words
from beredd.office.words.times import plain_day
from beredd.routine.queries import StandingRow, VersionRow
from beredd.routine.queries.versions import DECIDED
from beredd.routine.rules.routine import Clause, Contact, Guard, Item, ItemKind, Routine, Situation, Step
from beredd.routine.words import said


@dataclass(frozen=True, slots=True)
class Line:
    """One step, question or reference. `condition`: when it holds. `reach`: (anchor, name)."""

    kind: str
    text: str
    condition: str = ""
    more: str = ""
    reach: Sequence[tuple[str, str]] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    audiences: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Reach:
    id: str
    name: str
    ways: Sequence[tuple[str, str, str]]
    hours: Sequence[str]
    otherwise: str
    condition: str


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    facts: Sequence[tuple[str, str]]
    duty: str
    sections: Sequence[Section]
    others: Sequence[Section]
    contacts: Sequence[Reach]
    ahead: Sequence[str] = field(default=())


def document(routine: Routine, *, row: VersionRow | StandingRow, audience: str = "") -> Document:
    """In the language of the page and the order of the file. With an audience, what is for others stands apart."""
    mine = [one for one in routine.situations if not audience or audience in one.audiences]
    return Document(
        title=said(routine.title),
        facts=[(label, text) for label, text in _facts(routine, row) if text],
        duty=said(routine.duty),
        sections=[_section(routine, one) for one in mine],
        others=[_section(routine, one) for one in routine.situations if one not in mine],
        contacts=[_contact(routine, one) for one in routine.contacts],
        ahead=[
            _("%(what)s: printed every %(every)s for %(covers)s ahead, kept at %(place)s")
            % {
                "what": said(one.what),
                "every": words.span(one.every),
                "covers": words.span(one.covers),
                "place": said(one.place),
            }
            for one in routine.print_ahead
        ],
    )


def condition(routine: Routine, guard: Guard) -> str:
    """When it holds, in words; empty when always."""
    when = [_clause(routine, one) for one in guard.when]
    unless = [_clause(routine, one) for one in guard.unless]
    told = []
    if when:
        told.append(_("if %(what)s") % {"what": _(" and ").join(when)})
    if unless:
        told.append(_("not if %(what)s") % {"what": _(" and ").join(unless)})
    return ", ".join(told)


def audiences(routine: Routine, ids: Iterable[str]) -> str:
    names = {one.id: said(one.text) for one in routine.audiences}
    return ", ".join(names.get(id, id) for id in ids)


def _facts(routine: Routine, row: VersionRow | StandingRow) -> Iterable[tuple[str, str]]:
    yield _("Kind of document"), said(routine.kind)
    yield _("Version"), str(row.number)
    yield _("Decided on"), plain_day(routine.decided_on) if row.phase in DECIDED else _("not decided on yet")
    yield _("Decided by"), said(routine.decided_by)
    yield _("Revised on"), plain_day(routine.revised_on) if routine.revised_on else ""
    yield _("Responsible for the revision"), said(routine.responsible)
    yield _("Revised"), said(routine.interval)
    yield _("Applies to"), said(routine.scope.applies_to)
    yield _("Does not apply when"), said(routine.scope.not_when)


def _section(routine: Routine, situation: Situation) -> Section:
    lines = [_line(routine, item) for item in situation.items]
    return Section(situation.id, said(situation.title), audiences(routine, situation.audiences), lines)


def _line(routine: Routine, item: Item) -> Line:
    holds = condition(routine, item.guard)
    match item.kind:
        case ItemKind.STEP:
            step = routine.step(item.target)
            return Line("step", said(step.text), holds, _more(step), _reach(routine, step))
        case ItemKind.ASK:
            asked = routine.question(item.target)
            options = " / ".join(said(one.text) for one in asked.options)
            return Line("ask", said(asked.text), holds, options)
        case ItemKind.SEE:
            other = routine.situation(item.target)
            return Line("see", _("Then do as under “%(title)s”") % {"title": said(other.title)}, holds, anchor=other.id)


def _more(step: Step) -> str:
    told = [_("when it has lasted %(span)s") % {"span": words.span(step.after)}] if step.after else []
    if step.decides:
        told.append(_("decided by %(who)s") % {"who": said(step.decides)})
    return ", ".join(told)


def _reach(routine: Routine, step: Step) -> list[tuple[str, str]]:
    return [(id, said(routine.contact(id).name)) for id in step.reach]


def _contact(routine: Routine, contact: Contact) -> Reach:
    return Reach(
        id=contact.id,
        name=said(contact.name),
        ways=words.ways(contact),
        hours=words.hours(contact),
        otherwise=said(routine.contact(contact.otherwise).name) if contact.otherwise else "",
        condition=condition(routine, contact.guard),
    )


def _clause(routine: Routine, clause: Clause) -> str:
    question = routine.question(clause.question)
    names = {one.id: said(one.text) for one in question.options}
    told = {
        "question": said(question.text),
        "answers": _(" or ").join(f"”{names.get(id, id)}”" for id in clause.options),
    }
    return _("“%(question)s” is answered %(answers)s") % told
