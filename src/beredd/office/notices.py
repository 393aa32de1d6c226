"""What everybody is told on every page: a disruption, a routine to read, a reminder, a revision that is due."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.disruption import queries as disruptions
from beredd.disruption.rules.incident import ONGOING
from beredd.office.desk import Desk
from beredd.office.words.disruptions import STATES, title
from beredd.office.words.limits import PASSED
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
    """What goes on and what to read, but not where it is; where one starts, also what one is to revise."""
    if area == "routine":
        return []
    return [
        *(_going_on(desk) if area != "disruption" else ()),
        *_to_read(desk),
        *(_to_revise(desk) if area == "today" else ()),
    ]


def _going_on(desk: Desk) -> Iterator[Notice]:
    """A disruption where one works; to those who handle it also what should have been decided or told by now."""
    for row in disruptions.incidents(desk.access, open_only=True) if disruptions.open_count(desk.access) else ():
        late = [one.limit for one in disruptions.limits(row, at=desk.at) if one.has_passed(desk.at)]
        if row.state not in ONGOING and not (late and row.may_tell):
            continue
        text = f"{title(row.system, row.layer)}: {STATES[row.state].word}."
        said = [text, *(_(PASSED[limit]) for limit in late if row.may_tell)]
        yield Notice(" ".join(said), _("Open the disruption"), reverse("office:disruption", args=[row.id]), "warning")


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
