"""Notices as they are shown."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.disruption.queries import incident
from beredd.notices.queries import NoticeRow, TellingRow
from beredd.notices.rules.fate import LOST, Fate
from beredd.office.desk import Desk
from beredd.office.words import notices as words
from beredd.office.words.states import Look


@dataclass(frozen=True, slots=True)
class Line:
    """A telling in the list. `looks`: (how many, how they fared), the worst first."""

    row: TellingRow
    url: str
    looks: Sequence[tuple[int, Look]]


@dataclass(frozen=True, slots=True)
class Sent:
    """A notice with its history. `next`: what to do about it; `again`: it may be sent again."""

    row: NoticeRow
    look: Look
    next: str
    again: bool
    story: Sequence[tuple[Look, str, object]]


_WORST_FIRST = (
    Fate.UNSURE,
    Fate.GIVEN_UP,
    Fate.FAILED,
    Fate.QUEUED,
    Fate.SENDING,
    Fate.SENT,
    Fate.DELIVERED,
    Fate.NOT_NEEDED,
)


def lines(rows: Sequence[TellingRow]) -> list[Line]:
    return [Line(row, reverse("office:notice", args=[row.id]), _looks(row)) for row in rows]


def lost(rows: Sequence[TellingRow]) -> list[Line]:
    """Those with something that never came, or may not have."""
    return lines([row for row in rows if any(one.fate in LOST for one in row.notices)])


def _looks(row: TellingRow) -> list[tuple[int, Look]]:
    counted = Counter(one.fate for one in row.notices)
    return [(counted[fate], words.FATES[fate]) for fate in _WORST_FIRST if counted[fate]]


def sent(row: TellingRow) -> list[Sent]:
    return [
        Sent(
            row=one,
            look=words.FATES[one.fate],
            next=_(words.NEXT[one.fate]) if one.fate in words.NEXT else "",
            again=one.fate in LOST,
            story=[(words.FATES[step.fate], words.why(step.why), step.at) for step in one.log],
        )
        for one in row.notices
    ]


def cause(desk: Desk, about: tuple[str, UUID]) -> str:
    """The address of what it is about; empty when it has no page, or not for this person."""
    kind, id = about
    return reverse("office:disruption", args=[id]) if kind == "incident" and incident(desk.access, id) else ""
