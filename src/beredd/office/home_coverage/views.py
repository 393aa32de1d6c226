"""A patient's home: how the coverage has been, and the decision on paper there; and all that waits for one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.care.actions import open_patient
from beredd.care.queries import patient_row
from beredd.clock import local_day, midnight
from beredd.disruption import queries
from beredd.disruption.actions import decline_proposal
from beredd.office.desk import Desk, at_desk, found
from beredd.office.follow_up.forms import last_weeks
from beredd.office.home_coverage import drawn, presenters
from beredd.office.home_coverage.forms import DecideForm, DeclineForm
from beredd.office.page import page
from beredd.office.paper.places import crumbs as paper_crumbs
from beredd.office.paper.places import places
from beredd.office.words import times
from beredd.office.words.home_coverage import COVERAGE, ground
from beredd.office.words.refusals import say
from beredd.paper.actions import decide_paper
from beredd.paper.rules.need import Reason
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission

WEEKS = (4, 12)


@at_desk
def proposals(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Everything that waits for this person."""
    check(desk.access, Permission.PRESCRIBE)
    rows = queries.proposals(desk.access, at=desk.at)
    context = {
        "places": places(desk),
        "here": "coverage-proposals",
        "proposals": [presenters.proposed(one) for one in rows],
    }
    return page(request, desk, "home_coverage/proposals.html", context, area="paper", crumbs=paper_crumbs())


@at_desk
def waiting(request: HttpRequest, desk: Desk, unit: UUID) -> HttpResponse:
    """The same among one unit's patients, for the page of its day; asked for apart, so that the day need not wait."""
    check(desk.access, Permission.PRESCRIBE)
    rows = queries.proposals(desk.access, at=desk.at)
    shown = [presenters.proposed(one) for one in rows if unit in (one.patient.unit, one.patient.rehab_unit)]
    return render(request, "home_coverage/waiting.html", {"coverage_waiting": shown})


@at_desk
def home(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    return _page(request, desk, patient, DeclineForm())


@require_POST
@at_desk
def paper(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    """Decided, or taken back, for one reason."""
    found(patient_row(desk.access, patient))
    holds = request.POST.get("holds") != "no"
    try:
        reason = Reason(request.POST.get("reason", ""))
        decide_paper(patient=patient, reason=reason, holds=holds, by=desk.access, at=desk.at)
    except ValueError:
        messages.error(request, _("Choose why there is to be paper at home."))
    except Refused as refused:
        if refused.code != "paper_reason":
            raise
        messages.error(request, say(refused))
    else:
        done = _("Decided: paper in the home folder. Now print it and have it put there.")
        undone = _("Taken back. Paper at home is no longer asked for on this ground.")
        messages.success(request, done if holds else undone)
    return redirect("office:home-coverage", patient)


@require_POST
@at_desk
def decline(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return _page(request, desk, patient, form)
    decline_proposal(home=patient, ground=form.cleaned_data["ground"], by=desk.access, at=desk.at)
    messages.success(request, _("Declined. It is proposed anew only if later visits give cause."))
    return redirect("office:home-coverage", patient)


def _page(request: HttpRequest, desk: Desk, patient: UUID, declining: DeclineForm) -> HttpResponse:
    open_patient(patient=patient, channel="office", by=desk.access, at=desk.at)
    weeks = next((n for n in WEEKS if request.GET.get("weeks") == str(n)), WEEKS[0])
    since, until = last_weeks(weeks, today=local_day(desk.at))
    home = queries.home_coverage(desk.access, patient, since=midnight(since), at=desk.at)
    found(home)
    assert home is not None
    shown = [one for one in home.visits if local_day(one.began_at) >= since]
    context = {
        "patient": home.patient,
        "look": COVERAGE[home.judged.coverage],
        "ground": ground(home.judged),
        "proposed": presenters.proposed(home) if home.proposal and home.may_decide else None,
        "decided": presenters.decided(home, now=desk.at),
        "declined": home.declined,
        "may_decide": home.may_decide,
        "wanted": home.wanted,
        "decide_form": DecideForm(),
        "decline_form": declining,
        "form": declining if declining.errors else None,
        "weeks": [(n, n == weeks) for n in WEEKS],
        "span": times.period(since, until),
        "drawing": drawn.drawing(shown, since=since, until=until) if shown else None,
        "patterned": drawn.PATTERNED,
        "visits": presenters.visited(shown, now=desk.at),
    }
    status = 422 if declining.errors else 200
    way = [(_("Patients"), reverse("office:patients")), (home.patient.name, reverse("office:patient", args=[patient]))]
    return page(request, desk, "home_coverage/home.html", context, area="patient", crumbs=way, status=status)
