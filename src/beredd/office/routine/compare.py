"""Two versions side by side, in words."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.i18n.mark import N_
from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.routine.finding import the_routine, the_version
from beredd.office.routine.places import routine_crumbs
from beredd.office.words.routines import version_line
from beredd.routine.queries import told
from beredd.routine.rules.diff import Change, ChangeKind, differences
from beredd.routine.words import said

KINDS = {ChangeKind.ADDED: N_("Added"), ChangeKind.REMOVED: N_("Removed"), ChangeKind.CHANGED: N_("Changed")}


@dataclass(frozen=True, slots=True)
class Row:
    where: str
    name: str
    what: str
    kind: str
    old: str
    new: str


@at_desk
def compare(request: HttpRequest, desk: Desk, slug: str, old: int, new: int) -> HttpResponse:
    """What one must know to decide on the new one, without reading it all again."""
    routine = the_routine(desk, slug)
    before, after = the_version(routine, old), the_version(routine, new)
    rows = [_row(one) for one in differences(told(before.text, slug), told(after.text, slug))]
    context = {
        "routine": routine,
        "title": _("Version %(old)s and version %(new)s") % {"old": old, "new": new},
        "summary": ngettext("%(n)s difference.", "%(n)s differences.", len(rows)) % {"n": len(rows)},
        "rows": rows,
        "old": version_line(before),
        "new": version_line(after),
    }
    return page(request, desk, "routine/compare.html", context, area="routine", crumbs=routine_crumbs(routine))


def _row(change: Change) -> Row:
    only = change.kind is not ChangeKind.CHANGED
    return Row(
        where=_(change.place),
        name=said(change.name),
        what="" if only else _(change.what),
        kind=_(KINDS[change.kind]),
        old="" if change.kind is ChangeKind.ADDED else said(change.before),
        new="" if change.kind is ChangeKind.REMOVED else said(change.after),
    )
