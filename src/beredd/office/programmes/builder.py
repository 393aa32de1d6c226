"""The builder: search to the left, the programme to the right. Every change is saved as it is made."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from beredd.care import actions
from beredd.care.queries import DraftRow
from beredd.care.rules.programme import BadProgramme
from beredd.i18n.mark import N_
from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.programmes import presenters
from beredd.office.programmes.asked import MOST_FOUND, Asked, asked
from beredd.office.programmes.differences import differences
from beredd.office.programmes.finding import crumbs, the_draft, the_patient
from beredd.office.programmes.posted import change_of
from beredd.office.words.programmes import exercise_name
from beredd.office.words.refusals import say

Context = dict[str, object]
FIELDS = {  # what can be wrong in a line, as its fields are called
    "sets": N_("Sets"),
    "repetitions": N_("Repetitions"),
    "seconds": N_("Seconds"),
    "load": N_("Load"),
    "side": N_("Side"),
    "note": N_("Note to whoever carries it out"),
}


@require_safe
@at_desk
def builder(request: HttpRequest, desk: Desk, draft: UUID) -> HttpResponse:
    row = the_draft(desk, draft)
    patient = the_patient(desk, row)
    context = {"patient": patient, **_column(row), **_found(desk, row, asked(request.GET))}
    return page(request, desk, "programmes/builder.html", context, area=_area(row), crumbs=crumbs(patient))


@require_safe
@at_desk
def found_exercises(request: HttpRequest, desk: Desk, draft: UUID) -> HttpResponse:
    """The results alone, as somebody writes."""
    row = the_draft(desk, draft)
    searched = asked(request.GET)
    response = render(request, "programmes/found.html", _found(desk, row, searched))
    response["HX-Replace-Url"] = _address(draft, searched.query)
    return response


@require_POST
@at_desk
def change(request: HttpRequest, desk: Desk, draft: UUID) -> HttpResponse:
    """With a script: the parts of the page that changed. Without: the page again, at the line that changed."""
    before, post = the_draft(desk, draft), request.POST
    try:
        _change(desk, before, post)
    except BadProgramme as bad:
        return _refused(request, before, bad)
    if not request.headers.get("HX-Request"):
        line = post.get("line", "")
        return redirect(_address(draft, post.get("asked", "")) + (f"#line-{line}" if line.isdecimal() else ""))
    after = the_draft(desk, draft)
    context = {
        **_column(after),
        "now": desk.at,
        "said": _said(post, before, after),
        "whole": post.get("do") != "dose",
        "gone": post.get("do") == "remove",
        "line": post.get("line", ""),
    }
    return render(request, "programmes/changed.html", context)


def _change(desk: Desk, row: DraftRow, post: QueryDict) -> None:
    """Raises BadProgramme."""
    match post.get("do"):
        case "undo":
            actions.undo_change(draft=row.id, by=desk.access, at=desk.at)
        case "redo":
            actions.redo_change(draft=row.id, by=desk.access, at=desk.at)
        case _:
            actions.change_draft(draft=row.id, change=change_of(post, row), by=desk.access, at=desk.at)


def _said(post: QueryDict, before: DraftRow, after: DraftRow) -> str:
    """What has happened, to be read aloud."""
    do, number = post.get("do"), post.get("line", "")
    names = {str(line.number): exercise_name(line.item.exercise) for line in (*before.lines, *after.lines)}
    places = {str(line.number): place for place, line in enumerate(after.lines, start=1)}
    told = {"exercise": names.get(number, ""), "place": places.get(number, 0), "of": len(after.lines)}
    match do:
        case "add":
            last = exercise_name(after.lines[-1].item.exercise)
            return _("%(exercise)s was added, as number %(of)s.") % {**told, "exercise": last}
        case "remove":
            return _("%(exercise)s was removed. Undo brings it back.") % told
        case "up" | "down" | "move":
            return _("%(exercise)s is now number %(place)s of %(of)s.") % told
        case "undo":
            return _("Undone. The programme has %(of)s exercises.") % told
        case "redo":
            return _("Done again. The programme has %(of)s exercises.") % told
    return _("Saved.")


def _refused(request: HttpRequest, row: DraftRow, bad: BadProgramme) -> HttpResponse:
    """Beside the line it is about, and nothing that was written is taken away."""
    text, line = say(bad), request.POST.get("line", "")
    if bad.code in FIELDS:
        text = f"{_(FIELDS[bad.code])}: {text}"
    if not request.headers.get("HX-Request"):
        messages.error(request, text)
        return redirect(_address(row.id, request.POST.get("asked", "")) + (f"#line-{line}" if line.isdecimal() else ""))
    of_line = bad.code in FIELDS and line.isdecimal()
    response = render(request, "programmes/refused.html", {"text": text, "line": line if of_line else ""})
    response["HX-Reswap"] = "none"
    return response


def _column(row: DraftRow) -> Context:
    """The programme itself, with what there is to undo."""
    return {
        "draft": row,
        "lines": presenters.lines(row.lines),
        "undoes": presenters.step(row.undoes),
        "redoes": presenters.step(row.redoes),
        "changes": differences(row.since, [line.item for line in row.lines]) if row.since else [],
        "whose": presenters.whose(row),
    }


def _found(desk: Desk, row: DraftRow, searched: Asked) -> Context:
    found = searched.found(desk.access)
    return {
        "draft": row,
        "asked": searched,
        "cards": presenters.cards(found),
        "more": len(found) == MOST_FOUND,
    }


def _address(draft: UUID, query: str) -> str:
    return reverse("office:builder", args=[draft]) + (f"?{query}" if query else "")


def _area(row: DraftRow) -> str:
    return "patient" if row.patient else "programmes"
