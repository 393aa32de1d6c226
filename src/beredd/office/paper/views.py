"""The print page: one press, one file. What is printed is in the access log before the file leaves."""

from django.http import HttpRequest, HttpResponse

from beredd.clock import local_day
from beredd.office.desk import Desk, at_desk
from beredd.office.page import chosen_unit, page, units_seen
from beredd.office.paper.forms import PrintForm
from beredd.office.paper.places import places
from beredd.office.words.refusals import say
from beredd.paper.actions import Printed, print_pack
from beredd.paper.calendar import is_working_day
from beredd.paper.packs import unit_plan
from beredd.paper.rules.span import Form, span_of
from beredd.people.queries import UnitRow
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission


@at_desk
def paper(request: HttpRequest, desk: Desk) -> HttpResponse:
    check(desk.access, Permission.SEE_PATIENTS)
    units = units_seen(desk)
    unit = chosen_unit(request, units)
    if unit is None:
        return page(request, desk, "today/no_unit.html", {}, area="paper")
    initial = {"unit": unit.id, "first": local_day(desk.at), "form": Form.MONTH}
    form = PrintForm(request.POST if request.method == "POST" else None, units=units, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            return _file(_printed(desk, form), units, form)
        except Refused as refused:
            form.add_error(None, say(refused))
    return page(
        request,
        desk,
        "paper/paper.html",
        {"form": form, "places": places(desk), "here": "paper"},
        area="paper",
        status=422 if form.errors else 200,
    )


def _printed(desk: Desk, form: PrintForm) -> Printed:
    asked = form.cleaned_data
    plan = unit_plan(
        unit=asked["unit"],
        span=span_of(Form(asked["form"]), asked["first"], is_working_day),
        long_outage=asked["everybody"],
        by=desk.access,
        at=desk.at,
    )
    return print_pack(plan=plan, changed_only=asked["changed_only"], channel="office", by=desk.access, at=desk.at)


def _file(printed: Printed, units: list[UnitRow], form: PrintForm) -> HttpResponse:
    """Its name says which unit and day, and nobody's name."""
    key = next(one.key for one in units if one.id == form.cleaned_data["unit"])
    answer = HttpResponse(printed.pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="beredd-{key}-{form.cleaned_data["first"]}.pdf"'
    return answer
