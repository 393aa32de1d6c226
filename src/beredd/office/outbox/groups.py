"""Who is told, in what order and how; who stands in; how each channel is set up."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.clock import local_day
from beredd.notices import actions, queries
from beredd.notices.actions.queue import group_now
from beredd.notices.rules.templates import TEMPLATES
from beredd.notices.setup import setup
from beredd.office.desk import Desk, at_desk
from beredd.office.outbox.forms import HandoverForm
from beredd.office.page import page
from beredd.office.words.refusals import say
from beredd.paper.call_tree import call_trees
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission


@at_desk
def groups(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _page(request, desk)


@require_POST
@at_desk
def hand_over(request: HttpRequest, desk: Desk, group: str) -> HttpResponse:
    """On error the page comes back with what was written."""
    row = next((one for one in queries.groups(desk.access, at=desk.at) if one.group.key == group), None)
    if row is None:
        raise Http404
    form = HandoverForm(request.POST, group=row, recipients=queries.recipients(desk.access), now=desk.at)
    if form.is_valid():
        try:
            actions.hand_over(group=group, **form.cleaned_data, by=desk.access, at=desk.at)
        except actions.HandoverRefused as refused:
            form.add_error(None, say(refused))
        else:
            messages.success(request, _("Duty is handed over."))
            return redirect("office:notice-groups")
    return _page(request, desk, bad=form)


@at_desk
def call_tree(request: HttpRequest, desk: Desk) -> HttpResponse:
    """As the groups are now, with those who stand in."""
    check(desk.access, Permission.ARRANGE_NOTICES)
    made = setup()
    groups = [found for key in made.book.groups if (found := group_now(key, made, at=desk.at))]
    answer = HttpResponse(call_trees(groups, made.book.recipients, at=desk.at), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="beredd-call-tree-{local_day(desk.at)}.pdf"'
    return answer


def _page(request: HttpRequest, desk: Desk, *, bad: HandoverForm | None = None) -> HttpResponse:
    crumbs = [(_("Notices"), reverse("office:notices"))]
    try:
        rows, everybody = queries.groups(desk.access, at=desk.at), queries.recipients(desk.access)
        fault = ""
    except Refused as refused:
        if refused.code != "notices_file":
            raise
        rows, everybody, fault = [], [], say(refused)
    context = {
        "rows": [
            {
                "group": row.group,
                "hears": [_(TEMPLATES[name].title) for name in sorted(row.group.hears)],
                "minutes": int(row.group.every.total_seconds() // 60),
                "places": row.places,
                "form": bad
                if bad is not None and bad.prefix == row.group.key
                else HandoverForm(group=row, recipients=everybody, now=desk.at),
            }
            for row in rows
        ],
        "everybody": everybody,
        "fault": fault,
        "form": bad,
    }
    status = 422 if bad else 200
    return page(request, desk, "outbox/groups.html", context, area="notices", crumbs=crumbs, status=status)
