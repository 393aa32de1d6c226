"""The calendar of planned work: what is told of it, what care there is meanwhile, and changing it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from beredd.disruption import actions, queries
from beredd.disruption.actions.maintenance import LONGEST_TEXT
from beredd.disruption.plan import plan
from beredd.disruption.queries import MaintenanceRow
from beredd.disruption.rules.landscape import LINK
from beredd.disruption.rules.maintenance import Stage
from beredd.office.desk import Desk, at_desk
from beredd.office.disruption.places import crumbs
from beredd.office.fields import Moment, OfficeForm
from beredd.office.page import page
from beredd.office.words import planned as words
from beredd.office.words.refusals import say
from beredd.office.words.states import Look
from beredd.office.words.times import moment
from beredd.people.rules.access import is_everywhere
from beredd.people.rules.roles import Permission


class PlanForm(OfficeForm):
    system = forms.ChoiceField(label=gettext_lazy("System"))
    starts_at = Moment(label=gettext_lazy("The work begins"))
    ends_at = Moment(label=gettext_lazy("The work is done"))
    what = forms.CharField(
        label=gettext_lazy("What will be done"),
        help_text=gettext_lazy("Shown to everybody at /lage/ and on the phones. No patients, no names of staff."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    source = forms.CharField(
        label=gettext_lazy("Where it was announced"),
        help_text=gettext_lazy("A web address, or which letter: so that it can be found again."),
        max_length=LONGEST_TEXT,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["system"].field.choices = [("", _("Choose a system")), *systems()]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Line:
    """`care`: how much is planned meanwhile; `again`: whether it can be planned again."""

    id: UUID
    title: str
    when: str
    what: str
    source: str
    link: str
    by: str
    look: Look | None
    care: str
    busy: bool
    can_withdraw: bool
    again: bool


def systems() -> list[tuple[str, str]]:
    """What somebody can plan work on: all that has a name, but not each place's own connection."""
    return [(key, title) for key, title in plan().landscape.titles.items() if key != LINK]


def may_plan(desk: Desk) -> bool:
    return is_everywhere(desk.access, Permission.HANDLE_DISRUPTIONS)


@at_desk
def planned(request: HttpRequest, desk: Desk) -> HttpResponse:
    return shown(request, desk, PlanForm())


@require_POST
@at_desk
def add(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What was written comes back when it does not hold."""
    form = PlanForm(request.POST)
    if form.is_valid():
        try:
            id = actions.plan_maintenance(**form.cleaned_data, by=desk.access, at=desk.at)
        except (actions.AlreadyPlanned, actions.MaintenanceFault) as refused:
            form.add_error(refused.code if refused.code in form.fields else None, say(refused))
        else:
            _told(request, desk, id)
            return redirect("office:disruption-planned")
    return shown(request, desk, form, status=422)


@require_POST
@at_desk
def withdraw(request: HttpRequest, desk: Desk, maintenance: UUID) -> HttpResponse:
    try:
        actions.withdraw_maintenance(maintenance=maintenance, by=desk.access, at=desk.at)
    except actions.UnknownMaintenance as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("The work is withdrawn. Below you can undo it."))
    return redirect("office:disruption-planned")


@require_POST
@at_desk
def again(request: HttpRequest, desk: Desk, maintenance: UUID) -> HttpResponse:
    """Undoes a withdrawal: the same is planned once more."""
    row = next((one for one in queries.maintenance(desk.access, at=desk.at) if one.id == maintenance), None)
    if row is None:
        raise Http404
    facts = {name: getattr(row, name) for name in ("system", "starts_at", "ends_at", "what", "source")}
    try:
        _told(request, desk, actions.plan_maintenance(**facts, by=desk.access, at=desk.at))
    except (actions.AlreadyPlanned, actions.MaintenanceFault) as refused:
        messages.error(request, say(refused))
    return redirect("office:disruption-planned")


def shown(request: HttpRequest, desk: Desk, form: PlanForm, *, status: int = 200, **more: object) -> HttpResponse:
    rows = queries.maintenance(desk.access, at=desk.at)
    may = may_plan(desk)
    lines = [(row, _line(row, may, desk.at)) for row in rows]
    context = {
        "ahead": [line for row, line in lines if row.stage is not Stage.OVER and not row.withdrawn],
        "withdrawn": [line for row, line in lines if row.stage is not Stage.OVER and row.withdrawn],
        "over": [line for row, line in reversed(lines) if row.stage is Stage.OVER and not row.withdrawn],
        "form": form if may else None,
        **more,
    }
    return page(request, desk, "disruption/planned.html", context, area="disruption", crumbs=crumbs(), status=status)


def _told(request: HttpRequest, desk: Desk, id: UUID) -> None:
    messages.success(request, _("The work is in the calendar. All are told of it from the day before."))
    row = next(one for one in queries.maintenance(desk.access, at=desk.at) if one.id == id)
    if row.is_busy:
        text = _("Much care is planned then: %(care)s. Ask the vendor for another time, or prepare paper.")
        messages.warning(request, text % {"care": _care(row)})


def _line(row: MaintenanceRow, may: bool, now: datetime) -> Line:
    ahead = row.stage is not Stage.OVER
    by = {"name": row.withdrawn or row.by_name, "at": moment(row.withdrawn_at or row.at, now=now)}
    return Line(
        id=row.id,
        title=plan().landscape.title(row.system),
        when=words.span(row.starts_at, row.ends_at, now=now),
        what=row.what,
        source=row.source,
        link=row.source if row.source.startswith(("https://", "http://")) else "",
        by=_("%(name)s, %(at)s") % by,
        look=words.STAGES.get(row.stage),
        care=_care(row),
        busy=row.is_busy,
        can_withdraw=may and ahead and not row.withdrawn,
        again=may and ahead and bool(row.withdrawn),
    )


def _care(row: MaintenanceRow) -> str:
    if row.amount is None:
        return ""
    number = row.amount.meanwhile
    return ngettext("%(n)s planned occurrence", "%(n)s planned occurrences", number) % {"n": number}
