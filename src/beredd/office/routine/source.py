"""The file form: written in by those who know it, downloaded, read in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.routine.finding import the_routine, the_version
from beredd.office.routine.forms import ImportForm, SourceForm
from beredd.office.routine.places import crumbs, routine_crumbs
from beredd.office.words.refusals import say
from beredd.office.words.routines import version_line
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission
from beredd.routine import actions, queries
from beredd.routine.rules.faults import Fault, RoutineFaults
from beredd.routine.words import fault_said

LARGEST = 1024 * 1024  # a routine is a few pages; what is larger is something else


@at_desk
def source(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """Each fault with its line; nothing is saved while there is one."""
    check(desk.access, Permission.WRITE_ROUTINE)
    routine = the_routine(desk, slug)
    row = the_version(routine, number)
    form = SourceForm(request.POST or None, initial={"text": row.text, "seen": row.seen})
    faults: list[str] = []
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"].replace("\r\n", "\n")
        try:
            actions.save_draft(version=row.id, text=text, seen=form.cleaned_data["seen"], by=desk.access, at=desk.at)
        except RoutineFaults as wrong:
            faults = [_numbered(one) for one in wrong.faults]
        except Refused as refused:
            form.add_error(None, say(refused))
        else:
            messages.success(request, _("The draft is saved."))
            return redirect("office:routine-edit", slug, number)
    context = {"routine": routine, "version": row, "line": version_line(row), "form": form, "faults": faults}
    trail = routine_crumbs(routine)
    status = 422 if form.is_bound else 200
    return page(request, desk, "routine/source.html", context, area="routine", crumbs=trail, status=status)


@at_desk
def download(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """The text as it was saved, byte for byte."""
    row = the_version(the_routine(desk, slug), number)
    response = HttpResponse(row.text, content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{number}.yaml"'
    return response


@at_desk
def read_in(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A file becomes a draft; with a fault nothing is stored and each fault is named with its line."""
    check(desk.access, Permission.WRITE_ROUTINE)
    form = ImportForm(request.POST or None, request.FILES or None)
    faults: list[str] = []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            version = actions.import_draft(text=_text(file.read(LARGEST)), name=file.name, by=desk.access, at=desk.at)
        except RoutineFaults as wrong:
            faults = [_numbered(one) for one in wrong.faults]
        except UnicodeDecodeError:
            form.add_error("file", _("The file is not text in UTF-8. Save it as UTF-8 and choose it again."))
        except Refused as refused:
            form.add_error(None, say(refused))
        else:
            for row in queries.routines(desk.access, at=desk.at):
                for one in row.versions:
                    if one.id == version:
                        messages.success(request, _("The file is read in as a draft."))
                        return redirect("office:routine-version", row.slug, one.number)
    context = {"form": form, "faults": faults}
    status = 422 if form.is_bound else 200
    return page(request, desk, "routine/import.html", context, area="routine", crumbs=crumbs(), status=status)


def _numbered(fault: Fault) -> str:
    told = {"line": fault.line, "reason": fault_said(fault)}
    return _("Line %(line)s: %(reason)s") % told


def _text(raw: bytes) -> str:
    return raw.decode("utf-8-sig").replace("\r\n", "\n")
