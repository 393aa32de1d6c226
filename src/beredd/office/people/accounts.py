"""New people and new passwords. Nobody hands out more than they hold: roles that apply everywhere need that right."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters

from beredd.clock import local_day
from beredd.ids import entity_id, new_id
from beredd.office.desk import Desk, at_desk, found
from beredd.office.fields import Day, OfficeForm
from beredd.office.page import page
from beredd.office.people.places import crumbs
from beredd.office.people.presenters import role_title
from beredd.office.words.refusals import say
from beredd.people import actions, queries
from beredd.people.rules.access import EVERYWHERE, NotAllowed, Refused, check, units_with
from beredd.people.rules.roles import ROLES, Permission, Role

PASSWORD = forms.PasswordInput(attrs={"autocomplete": "new-password", "class": "w-l"}, render_value=False)


class PasswordForm(OfficeForm):
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        max_length=200,
        widget=PASSWORD,
        help_text=gettext_lazy("At least 12 signs. Tell the person by telephone or face to face, never by e-mail."),
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class PersonForm(PasswordForm):
    """A user name that exists already means that person: only the employment is added."""

    username = forms.CharField(
        label=gettext_lazy("User name"), max_length=60, widget=forms.TextInput(attrs={"class": "w-m"})
    )
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=80, required=False)
    phone = forms.CharField(
        label=gettext_lazy("Telephone"), max_length=30, required=False, widget=forms.TextInput(attrs={"class": "w-m"})
    )
    unit = forms.TypedChoiceField(label=gettext_lazy("Unit"), coerce=UUID, empty_value=None)
    role = forms.ChoiceField(label=gettext_lazy("Role"))
    starts_on = Day(label=gettext_lazy("First day"))
    field_order = ("name", "username", "title", "phone", "unit", "role", "starts_on", "password")

    def __init__(self, *args: Any, desk: Desk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = queries.all_units(desk.access, Permission.MANAGE_USERS)
        for name, choices in (
            ("unit", [(str(unit.id), unit.name) for unit in units]),
            ("role", [(role.value, role_title(role)) for role in grantable(desk)]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices


def grantable(desk: Desk) -> list[Role]:
    """The roles this user may give to somebody."""
    everywhere = units_with(desk.access, Permission.MANAGE_USERS) is EVERYWHERE
    return [role for role in Role if everywhere or not ROLES[role].everywhere]


@sensitive_post_parameters("password")
@at_desk
def add(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A new person, or another employment of one who is known: all of it or nothing."""
    check(desk.access, Permission.MANAGE_USERS)
    form = PersonForm(request.POST or None, desk=desk, initial={"starts_on": local_day(desk.at)})
    if request.method == "POST" and form.is_valid():
        try:
            user = _add(desk, form.cleaned_data)
        except Refused as refused:
            form.add_error(None, say(refused))
        else:
            messages.success(request, _("The person now works in the unit and has initials there."))
            return redirect("office:user", user)
    status = 422 if form.is_bound else 200
    return page(request, desk, "people/add.html", {"form": form}, area="people", crumbs=crumbs(), status=status)


@sensitive_post_parameters("password")
@at_desk
def new_password(request: HttpRequest, desk: Desk, user: UUID) -> HttpResponse:
    """For people of the units whose users one manages."""
    card = queries.user_card(user)
    found(card)
    if not _manages(desk, user):
        raise NotAllowed(Permission.MANAGE_USERS)
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.set_password(
            user=user, encoded=make_password(form.cleaned_data["password"]), by=desk.access, at=desk.at
        )
        messages.success(request, _("The new password holds from now on."))
        return redirect("office:user", user)
    status = 422 if form.is_bound else 200
    context = {"form": form, "card": card}
    return page(request, desk, "people/password.html", context, area="people", crumbs=crumbs(), status=status)


def _add(desk: Desk, given: dict[str, Any]) -> UUID:
    username = given["username"].strip().lower()
    with transaction.atomic():
        known = queries.find_user(username)
        id = known.id if known else entity_id("user", username)
        if known is None:
            more = {"title": given["title"], "phone": given["phone"]}
            actions.put_user(
                id=id, key=username, username=username, name=given["name"], by=desk.access, at=desk.at, **more
            )
        actions.put_membership(
            id=new_id(desk.at),
            user=id,
            unit=given["unit"],
            role=given["role"],
            starts_on=given["starts_on"],
            ends_on=None,
            by=desk.access,
            at=desk.at,
        )
        if known is None:
            actions.set_password(user=id, encoded=make_password(given["password"]), by=desk.access, at=desk.at)
    return id


def _manages(desk: Desk, user: UUID) -> bool:
    """In one of the user's units; who has a right everywhere is managed only by those who manage everywhere."""
    units = units_with(desk.access, Permission.MANAGE_USERS)
    if units is EVERYWHERE:
        return True
    held = queries.access_of(user, at=desk.at).memberships
    return any(grant.unit in units for grant in held) and not any(ROLES[grant.role].everywhere for grant in held)
