"""Searching the exercises, and reading one."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from beredd.care import queries
from beredd.care.queries import ExerciseRow, Wanted
from beredd.office.desk import Desk, at_desk
from beredd.office.library import presenters
from beredd.office.page import Crumb, page
from beredd.office.programmes.asked import Asked, asked
from beredd.people import queries as people
from beredd.people.rules.access import check
from beredd.people.rules.roles import Permission

MOST_SHOWN = 120
ALIKE = 4


@require_safe
@at_desk
def listed(request: HttpRequest, desk: Desk) -> HttpResponse:
    check(desk.access, Permission.SEE_PATIENTS)
    searched = asked(request.GET)
    filters = {one.name: one for one in searched.filters}
    context = {
        **_found(desk, searched),
        "shown_filters": [filters["position"], filters["function"]],
        "more_filters": [filters["region"], filters["need"]],
        "more_open": bool(searched.wanted.region or searched.wanted.need),
        "may_write": desk.may(Permission.WRITE_EXERCISES),
    }
    return page(request, desk, "library/list.html", context, area="library")


@require_safe
@at_desk
def found_exercises(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The results alone, as somebody writes."""
    check(desk.access, Permission.SEE_PATIENTS)
    searched = asked(request.GET)
    response = render(request, "library/found.html", _found(desk, searched))
    response["HX-Replace-Url"] = reverse("office:library") + (f"?{searched.query}" if searched.query else "")
    return response


@require_safe
@at_desk
def exercise(request: HttpRequest, desk: Desk, exercise: UUID) -> HttpResponse:
    row = the_exercise(desk, exercise)
    told = presenters.told_of(row)
    context = {
        "row": row,
        "told": told,
        "own": unit_names(desk).get(row.unit, _("Another unit")) if row.unit else "",
        "may_write": row.unit is not None and desk.may(Permission.WRITE_EXERCISES, row.unit),
        "photos": [presenters.photo(one, told.pictures, row.content) for one in queries.photos(desk.access, row.id)],
        "states": presenters.states(queries.states(desk.access, row.id)),
        "alike": _alike(desk, row),
    }
    return page(request, desk, "library/exercise.html", context, area="library", crumbs=crumbs())


@require_safe
@at_desk
def motion(request: HttpRequest, desk: Desk, exercise: UUID) -> HttpResponse:
    film = the_exercise(desk, exercise).content.get("motion")
    if not film:
        raise Http404
    response = HttpResponse(film["svg"], content_type="image/svg+xml")
    response["Cache-Control"] = "private, max-age=86400"
    return response


def the_exercise(desk: Desk, id: UUID) -> ExerciseRow:
    row = queries.exercise(desk.access, id)
    if row is None:
        raise Http404
    return row


def crumbs(row: ExerciseRow | None = None) -> list[Crumb]:
    here = [(row.name, reverse("office:exercise", args=[row.id]))] if row else []
    return [(_("Exercises"), reverse("office:library")), *here]


def unit_names(desk: Desk) -> dict[UUID, str]:
    return {unit.id: unit.name for unit in people.all_units(desk.access, Permission.SEE_PATIENTS)}


def _found(desk: Desk, searched: Asked) -> dict[str, object]:
    rows = queries.search_exercises(desk.access, searched.words, searched.wanted, limit=MOST_SHOWN + 1)
    units = unit_names(desk)
    cards = [presenters.card(row, units) for row in rows[:MOST_SHOWN]]
    return {"asked": searched, "cards": cards, "more": len(rows) > MOST_SHOWN}


def _alike(desk: Desk, row: ExerciseRow) -> list[presenters.Card]:
    """Others of the same position and function."""
    wanted = Wanted(position=row.position, function=row.function)
    others = [one for one in queries.search_exercises(desk.access, "", wanted, limit=ALIKE + 1) if one.id != row.id]
    units = unit_names(desk)
    return [presenters.card(one, units) for one in others[:ALIKE]]
