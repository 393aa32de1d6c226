"""Prescribing and changing in three steps (write, check, save), and ending. Every step carries all that was written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.care import actions, queries
from beredd.care.queries import PatientRow, PrescriptionRow
from beredd.care.rules.occurrences import Occurrence, Version, occurrences
from beredd.care.rules.prescription import Content
from beredd.clock import SWEDEN, local_day, midnight
from beredd.ids import new_id
from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.patient.access import Delegates, holds, open_patient
from beredd.office.patient.views import crumbs
from beredd.office.prescribe import presenters
from beredd.office.prescribe.begun import keep_begun, take_begun
from beredd.office.prescribe.choices import grouped
from beredd.office.prescribe.forms import EndForm, PrescriptionForm, as_written, from_version
from beredd.office.words import programmes
from beredd.people import queries as people
from beredd.people.rules.access import NotAllowed, Refused
from beredd.people.rules.roles import Permission

WEEK = timedelta(days=7)
NOT_CARRIED = ("csrfmiddlewaretoken", "step")
Save = Callable[[Content, datetime], object]


@dataclass(frozen=True, slots=True)
class Task:
    """What the pages of one journey have in common. `before`: the versions there already are."""

    patient: PatientRow
    title: str
    action: str
    done: str
    before: tuple[Version, ...]
    changing: bool
    save: Save


@at_desk
def prescribe(request: HttpRequest, desk: Desk, patient: UUID) -> HttpResponse:
    row = _patient(desk, patient)
    task = Task(
        patient=row,
        title=_("New prescription"),
        action=_("Prescribe"),
        done=_("The prescription was saved. Phones get it the next time they have contact."),
        before=(),
        changing=False,
        save=lambda content, at: actions.prescribe(
            patient=patient, content=content, effective_at=at, by=desk.access, at=desk.at
        ),
    )
    return _journey(request, desk, task, initial={"starts_on": local_day(desk.at)})


@at_desk
def change(request: HttpRequest, desk: Desk, patient: UUID, prescription: UUID) -> HttpResponse:
    row, old = _prescription(desk, patient, prescription)
    task = Task(
        patient=row,
        title=_("Change the prescription"),
        action=_("Save the change"),
        done=_("The change was saved as a new version. The earlier version stays readable."),
        before=tuple(version.plan for version in old.versions),
        changing=True,
        save=lambda content, at: actions.change_prescription(
            prescription=prescription, content=content, effective_at=at, by=desk.access, at=desk.at
        ),
    )
    initial = {**from_version(old.versions[-1]), "effective_at": desk.at.astimezone(SWEDEN)}
    return _journey(request, desk, task, initial=initial)


@at_desk
def end(request: HttpRequest, desk: Desk, patient: UUID, prescription: UUID) -> HttpResponse:
    row, old = _prescription(desk, patient, prescription)
    form = EndForm(request.POST or None, initial={"ends_on": local_day(desk.at)})
    if request.method == "POST" and form.is_valid():
        actions.end_prescription(
            prescription=prescription, ends_on=form.cleaned_data["ends_on"], by=desk.access, at=desk.at
        )
        messages.success(request, _("The prescription ends on its last day. What was signed stays."))
        return redirect("office:patient", patient)
    context = {"patient": row, "version": old.versions[-1].content, "form": form, "back": _back(row)}
    status = 422 if form.is_bound else 200
    return page(request, desk, "prescribe/end.html", context, area="patient", crumbs=crumbs(row), status=status)


@require_POST
@at_desk
def schedule_fields(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The fields of the chosen form of schedule, with what already stands in them."""
    return render(request, "prescribe/schedule_fields.html", {"form": _form(desk, initial=as_written(request.POST))})


@at_desk
def programme_preview(request: HttpRequest, desk: Desk) -> HttpResponse:
    shown = _programme(desk, request.GET.get("programme"))
    return render(request, "prescribe/programme.html", {"programme": shown}) if shown else HttpResponse("")


