"""The pages about paper that this user may open."""

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.office.desk import Desk
from beredd.office.page import Crumb
from beredd.office.people.places import Place
from beredd.people.rules.roles import Permission


def places(desk: Desk) -> list[Place]:
    pages = [
        ("paper", _("Print"), desk.may(Permission.SEE_PATIENTS)),
        ("shifts", _("At each shift's end"), desk.may(Permission.ARRANGE_PAPER)),
        ("home-folders", _("Home folders"), desk.may(Permission.SEE_PATIENTS)),
        ("coverage-proposals", _("Coverage at home"), desk.may(Permission.PRESCRIBE)),
        ("boxes", _("Safety boxes"), desk.may(Permission.HANDLE_PAPER)),
        ("sheets", _("Sheets"), desk.may(Permission.SEE_PATIENTS)),
    ]
    return [Place(name, word, reverse(f"office:{name}")) for name, word, seen in pages if seen]


def crumbs(*more: Crumb) -> list[Crumb]:
    return [(_("Paper"), reverse("office:paper")), *more]
