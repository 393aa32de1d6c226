"""The print page: one press, one file. What is printed is in the access log before the file leaves."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.care.queries import patient_row
from beredd.clock import local_day
from beredd.office.desk import Desk, at_desk, found
from beredd.office.page import chosen_unit, page, units_seen
from beredd.office.paper import presenters
from beredd.office.paper.forms import PatientPrintForm, PrintForm, today
from beredd.office.paper.places import crumbs, places
from beredd.office.paper.printing import made
from beredd.office.words.refusals import say
from beredd.paper.hand import destinations
from beredd.paper.order import ABOUT_ROUTINE, Order, plan_of
from beredd.paper.queries import jobs
from beredd.paper.rules.span import days_from
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission
from beredd.routine.queries import all_in_force

FORM_DAYS = 31  # blank forms are not about any days; the cover says for how long they are meant to last


@at_desk
def paper(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A unit's papers: looked at first, or made."""
    check(desk.access, Permission.SEE_PATIENTS)
    units = units_seen(desk)
    unit = chosen_unit(request, units)
    if unit is None:
        return page(request, desk, "today/no_unit.html", {}, area="paper")
    initial = {"unit": unit.id, **today(desk.at)}
    data = request.POST if request.method == "POST" else None
    form = PrintForm(data, units=units, places=destinations(), initial=initial)
    coming = None
    if form.is_bound and form.is_valid():
        try:
            if "look" in request.POST:
                coming = presenters.coming(plan_of(form.order(), by=desk.access, at=desk.at), desk)
            else:
                key = next(one.key for one in units if one.id == form.cleaned_data["unit"])
                return made(desk, form.order(), to=form.destination, name=f"{key}-{form.cleaned_data['first']}")
        except Refused as refused:
            form.add_error(None, say(refused))
    context = {
        "form": form,
        "coming": coming,
        "places": places(desk),
        "here": "paper",
        "routines": [(one.id, one.title.said("sv")) for one in all_in_force(at=desk.at)],
        "jobs": [presenters.job(row, desk) for row in jobs(desk.access, limit=5)],
    }
    status = 422 if form.errors else 200
    return page(request, desk, "paper/paper.html", context, area="paper", status=status)


@at_desk
def patient_paper(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    """Everything for one patient."""
    row = patient_row(desk.access, patient)
    found(row)
    assert row is not None
    data = request.POST if request.method == "POST" else None
    form = PatientPrintForm(data, places=destinations(), initial=today(desk.at))
    if form.is_bound and form.is_valid():
        try:
            return made(desk, form.order(patient), to=form.destination, name=str(form.cleaned_data["first"]))
        except Refused as refused:
            form.add_error(None, say(refused))
    back = (row.name, reverse("office:patient", args=[patient]))
    status = 422 if form.errors else 200
    context, way = {"form": form, "patient": row}, [(_("Patients"), reverse("office:patients")), back]
    return page(request, desk, "paper/patient.html", context, area="patient", crumbs=way, status=status)


@require_POST
@at_desk
def other_paper(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What is about no patient: for the workplace, the routine, blank forms."""
    check(desk.access, Permission.SEE_PATIENTS)
    kind = request.POST.get("kind", "")
    if kind not in (*ABOUT_ROUTINE, "blank"):
        return redirect("office:paper")
    order = Order(kind, days_from(local_day(desk.at), FORM_DAYS), routine=request.POST.get("routine", ""))
    try:
        return made(desk, order, to="", name=kind)
    except Refused as refused:
        context = {"problem": say(refused)}
        return page(request, desk, "paper/problem.html", context, area="paper", crumbs=crumbs(), status=422)
