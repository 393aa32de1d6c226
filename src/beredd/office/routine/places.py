"""The pages about routines that this user may open."""

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.office.desk import Desk
from beredd.office.page import Crumb
from beredd.office.people.places import Place
from beredd.people.rules.roles import Permission
from beredd.routine.queries import RoutineRow


def places(desk: Desk) -> list[Place]:
    pages = [
        ("routines", _("Routines"), True),
        ("known", _("Read and confirm"), True),
        ("postings", _("On paper"), desk.may(Permission.CHECK_POSTINGS)),
    ]
    return [Place(name, word, reverse(f"office:{name}")) for name, word, seen in pages if seen]


def crumbs(*more: Crumb) -> list[Crumb]:
    return [(_("Routines"), reverse("office:routines")), *more]


def routine_crumbs(row: RoutineRow, *more: Crumb) -> list[Crumb]:
    return crumbs((row.title, reverse("office:routine", args=[row.slug])), *more)
