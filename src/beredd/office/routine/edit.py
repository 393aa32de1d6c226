"""Writing a draft without touching files: a page a piece, and its lists with add, up, down and remove."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.routine import lists
from beredd.office.routine.drafting import Draft, Unfit, address, draft_of, place_of, save
from beredd.office.routine.pieces import PieceForm
from beredd.office.routine.places import routine_crumbs
from beredd.office.routine.shapes import TOP, Shape, kind_of, shape
from beredd.office.routine.starting import started
from beredd.office.words.refusals import say
from beredd.people.rules.access import Refused
from beredd.routine import actions
from beredd.routine.rules import editing
from beredd.routine.rules.editing import NoSuchPlace, Place


@at_desk
def overview(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """Everything there is to write in, in the order of the document."""
    draft = draft_of(desk, slug, number)
    context = {
        "about": address(draft, "office:routine-piece", "about"),
        "holds": [lists.drawn(draft, (), one) for one in TOP],
    }
    return _page(request, desk, draft, "routine/edit.html", context, here=_("Write"), trail=[])


@at_desk
def piece(request: HttpRequest, desk: Desk, slug: str, number: int, place: str) -> HttpResponse:
    """One piece with its fields, and the lists it holds."""
    draft = draft_of(desk, slug, number)
    where = place_of(place)
    value = _there(lambda: editing.piece(draft.whole, where))
    found = _shape(draft, where, value)
    form = PieceForm(request.POST or None, lines=found.lines, value=value, seen=draft.version.seen)
    if request.method == "POST" and form.is_valid():
        changed = editing.put(draft.whole, where, form.written())
        if _saved(request, desk, draft, changed, form):
            return redirect(_up(draft, where))
    context = {
        "form": form,
        "title": _(found.title),
        "holds": [lists.drawn(draft, where, one) for one in found.holds],
        "back": _up(draft, where),
    }
    return _page(request, desk, draft, "routine/piece.html", context, here=_(found.title), bad=form.is_bound)


@at_desk
def new(request: HttpRequest, desk: Desk, slug: str, number: int, place: str, kind: str) -> HttpResponse:
    """A new line last in the list at the place."""
    draft = draft_of(desk, slug, number)
    where = place_of(place)
    begun = started(kind)
    found = shape(kind, draft.whole, begun)
    lines = [*(one for one in found.lines if one.name != "right"), *found.fresh]
    form = PieceForm(request.POST or None, lines=lines, value=begun, seen=draft.version.seen)
    if request.method == "POST" and form.is_valid():
        name, value = lists.named(kind, form.written(), draft, where)
        changed = _there(lambda: editing.add(draft.whole, where, value, name=name))
        if _saved(request, desk, draft, changed, form):
            return redirect(_up(draft, (*where, 0)))
    context = {"form": form, "title": _(found.title), "holds": [], "back": _up(draft, (*where, 0))}
    return _page(request, desk, draft, "routine/piece.html", context, here=_(found.title), bad=form.is_bound)


@require_POST
@at_desk
def undo(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """Takes back the last saving, whoever made it; undone once more it is there again."""
    draft = draft_of(desk, slug, number)
    seen = _seen(request)
    try:
        undone = actions.undo_draft(version=draft.version.id, seen=seen, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("The last change is undone.") if undone else _("There is nothing to undo."))
    return redirect(address(draft, "office:routine-edit"))


@require_POST
@at_desk
def line(request: HttpRequest, desk: Desk, slug: str, number: int, place: str) -> HttpResponse:
    """Moves a line up or down, or removes it."""
    draft = draft_of(desk, slug, number)
    *holder, key = place_of(place)
    where = tuple(holder)
    wanted: dict[str, Callable[[], Any]] = {
        "up": lambda: editing.shift(draft.whole, where, key, -1),
        "down": lambda: editing.shift(draft.whole, where, key, 1),
        "remove": lambda: editing.remove(draft.whole, where, key),
    }
    act = wanted.get(request.POST.get("do", ""))
    if act is None:
        raise Http404
    try:
        save(desk, draft, _there(act), seen=_seen(request))
    except Unfit as unfit:
        for reason in unfit.reasons:
            messages.error(request, reason)
    else:
        messages.success(request, _("Saved in the draft."))
    return redirect(_up(draft, (*where, key)))


def _saved(request: HttpRequest, desk: Desk, draft: Draft, changed: Any, form: PieceForm) -> bool:
    try:
        save(desk, draft, changed, seen=form.cleaned_data["seen"])
    except Unfit as unfit:
        for reason in unfit.reasons:
            form.add_error(None, reason)
        return False
    messages.success(request, _("Saved in the draft."))
    return True


def _seen(request: HttpRequest) -> int:
    said = request.POST.get("seen", "")
    return int(said) if said.isdecimal() else 0


def _there(look: Callable[[], Any]) -> Any:
    try:
        return look()
    except NoSuchPlace:
        raise Http404 from None


def _shape(draft: Draft, where: Place, value: Any) -> Shape:
    try:
        return shape(kind_of(draft.whole, where), draft.whole, value)
    except LookupError:
        raise Http404 from None


def _up(draft: Draft, where: Place) -> str:
    """The page that the piece is reached from."""
    if len(where) <= 2:
        return address(draft, "office:routine-edit")
    return address(draft, "office:routine-piece", "/".join(str(key) for key in where[:-2]))


def _page(
    request: HttpRequest,
    desk: Desk,
    draft: Draft,
    template: str,
    context: dict[str, Any],
    *,
    here: str,
    trail: list[tuple[str, str]] | None = None,
    bad: bool = False,
) -> HttpResponse:
    steps = trail if trail is not None else [(_("Write"), address(draft, "office:routine-edit"))]
    filled = {"routine": draft.routine, "version": draft.version, "line": draft.line, "here": here, **context}
    crumbs = routine_crumbs(draft.routine, (draft.line, address(draft, "office:routine-version")), *steps)
    return page(request, desk, template, filled, area="routine", crumbs=crumbs, status=422 if bad else 200)
