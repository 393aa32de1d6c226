"""Pictures of a unit's own exercise: added one at a time, and taken away for good."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.care import actions
from beredd.care.queries import ExerciseRow
from beredd.office.desk import Desk, at_desk
from beredd.office.library.forms import PhotoForm
from beredd.office.library.own import the_own
from beredd.office.library.views import crumbs, unit_names
from beredd.office.page import page
from beredd.people.rules.access import NotAllowed, Refused


@at_desk
def new(request: HttpRequest, desk: Desk, exercise: UUID) -> HttpResponse:
    row = the_own(desk, exercise)
    initial = {"consent_back": unit_names(desk).get(row.unit, "") if row.unit else ""}
    form = PhotoForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid() and _added(desk, row, form):
        messages.success(request, _("The picture was added. Place and camera were not kept."))
        return redirect("office:exercise", exercise)
    context = {"form": form, "row": row}
    status = 422 if form.is_bound else 200
    return page(request, desk, "library/photo.html", context, area="library", crumbs=crumbs(row), status=status)


@require_POST
@at_desk
def withdraw(request: HttpRequest, desk: Desk, exercise: UUID, photo: UUID) -> HttpResponse:
    actions.withdraw_photo(photo=photo, by=desk.access, at=desk.at)
    messages.success(request, _("The picture is gone. Phones let go of it at their next contact."))
    return redirect("office:exercise", exercise)


def _added(desk: Desk, row: ExerciseRow, form: PhotoForm) -> bool:
    try:
        actions.change_exercise(
            exercise=row.id, content=row.content, alts={}, photos=[form.photo], by=desk.access, at=desk.at
        )
    except NotAllowed:
        raise
    except Refused as no:
        form.refuse(no)
        return False
    return True
