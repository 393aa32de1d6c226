"""How each system stands, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from beredd.disruption.queries import SystemStatus, Trouble
from beredd.office.words.disruptions import STATES
from beredd.office.words.times import moment


@dataclass(frozen=True, slots=True)
class Row:
    """`colour` never says it alone: the word does."""

    title: str
    word: str
    colour: str
    ill: bool
    where: str = ""
    since: str = ""
    text: str = ""
    told: str = ""
    next: str = ""


def rows(found: Iterable[SystemStatus], *, now: datetime) -> list[Row]:
    """Those in trouble first, the others in the municipality's own order."""
    told = [row for one in found for row in _of(one, now)]
    return sorted(told, key=lambda row: not row.ill)


def _of(one: SystemStatus, now: datetime) -> list[Row]:
    if not one.troubles:
        return [Row(one.title, _("No known fault"), "success", ill=False)]
    return [_trouble(one.title, trouble, now) for trouble in one.troubles]


def _trouble(title: str, trouble: Trouble, now: datetime) -> Row:
    look = STATES[trouble.state]
    return Row(
        title=title,
        word=look.word,
        colour=look.color,
        ill=True,
        where=", ".join(trouble.units) or _("Everybody"),
        since=moment(trouble.since, now=now),
        text=trouble.text,
        told=moment(trouble.told_at, now=now) if trouble.told_at else "",
        next=moment(trouble.next_at, now=now) if trouble.next_at else "",
    )
