"""One disruption: how it stands, what has been decided, and the decisions that this person may make now."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.disruption import actions, queries
from beredd.disruption.queries import IncidentRow
from beredd.disruption.rules.incident import ONGOING, OPEN
from beredd.office.desk import Desk, at_desk
from beredd.office.disruption import presenters
from beredd.office.disruption.board import board
from beredd.office.disruption.forms import BeginPaperForm, EndPaperForm, MoveForm, WordForm
from beredd.office.disruption.leads import hand_over_form
from beredd.office.disruption.places import crumbs, deciding, systems, the_incident, units_of
from beredd.office.disruption.road import road
from beredd.office.disruption.seen import lines_about
from beredd.office.fields import OfficeForm
from beredd.office.page import page
from beredd.office.words import disruptions as words
from beredd.office.words.limits import warnings
from beredd.office.words.refusals import say
from beredd.people.queries import UnitRow
from beredd.people.rules.access import Refused
from beredd.people.rules.roles import Permission


@at_desk
def incident(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    return _page(request, desk, incident)


@require_POST
@at_desk
def move(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    """Of two who decide at once, the second is told how it stands now."""
    wanted = presenters.move_of(request.POST.get("move", ""))
    if wanted is None:
        raise Http404
    form = MoveForm(request.POST, move=wanted, prefix=wanted)

    def decide() -> str:
        actions.move_incident(incident=incident, move=wanted, **form.cleaned_data, by=desk.access, at=desk.at)
        return _(words.DONE[wanted])

    return _tried(request, desk, incident, form, decide)


@require_POST
@at_desk
def tell(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    form = WordForm(request.POST)

    def decide() -> str:
        actions.tell(incident=incident, **form.cleaned_data, by=desk.access, at=desk.at)
        return _("Everybody now sees it on the status page, and the phones when they next reach the server.")

    return _tried(request, desk, incident, form, decide)


@require_POST
@at_desk
def begin_paper(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    row = the_incident(desk, incident)
    form = BeginPaperForm(request.POST, units=deciding(desk, row), systems=systems(row), now=desk.at)

    def decide() -> str:
        actions.begin_paper(incident=incident, **form.cleaned_data, by=desk.access, at=desk.at)
        return _("It is decided that paper is used. What is signed on paper is entered when it is over.")

    return _tried(request, desk, incident, form, decide)


@require_POST
@at_desk
def end_paper(request: HttpRequest, desk: Desk, incident: UUID, paper: UUID) -> HttpResponse:
    form = EndPaperForm(request.POST, prefix=str(paper), now=desk.at)

    def decide() -> str:
        actions.end_paper(paper=paper, **form.cleaned_data, by=desk.access, at=desk.at)
        return _("It is decided until when paper is used.")

    return _tried(request, desk, incident, form, decide)


def _tried(
    request: HttpRequest,
    desk: Desk,
    incident: UUID,
    form: OfficeForm,
    decide: Callable[[], str],
) -> HttpResponse:
    """On error the page comes back with what was written."""
    the_incident(desk, incident)
    if form.is_valid():
        try:
            done = decide()
        except Refused as refused:
            form.add_error(refused.code if refused.code in form.fields else None, say(refused))
        else:
            messages.success(request, done)
            return redirect("office:disruption", incident)
    return _page(request, desk, incident, bad=form)


def _page(request: HttpRequest, desk: Desk, incident: UUID, *, bad: OfficeForm | None = None) -> HttpResponse:
    row = the_incident(desk, incident)
    units = units_of(row)
    decides = deciding(desk, row)
    context = {
        "id": row.id,
        "card": presenters.card(row, units, user=desk.access.user, now=desk.at),
        "road": road(row),
        "limits": warnings(queries.limits(row, at=desk.at), now=desk.at),
        "owner": presenters.owner(row, units),
        "seen": lines_about(desk, row.system) if row.state in OPEN else [],
        "evidence": row.timeline[0],
        "timeline": presenters.timeline(row, units, now=desk.at),
        **board(request, desk, row),
        "next": presenters.next_moves(row, bad),
        "papers": presenters.papers(row, units, decides=[one.id for one in decides], bad=bad, now=desk.at),
        "paper_form": _paper_form(desk, row, decides, bad),
        "sees_patients": desk.may(Permission.SEE_PATIENTS) and row.state in OPEN,
        "last": row.last_word,
        "word_form": (bad if isinstance(bad, WordForm) else WordForm()) if row.may_tell else None,
        "form": bad,
        "hand_over": hand_over_form(desk, row),
    }
    status = 422 if bad else 200
    return page(request, desk, "disruption/one.html", context, area="disruption", crumbs=crumbs(), status=status)


def _paper_form(desk: Desk, row: IncidentRow, decides: list[UnitRow], bad: OfficeForm | None) -> OfficeForm | None:
    if isinstance(bad, BeginPaperForm):
        return bad
    if not decides or row.state not in ONGOING:
        return None
    return BeginPaperForm(units=decides, systems=systems(row), now=desk.at)
