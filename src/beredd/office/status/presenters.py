"""How each system stands, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from beredd.clock import SWEDEN
from beredd.disruption.queries import OnPaper, SystemStatus, Trouble
from beredd.disruption.rules.maintenance import is_told
from beredd.disruption.rules.things import Thing
from beredd.i18n.mark import N_
from beredd.office.words.disruptions import STATES, title
from beredd.office.words.planned import span
from beredd.office.words.states import Look
from beredd.office.words.times import language, moment

FINE = Look(N_("No known fault"), "circle-check", "success")
PLANNED = Look(N_("Planned work goes on"), "calendar", "warning")


@dataclass(frozen=True, slots=True)
class Row:
    """`instead`: the other way to do it. `late`: the next word should have come."""

    title: str
    look: Look
    ill: bool
    instead: str
    where: str = ""
    since: str = ""
    text: str = ""
    told: str = ""
    next: str = ""
    late: bool = False
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """Planned work that everybody is told of. `now`: it goes on."""

    title: str
    when: str
    now: bool
    what: str
    instead: str


def works(found: Iterable[SystemStatus], *, now: datetime) -> list[Work]:
    """By when they begin."""
    soon = [(one, system) for system in found for one in system.planned]
    told = [pair for pair in soon if is_told(pair[0].starts_at, pair[0].ends_at, now=now, zone=SWEDEN)]
    return [
        Work(
            title=title(system.system, ""),
            when=span(one.starts_at, one.ends_at, now=now),
            now=one.starts_at <= now,
            what=one.what,
            instead=in_language(system.instead),
        )
        for one, system in sorted(told, key=lambda pair: pair[0].starts_at)
    ]


def rows(found: Iterable[SystemStatus], *, now: datetime) -> list[Row]:
    """Those in trouble first, the others in the municipality's own order."""
    told = [row for one in found for row in _of(one, now)]
    return sorted(told, key=lambda row: not row.ill)


def known(what: Thing, trouble: Trouble, *, now: datetime) -> Row:
    """The disruption that a report belongs to."""
    return _trouble(what.about, trouble, "", now)


def _of(one: SystemStatus, now: datetime) -> list[Row]:
    instead = in_language(one.instead)
    if not one.troubles:
        works_now = any(work.starts_at <= now < work.ends_at for work in one.planned)
        return [Row(one.title, PLANNED if works_now else FINE, ill=False, instead=instead)]
    return [_trouble(one.system, trouble, instead, now) for trouble in one.troubles]


def _trouble(system: str, trouble: Trouble, instead: str, now: datetime) -> Row:
    return Row(
        title=title(system, trouble.layer),
        look=STATES[trouble.state],
        ill=True,
        instead=instead,
        where=", ".join(trouble.units.values()) or _("Everybody"),
        since=moment(trouble.began, now=now),
        text=trouble.text,
        told=moment(trouble.told_at, now=now) if trouble.told_at else "",
        next=moment(trouble.next_at, now=now) if trouble.next_at else "",
        late=trouble.next_at is not None and trouble.next_at <= now,
        papers=tuple(_paper(one, now) for one in trouble.papers),
    )


def _paper(one: OnPaper, now: datetime) -> str:
    told = {"unit": one.unit_name, "system": title(one.system, ""), "since": moment(one.since, now=now)}
    if one.until is None:
        return _("%(unit)s uses paper instead of %(system)s from %(since)s until further notice.") % told
    told["until"] = moment(one.until, now=now)
    return _("%(unit)s uses paper instead of %(system)s from %(since)s until %(until)s.") % told


def in_language(words: Mapping[str, str]) -> str:
    """As the reader has it, else in Swedish; empty when nothing has been written."""
    return words.get(language()) or words.get("sv", "")
