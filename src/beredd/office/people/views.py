"""Staff, one user, initials, roles."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.clock import local_day
from beredd.office.desk import Desk, at_desk, found
from beredd.office.page import page
from beredd.office.people import presenters
from beredd.office.people.forms import EndMembershipForm
from beredd.office.people.places import crumbs, places, units
from beredd.office.words.refusals import say
from beredd.people import actions, queries
from beredd.people.queries.directory import MemberRow
from beredd.people.rules.access import Refused
from beredd.people.rules.roles import Permission


@at_desk
def staff(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Everybody who works in my units today; one unit, or a name, on request."""
    mine, chosen, search = units(desk), request.GET.get("unit", ""), request.GET.get("search", "").strip()
    wanted = [unit.id for unit in mine if chosen in ("", str(unit.id))]
    rows = presenters.people(queries.members(wanted, on=local_day(desk.at)))
    shown = [row for row in rows if search.lower() in row.name.lower()]
    context = {
        "places": places(desk),
        "here": "people",
        "people": shown,
        "units": mine,
        "chosen": chosen,
        "search": search,
        "can_add": desk.may(Permission.MANAGE_USERS),
    }
    return page(request, desk, "people/staff.html", context, area="people")


@at_desk
def initials(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The signature clarification of one unit, to be printed; those who have left stay on it."""
    mine = units(desk)
    unit = next((one for one in mine if str(one.id) == request.GET.get("unit")), next(iter(mine), None))
    rows = presenters.people(queries.members([unit.id] if unit else []))
    people = sorted(rows, key=lambda row: (row.initials, row.name))
    context = {"places": places(desk), "here": "initials", "people": people, "units": mine, "unit": unit}
    return page(request, desk, "people/initials.html", context, area="people", crumbs=crumbs())


@at_desk
def roles(request: HttpRequest, desk: Desk) -> HttpResponse:
    context = {"places": places(desk), "here": "roles", "roles": presenters.roles(), "rights": presenters.rights()}
    return page(request, desk, "people/roles.html", context, area="people", crumbs=crumbs())


@at_desk
def user(request: HttpRequest, desk: Desk, user: UUID) -> HttpResponse:
    """One colleague: where, since when, with which delegations and phones."""
    return _user_page(request, desk, user)


@require_POST
@at_desk
def end_membership(request: HttpRequest, desk: Desk, membership: UUID) -> HttpResponse:
    """On error the page comes back with what was written."""
    row = _membership(desk, membership)
    found(row)
    assert row is not None
    form = EndMembershipForm(request.POST, prefix=str(membership))
    if form.is_valid():
        try:
            actions.end_membership(
                membership=membership, ends_on=form.cleaned_data["ends_on"], by=desk.access, at=desk.at
            )
        except Refused as refused:
            form.add_error("ends_on", say(refused))
        else:
            messages.success(request, _("The last day in the unit was saved."))
            return redirect("office:user", row.user.id)
    return _user_page(request, desk, row.user.id, bad=(membership, form))


def _user_page(
    request: HttpRequest, desk: Desk, user: UUID, *, bad: tuple[UUID, EndMembershipForm] | None = None
) -> HttpResponse:
    memberships = [row for row in queries.members([unit.id for unit in units(desk)]) if row.user.id == user]
    card = queries.user_card(user) if memberships or user == desk.access.user else None
    found(card)
    today = local_day(desk.at)
    can_withdraw = desk.may(Permission.GIVE_DELEGATION)
    context = {
        "card": card,
        "memberships": [
            {
                "row": row,
                "role": presenters.role_title(row.role),
                "over": row.ends_on is not None and row.ends_on < today,
                "form": _end_form(desk, row.membership, row.unit, bad),
            }
            for row in memberships
        ],
        "delegations": [
            presenters.delegation(row, today=today, may_withdraw=can_withdraw)
            for row in queries.delegations(desk.access, performer=user)
        ],
        "form": bad[1] if bad else None,
        "can_delegate": can_withdraw,
        "can_manage": any(desk.may(Permission.MANAGE_USERS, row.unit) for row in memberships),
    }
    return page(request, desk, "people/user.html", context, area="people", crumbs=crumbs(), status=422 if bad else 200)


def _end_form(
    desk: Desk, membership: UUID, unit: UUID, bad: tuple[UUID, EndMembershipForm] | None
) -> EndMembershipForm | None:
    if not desk.may(Permission.MANAGE_USERS, unit):
        return None
    return bad[1] if bad and bad[0] == membership else EndMembershipForm(prefix=str(membership))


def _membership(desk: Desk, membership: UUID) -> MemberRow | None:
    rows = queries.members([unit.id for unit in units(desk)])
    return next((row for row in rows if row.membership == membership), None)
