"""What a pack will be, and how a printing goes, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.care.queries import patient_row
from beredd.i18n.mark import N_
from beredd.office.desk import Desk
from beredd.office.words import times
from beredd.office.words.states import Look
from beredd.paper.documents.unit import LEFT_OUT, REASONS
from beredd.paper.packs import Plan
from beredd.paper.queries import JobRow, box, lately_made
from beredd.paper.rules.job import CANCELLABLE, OVER, State, estimate, likely_pages
from beredd.paper.rules.sheet import show_sheet_id
from beredd.people.queries import unit_rows

KINDS = {
    "unit": N_("Paper for a unit"),
    "patient": N_("Paper for one patient"),
    "safety_box": N_("Safety box"),
    "workplace": N_("For the workplace"),
    "routine": N_("The routine"),
    "blank": N_("Blank forms"),
}
STATES: dict[State, Look] = {
    State.WAITING: Look(N_("Waits for its turn"), "clock", "neutral"),
    State.MAKING: Look(N_("Is being made"), "printer", "info"),
    State.READY: Look(N_("Can be fetched"), "circle-check", "success"),
    State.MADE: Look(N_("On its way to be printed"), "printer", "info"),
    State.HANDING: Look(N_("On its way to be printed"), "printer", "info"),
    State.DONE: Look(N_("Handed on to be printed"), "circle-check", "success"),
    State.CANCELLED: Look(N_("Cancelled"), "ban", "neutral"),
    State.FAILED: Look(N_("Did not succeed"), "alert-triangle", "danger"),
}
WHY = {
    "printer": N_("The printer does not take it. See that it is on and has paper, or choose another."),
    "folder": N_("The print folder cannot be written to. Ask those who look after the server."),
    "paper_nobody": N_("There is nobody to print for, or you may no longer see them."),
    "paper_nothing": N_("There is nothing to print: nothing has changed since last time."),
    "paper_routine": N_("That routine is not in force any more. Choose another."),
    "unknown_box": N_("The box is not in the list any more."),
    "box_whole": N_("The box holds all that it should. There is nothing to print."),
    "no_routine": N_("No routine is in force. Put one in force, then the box can be printed."),
    "not_allowed": N_("You may no longer print this."),
}
FAULT = N_("Something went wrong here with us. It is tried again by itself; should it not succeed, tell the helpdesk.")


@dataclass(frozen=True, slots=True)
class Coming:
    """What would be printed: (name, why) of those who get paper and of those who do not."""

    get: Sequence[tuple[str, str]]
    without: Sequence[tuple[str, str]]
    sheets: int
    pages: int
    at_most: bool  # nothing is known yet but that there are no more
    takes: str


@dataclass(frozen=True, slots=True)
class Job:
    row: JobRow
    what: str
    when: str
    look: Look
    percent: int
    progress: str
    why: str
    over: bool
    can_cancel: bool
    take_out: Sequence[str]


def pages_of(plan: Plan) -> int:
    """At most: every page has its code, and some documents need fewer pages than they have codes for."""
    drafts = [draft for papers in plan.papers for draft in papers.drafts]
    return sum(draft.codes for draft in (*plan.before, *drafts, *plan.after))


def coming(plan: Plan, desk: Desk) -> Coming:
    names = {one.patient.id: one.patient.name for one in plan.facts}
    before, most = lately_made(), pages_of(plan)
    likely = likely_pages(most, before)
    pages = most if likely is None else likely
    return Coming(
        get=[
            (papers.facts.patient.name, ", ".join(_(REASONS[reason]) for reason in papers.reasons))
            for papers in plan.papers
        ],
        without=[(names[id], _(LEFT_OUT[why])) for id, why in plan.left_out.items()],
        sheets=sum(len(papers.drafts) for papers in plan.papers) + len(plan.before) + len(plan.after),
        pages=pages,
        at_most=likely is None,
        takes=_takes(estimate(pages, before)),
    )


def job(row: JobRow, desk: Desk) -> Job:
    of = row.sheets or 0
    return Job(
        row=row,
        what=_what(row, desk),
        when=times.period(row.first, row.last),
        look=STATES[row.state],
        percent=min(100, 100 * row.sheets_made // of) if of else 0,
        progress=_("%(made)s of %(of)s documents") % {"made": row.sheets_made, "of": of} if of else "",
        why=_(WHY.get(row.why, FAULT)) if row.why else "",
        over=row.state in OVER,
        can_cancel=row.state in CANCELLABLE,
        take_out=[show_sheet_id(id) for id in row.take_out],
    )


def _what(row: JobRow, desk: Desk) -> str:
    return ": ".join(filter(None, (_(KINDS[row.kind]), _whose(row.kind, row.about, desk))))


def _whose(kind: str, about: UUID | None, desk: Desk) -> str:
    if about is None:
        return ""
    if kind == "patient":
        patient = patient_row(desk.access, about)
        return patient.name if patient else ""
    if kind == "safety_box":
        found = box(desk.access, about)
        return found.name if found else ""
    return next((unit.name for unit in unit_rows([about])), "")


def _takes(found: timedelta | None) -> str:
    if found is None:
        return _("not known yet: nothing has been printed through the queue")
    seconds = round(found.total_seconds())
    if seconds < 2:
        return _("a moment")
    if seconds < 100:
        return ngettext("about %(n)d second", "about %(n)d seconds", seconds) % {"n": seconds}
    minutes = round(seconds / 60)
    return ngettext("about %(n)d minute", "about %(n)d minutes", minutes) % {"n": minutes}
