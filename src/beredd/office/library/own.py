"""Writing an exercise of a unit's own, changing it, and taking it out of use."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.care import actions
from beredd.care.queries import ExerciseRow
from beredd.office.desk import Desk, at_desk
from beredd.office.library.forms import ExerciseForm, from_content
from beredd.office.library.views import crumbs, the_exercise
from beredd.office.page import page
from beredd.people import queries as people
from beredd.people.rules.access import NotAllowed, Refused, check
from beredd.people.rules.roles import Permission


@at_desk
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    check(desk.access, Permission.WRITE_EXERCISES)
    units = [(str(one.id), one.name) for one in people.all_units(desk.access, Permission.WRITE_EXERCISES)]
    form = ExerciseForm(request.POST or None, units=units, initial={"unit": units[0][0], "sets": 1, "repetitions": 5})
    if request.method == "POST" and form.is_valid() and (made := _written(desk, UUID(units[0][0]), form)):
        messages.success(request, _("The exercise was saved. Add a picture: it is what people remember."))
        return redirect("office:exercise", made)
    return _page(request, desk, form, None)


@at_desk
def change(request: HttpRequest, desk: Desk, exercise: UUID) -> HttpResponse:
    row = the_own(desk, exercise)
    form = ExerciseForm(request.POST or None, initial=from_content(row.content))
    if request.method == "POST" and form.is_valid() and _changed(desk, row, form):
        messages.success(request, _("The change was saved. Phones and paper get it from now on."))
        return redirect("office:exercise", exercise)
    return _page(request, desk, form, row)


@require_POST
@at_desk
def retire(request: HttpRequest, desk: Desk, exercise: UUID) -> HttpResponse:
    actions.retire_exercise(exercise=exercise, by=desk.access, at=desk.at)
    messages.success(request, _("The exercise is no longer found. Programmes that have it keep it."))
    return redirect("office:exercise", exercise)


@require_POST
@at_desk
def bring_back(request: HttpRequest, desk: Desk, exercise: UUID) -> HttpResponse:
    actions.bring_back_exercise(exercise=exercise, by=desk.access, at=desk.at)
    messages.success(request, _("The exercise is found again."))
    return redirect("office:exercise", exercise)


def the_own(desk: Desk, id: UUID) -> ExerciseRow:
    """Of a unit where one may write. Raises NotAllowed."""
    row = the_exercise(desk, id)
    if row.unit is None:
        raise Http404
    check(desk.access, Permission.WRITE_EXERCISES, row.unit)
    return row


def _written(desk: Desk, only: UUID, form: ExerciseForm) -> UUID | None:
    unit = form.cleaned_data.get("unit") or only
    try:
        return actions.write_exercise(unit=unit, content=form.content, photos=[], by=desk.access, at=desk.at)
    except NotAllowed:
        raise
    except Refused as no:
        form.refuse(no)
        return None


def _changed(desk: Desk, row: ExerciseRow, form: ExerciseForm) -> bool:
    try:
        actions.change_exercise(exercise=row.id, content=form.content, alts={}, photos=[], by=desk.access, at=desk.at)
    except NotAllowed:
        raise
    except Refused as no:
        form.refuse(no)
        return False
    return True


def _page(request: HttpRequest, desk: Desk, form: ExerciseForm, row: ExerciseRow | None) -> HttpResponse:
    context = {"form": form, "row": row, "english_open": any(field.errors for field in form.in_english)}
    status = 422 if form.is_bound else 200
    return page(request, desk, "library/write.html", context, area="library", crumbs=crumbs(row), status=status)