def _journey(request: HttpRequest, desk: Desk, task: Task, *, initial: dict[str, object]) -> HttpResponse:
    make = partial(_form, desk, patient=task.patient.id, changing=task.changing)
    if request.method != "POST":
        return _write(request, desk, task, make(initial={**initial, **_brought(request)}))
    step = request.POST.get("step")
    if step == "programme":
        keep_begun(request, task.patient.id, request.POST)
        return redirect(f"{reverse('office:new-programme')}?patient={task.patient.id}")
    if step == "printout":
        keep_begun(request, task.patient.id, request.POST)
        return redirect("office:new-printout", task.patient.id)
    if step not in ("check", "save"):  # "form" or "back": shown again, judged later
        return _write(request, desk, task, make(initial=as_written(request.POST)))
    form = make(request.POST)
    if not form.is_valid():
        return _write(request, desk, task, form)
    if step == "check":
        return _check(request, desk, task, form)
    try:
        task.save(form.content, form.cleaned_data.get("effective_at") or desk.at)
    except NotAllowed:
        raise
    except Refused as refused:
        form.refuse(refused)
        return _write(request, desk, task, form)
    messages.success(request, task.done)
    return redirect("office:patient", task.patient.id)


def _write(request: HttpRequest, desk: Desk, task: Task, form: PrescriptionForm) -> HttpResponse:
    context = {
        "title": task.title,
        "patient": task.patient,
        "form": form,
        "programme": _programme(desk, form["programme"].value()),
        "programme_choices": [("", [("", _("No programme"))]), *form.programmes],
        "tasks": sorted({row.task for row in people.delegations(desk.access)}),
        "back": _back(task.patient),
    }
    status = 422 if form.is_bound else 200
    return page(
        request, desk, "prescribe/form.html", context, area="patient", crumbs=crumbs(task.patient), status=status
    )


def _check(request: HttpRequest, desk: Desk, task: Task, form: PrescriptionForm) -> HttpResponse:
    content = form.content
    effective = form.cleaned_data.get("effective_at")
    programme = _programme(desk, content.programme)
    delegated = Delegates(desk, task.patient)(content.task) if content.task else 0
    context = {
        "patient": task.patient,
        "action": task.action,
        "answers": presenters.answers(content, programme=programme.name if programme else "", effective_at=effective),
        "programme": programme,
        "week": presenters.planned_days(
            _first_week(content, task.before, effective or desk.at), today=local_day(desk.at)
        ),
        "delegation": presenters.delegation_notice(content, delegated=delegated, unit=task.patient.unit_name),
        "hidden": list(_carried(request.POST)),
        "back": _back(task.patient),
    }
    return page(request, desk, "prescribe/check.html", context, area="patient", crumbs=crumbs(task.patient))


def _first_week(content: Content, before: tuple[Version, ...], effective: datetime) -> list[Occurrence]:
    """Seven days from when it begins to hold, of the old versions too where they still do."""
    number = max((version.number for version in before), default=0) + 1
    new = Version(number, effective, content.starts_on, content.ends_on, content.schedule)
    since = max(effective, midnight(content.starts_on))
    found = occurrences(new_id(effective), [*before, new], [], since=since, until=since + WEEK, zone=SWEDEN)
    return [one for one in found if one.version == number]


def _carried(post: QueryDict) -> Iterable[tuple[str, str]]:
    """All that was written, to be sent along."""
    return ((name, str(value)) for name in post if name not in NOT_CARRIED for value in post.getlist(name))


def _brought(request: HttpRequest) -> dict[str, object]:
    """The programme that the address names, with what was written before somebody went to make it."""
    if "programme" not in request.GET:
        return {}
    left = take_begun(request)
    return {**(as_written(left) if left else {}), "programme": request.GET["programme"]}


def _form(
    desk: Desk,
    data: QueryDict | None = None,
    *,
    patient: UUID | None = None,
    changing: bool = False,
    initial: dict[str, object] | None = None,
) -> PrescriptionForm:
    """To be chosen: the patient's own programmes, then the templates, the most used first."""
    return PrescriptionForm(data, programmes=grouped(desk, patient), changing=changing, initial=initial)


def _programme(desk: Desk, id: object) -> programmes.Programme | None:
    try:
        row = queries.programme(desk.access, UUID(str(id)))
    except ValueError:
        return None
    return programmes.programme(row) if row else None


def _patient(desk: Desk, patient: UUID) -> PatientRow:
    row = open_patient(desk, patient)
    if not holds(desk, Permission.PRESCRIBE, row):
        raise NotAllowed(Permission.PRESCRIBE)
    return row


def _prescription(desk: Desk, patient: UUID, prescription: UUID) -> tuple[PatientRow, PrescriptionRow]:
    row = _patient(desk, patient)
    found = queries.prescription(desk.access, prescription)
    if found is None or found.patient != patient:
        raise Http404
    return row, found


def _back(patient: PatientRow) -> str:
    return reverse("office:patient", args=[patient.id])
