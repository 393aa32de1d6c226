"""A vendor's calendar file: read, shown, and what is chosen of it written into the calendar of planned work."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from beredd.disruption import actions, queries
from beredd.disruption.calendar_file import Announced, CalendarFault, CalendarRead, read_calendar
from beredd.disruption.plan import plan
from beredd.disruption.reach import check_reach
from beredd.office.desk import Desk, at_desk
from beredd.office.disruption.places import crumbs
from beredd.office.disruption.planned import systems
from beredd.office.fields import OfficeForm
from beredd.office.page import page
from beredd.office.words.planned import span
from beredd.office.words.refusals import say
from beredd.people.rules.roles import Permission


class FileForm(OfficeForm):
    system = forms.ChoiceField(label=gettext_lazy("System"))
    file = forms.FileField(
        label=gettext_lazy("Calendar file"),
        help_text=gettext_lazy("Ends in .ics. Vendors often have it beside the page where they announce their work."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["system"].field.choices = [("", _("Choose a system")), *systems()]  # type: ignore[attr-defined]


class KeepForm(OfficeForm):
    """What was shown, handed back: the file is read again, so nothing in it is believed twice."""

    system = forms.ChoiceField(widget=forms.HiddenInput)
    name = forms.CharField(widget=forms.HiddenInput, max_length=300)
    text = forms.CharField(widget=forms.HiddenInput, strip=False)
    chosen = forms.TypedMultipleChoiceField(label=gettext_lazy("Work to write in"), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["system"].field.choices = systems()  # type: ignore[attr-defined]
        count = len(self.data.get("text", "")) // len("BEGIN:VEVENT")  # no more than there can be in it
        self["chosen"].field.choices = [(str(one), "") for one in range(max(count, 1))]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Line:
    """`known`: it is in the calendar already."""

    number: int
    when: str
    what: str
    known: bool


@at_desk
def calendar(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Nothing is kept yet: what stands in the file is shown first."""
    check_reach(desk.access, Permission.HANDLE_DISRUPTIONS, None)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        file = told["file"].read()
        try:
            return _shown(request, desk, read_calendar(file, now=desk.at), told["system"], told["file"].name, file)
        except CalendarFault as refused:
            form.add_error("file", say(refused))
    return _page(request, desk, {"form": form}, status=422 if form.errors else 200)


@require_POST
@at_desk
def keep(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All that was chosen, or nothing; what is in the calendar already is left as it is."""
    form = KeepForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was chosen, so nothing was written in. Choose the file again."))
        return redirect("office:calendar-file")
    told = form.cleaned_data
    works = read_calendar(told["text"].encode(), now=desk.at).works
    chosen = [works[number] for number in told["chosen"] if number < len(works)]
    with transaction.atomic():
        new = sum(_planned(desk, told["system"], one, told["name"]) for one in chosen)
    text = ngettext("%(n)s work is in the calendar now.", "%(n)s works are in the calendar now.", new) % {"n": new}
    messages.success(request, text)
    return redirect("office:disruption-planned")


def _planned(desk: Desk, system: str, one: Announced, name: str) -> bool:
    """Whether it was new."""
    try:
        actions.plan_maintenance(
            system=system,
            starts_at=one.starts,
            ends_at=one.ends,
            what=one.what or _("Planned work"),
            source=one.source or name,
            by=desk.access,
            at=desk.at,
        )
    except actions.AlreadyPlanned:
        return False
    return True


def _shown(request: HttpRequest, desk: Desk, found: CalendarRead, system: str, name: str, file: bytes) -> HttpResponse:
    context = {
        "system": plan().landscape.title(system),
        "lines": _lines(desk, found.works, system),
        "unread": found.unread,
        "kept": {"system": system, "name": name[:300], "text": file.decode(errors="replace")},
    }
    return _page(request, desk, context)


def _lines(desk: Desk, works: Sequence[Announced], system: str) -> list[Line]:
    rows = queries.maintenance(desk.access, at=desk.at)
    known = {(one.starts_at, one.ends_at) for one in rows if one.system == system and not one.withdrawn}
    return [
        Line(number, span(one.starts, one.ends, now=desk.at), one.what, (one.starts, one.ends) in known)
        for number, one in enumerate(works)
    ]


def _page(request: HttpRequest, desk: Desk, context: dict[str, object], status: int = 200) -> HttpResponse:
    trail = [*crumbs(), (_("Planned work"), reverse("office:disruption-planned"))]
    return page(request, desk, "disruption/calendar.html", context, area="disruption", crumbs=trail, status=status)
