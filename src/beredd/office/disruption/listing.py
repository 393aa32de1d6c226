"""The routine's steps as a list to tick, and whom to ring, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from beredd.disruption.queries import CALL, CallTask, Checklist, DoneRow
from beredd.disruption.rules.checklist import ListedStep
from beredd.office.disruption.forms import FromPaperForm
from beredd.office.routine.document import condition
from beredd.office.words import contacts as words
from beredd.office.words.times import moment
from beredd.routine.rules.routine import Routine
from beredd.routine.words import said


@dataclass(frozen=True, slots=True)
class Tick:
    """What a click tells: `key` is the fields of the form."""

    key: Sequence[tuple[str, str]]
    done: str  # by whom and when; empty when it is not done


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    condition: str
    more: str
    reach: Sequence[str]
    tick: Tick


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class ListCard:
    """One role's list. `anchor`: where it stands on the page."""

    anchor: str
    role: str
    routine: str
    done: int
    total: int
    parts: Sequence[Part]
    form: FromPaperForm | None


@dataclass(frozen=True, slots=True)
class Call:
    """“Ring X now.” `instead`: whom, when X is closed."""

    name: str
    way: str
    address: str
    closed: str
    tick: Tick


def anchor(row: Checklist) -> str:
    return f"{row.routine.id}-{row.role.id}"


def card(row: Checklist, *, now: datetime, bad: FromPaperForm | None = None) -> ListCard:
    """`bad`: what was entered from paper and did not hold."""
    form = bad if bad and bad.listed == anchor(row) else FromPaperForm(listed=row, now=now)
    return ListCard(
        anchor=anchor(row),
        role=said(row.role.text),
        routine=_("%(title)s, version %(number)s") % {"title": said(row.routine.title), "number": row.version},
        done=row.count_done,
        total=len(row.steps),
        parts=[
            Part(said(section.situation.title), [_line(row, one, now) for one in section.steps])
            for section in row.sections
        ],
        form=form if form.has_steps else None,
    )


def call(row: CallTask, *, now: datetime) -> Call:
    whom, closed = row.whom, ""
    if not whom.open and whom.instead:
        opens = moment(whom.opens_at, now=now) if whom.opens_at else ""
        closed = _("%(name)s is closed now.") % {"name": said(whom.contact.name)}
        if opens:
            closed = _("%(name)s is closed now, opens %(at)s.") % {"name": said(whom.contact.name), "at": opens}
        whom = whom.instead
    _icon, address, word = next(iter(words.ways(whom.contact)), ("", "", ""))
    key = _key(row.routine, row.version, CALL, row.whom.contact.id)
    return Call(said(whom.contact.name), word, address, closed, Tick(key, _done(row.done, now)))


def _line(row: Checklist, one: ListedStep, now: datetime) -> Line:
    step = one.step
    told = [_("when it has lasted %(span)s") % {"span": words.span(step.after)}] if step.after else []
    if step.decides:
        told.append(_("decided by %(who)s") % {"who": said(step.decides)})
    return Line(
        text=said(step.text),
        condition="; ".join(condition(row.routine, guard) for guard in one.guards),
        more=", ".join(told),
        reach=[_contact(row.routine, id) for id in step.reach],
        tick=Tick(_key(row.routine, row.version, row.role.id, step.id), _done(row.done.get(step.id), now)),
    )


def _contact(routine: Routine, id: str) -> str:
    contact = routine.contact(id)
    return " ".join([said(contact.name), *(word for _icon, _address, word in words.ways(contact)[:1])])


def _key(routine: Routine, version: int, role: str, step: str) -> list[tuple[str, str]]:
    return [("routine", routine.id), ("version", str(version)), ("role", role), ("step", step)]


def _done(row: DoneRow | None, now: datetime) -> str:
    if row is None:
        return ""
    told = {"name": row.by_name, "at": moment(row.done_at, now=now), "entered": moment(row.entered_at, now=now)}
    if row.channel == "office":
        return _("%(name)s, %(at)s") % told
    if row.channel == "paper":
        return _("%(name)s, %(at)s on paper, entered %(entered)s") % told
    return _("%(name)s, %(at)s on the phone, received %(entered)s") % told
