"""What is about to be prescribed, said back: the answers, and the first week as it will be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.care.rules.occurrences import Occurrence
from beredd.care.rules.prescription import Basis, Content
from beredd.care.rules.schedule import schedule_to_json
from beredd.clock import local_day
from beredd.office.words import schedule, times
from beredd.office.words.prescriptions import BASES, if_not_performed

NONE = "–"


@dataclass(frozen=True, slots=True)
class Answer:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PlannedDay:
    day: str
    times: str


@dataclass(frozen=True, slots=True)
class Notice:
    text: str
    color: str


def answers(content: Content, *, programme: str, effective_at: datetime | None) -> list[Answer]:
    """Everything that was written, in the order of the form."""
    plan = schedule_to_json(content.schedule)
    when = [schedule.schedule(plan), schedule.window(plan)]
    said = [
        Answer(_("Intervention"), content.intervention),
        Answer(_("Exercise programme"), programme or _("No programme")),
        Answer(_("Instruction to the performer"), content.instruction or NONE),
        Answer(_("How often"), "\n".join(line for line in when if line)),
        Answer(_("Period"), times.period(content.starts_on, content.ends_on)),
        Answer(_("Basis"), _basis(content)),
        Answer(_("If it is not performed"), if_not_performed(content)),
    ]
    if effective_at is not None:
        said.append(Answer(_("The change holds from"), times.full_moment(effective_at)))
    return said


def planned_days(occurrences: Iterable[Occurrence], *, today: date) -> list[PlannedDay]:
    """The occurrences day by day; those of a week under the week's last day."""
    return [
        PlannedDay(title, schedule.listed([schedule.slot(one.slot) for one in group]))
        for title, group in groupby(occurrences, key=lambda one: _title(one, today))
    ]


def delegation_notice(content: Content, *, delegated: int, unit: str) -> Notice | None:
    """How many could carry it out today; none is a warning, never a stop."""
    if content.basis is not Basis.DELEGATION:
        return None
    told = {"task": content.task, "unit": unit, "n": delegated}
    if not delegated:
        text = _("Nobody in %(unit)s has a valid delegation for %(task)s. You may still prescribe it.")
        return Notice(text % told, "warning")
    text = ngettext(
        "%(n)s person in %(unit)s has a valid delegation for %(task)s.",
        "%(n)s persons in %(unit)s have a valid delegation for %(task)s.",
        delegated,
    )
    return Notice(text % told, "info")


def _title(occurrence: Occurrence, today: date) -> str:
    if "W" in occurrence.slot:
        last = local_day(occurrence.due_by - timedelta(microseconds=1))
        return _("Any day, at the latest %(day)s") % {"day": times.short_day(last, today=today)}
    return times.short_day(date.fromisoformat(occurrence.slot[:10]), today=today)


def _basis(content: Content) -> str:
    text = _(BASES[content.basis])
    return f"{text}\n{_('Task')}: {content.task}" if content.basis is Basis.DELEGATION else text
