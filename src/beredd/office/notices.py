"""What everybody is told on every page: a routine to read, a reminder, a routine whose revision is due."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.office.desk import Desk
from beredd.office.words.times import plain_day
from beredd.people.queries import user_card
from beredd.routine import queries
from beredd.routine.queries import ToRead
from beredd.routine.rules.known import Standing


@dataclass(frozen=True, slots=True)
class Notice:
    """`color` is one of the design system's."""

    text: str
    action: str
    url: str
    color: str


def notices(desk: Desk, area: str) -> list[Notice]:
    """What to read, but not among the routines; where one starts, what to revise, for those who answer for it."""
    if area == "routine":
        return []
    return [*_to_read(desk), *(_to_revise(desk) if area == "today" else ())]


def _to_read(desk: Desk) -> Iterator[Notice]:
    for row in queries.to_read(desk.access, at=desk.at):
        if row.standing is not Standing.KNOWN:
            color = "warning" if row.standing is Standing.OVERDUE or row.reminded_at else "info"
            url = reverse("office:routine-read", args=[row.version.slug])
            yield Notice(_said(row), _("Read and confirm"), url, color)


def _said(row: ToRead) -> str:
    told = {"title": row.version.title, "day": plain_day(row.by), "name": row.reminded_by_name}
    if row.reminded_at is not None:
        return _("%(name)s reminds you: read the routine “%(title)s” and confirm that you know it.") % told
    if row.standing is Standing.OVERDUE:
        return _("You should have read the routine “%(title)s” by %(day)s. It takes some minutes.") % told
    return _("Here is a routine that you must know: “%(title)s”. Read it by %(day)s and confirm.") % told


def _to_revise(desk: Desk) -> Iterator[Notice]:
    card = user_card(desk.access.user)
    title = card.title if card else ""
    for due in queries.revisions(desk.access, title=title, at=desk.at):
        told = {"title": due.title, "day": plain_day(due.revision.due_on)}
        text = (
            _("The routine “%(title)s” should have been revised by %(day)s.")
            if due.revision.overdue
            else _("The routine “%(title)s” is to be revised by %(day)s.")
        )
        yield Notice(text % told, _("Open the routine"), reverse("office:routine", args=[due.slug]), "warning")
