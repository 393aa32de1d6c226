"""“It does not work”: reported by anybody at a workplace computer, signed in or not, and answered at once.

One user or one device is no disruption: the answer says to use another one, and whom to report to.
"""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from beredd import clock
from beredd.disruption import actions, queries
from beredd.disruption.actions import Said
from beredd.disruption.plan import plan
from beredd.disruption.rules.things import Thing, thing_of, things
from beredd.ids import new_id
from beredd.office.guide import presenters as guide
from beredd.office.status import presenters
from beredd.office.status.forms import ReportForm
from beredd.office.status.whence import address_of, browser_of, remember
from beredd.office.words import disruptions as words
from beredd.office.words.refusals import say
from beredd.people import queries as people
from beredd.people.queries import UnitRow
from beredd.people.rules.access import SYSTEM, Access, Refused
from beredd.people.rules.roles import Permission
from beredd.routine.actions.guide import ANYBODY
from beredd.routine.queries import alone_advice


@never_cache
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    at = clock.now()
    known = things(plan().landscape)
    who = people.access_of(request.user.pk, at=at) if request.user.is_authenticated else None
    units = _units(who)
    begin = {"id": new_id(at), "what": request.GET.get("what", ""), "unit": request.session.get("unit", "")}
    form = ReportForm(request.POST or None, units=units, known=known, initial=begin)
    if request.method == "POST" and form.is_valid():
        browser = browser_of(request)
        try:
            _report(request, form, known, who, browser, at)
        except Refused as refused:
            form.add_error(None, say(refused))
        else:
            unit = next(one for one in units if one.id == form.cleaned_data["unit"])
            what = thing_of(form.cleaned_data["what"], known)
            assert what is not None
            device = actions.device_of(address_of(request), browser)
            return remember(_answer(request, what, unit, form.other_device_works, device, at), browser)
    status = 422 if form.errors else 200
    return render(request, "status/report.html", {"form": form, "now": at}, status=status)


def _report(
    request: HttpRequest, form: ReportForm, known: tuple[Thing, ...], who: Access | None, browser: str, at: datetime
) -> None:
    what = thing_of(form.cleaned_data["what"], known)
    assert what is not None
    address = address_of(request)
    said = Said(
        id=form.cleaned_data["id"],
        kind=what.kind,
        system=what.system,
        unit=form.cleaned_data["unit"],
        device=actions.device_of(address, browser),
        made_at=at,
        other_device_works=form.other_device_works,
        saw={"from": "office" if who else "open page"},
    )
    if who is None:
        actions.report_openly(said, address=address, by=ANYBODY, at=at)
    else:
        actions.report(said, signed_in=True, by=who, at=at)


def _answer(
    request: HttpRequest, what: Thing, unit: UnitRow, other_works: bool | None, device: str, at: datetime
) -> HttpResponse:
    trouble = queries.known_already(ANYBODY, what, at=at)
    employer = (unit.organisation_key, unit.organisation_kind)
    advice = alone_advice(employer=employer, at=at)
    context = {
        "what": words.thing(what),
        "unit": unit.name,
        "known": presenters.known(what, trouble, now=at) if trouble else None,
        "others": queries.others_say(what, device=device, at=at),
        "other_works": other_works,
        "steps": guide.steps_of(advice, now=at) if advice else [],
        "now": at,
    }
    return render(request, "status/reported.html", context)


def _units(who: Access | None) -> list[UnitRow]:
    """Every unit by name; one's own first."""
    own = {grant.unit for grant in who.memberships} if who else set()
    return sorted(people.all_units(SYSTEM, Permission.SIGN), key=lambda one: (one.id not in own, one.name))
