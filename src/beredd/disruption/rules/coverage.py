"""How well phones reach out from a home, by what they have told of their visits there and what people have said.

Only visits in which something was done for the patient are told of, good ones too: else "always" would mean nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

WINDOW = timedelta(days=28)
ONE_VISIT = timedelta(minutes=30)  # a phone put away and taken out again, or two performers with a phone each
NOTICED = timedelta(minutes=3)  # lost for so long together in a visit
FEWEST, APART = 4, timedelta(hours=20)  # fewer visits, or all on one day, tell nothing of a home
FEWEST_POOR = 2  # of FEWEST visits, for a third of them to be poor


class Contact(StrEnum):
    """How a visit went."""

    KEPT = "kept"
    BROKEN = "broken"
    NONE = "none"


class Coverage(StrEnum):
    """What it comes to."""

    GOOD = "good"
    OFTEN_POOR = "often_poor"
    ALWAYS_POOR = "always_poor"
    NOT_KNOWN = "not_known"


POOR = (Coverage.OFTEN_POOR, Coverage.ALWAYS_POOR)


@dataclass(frozen=True, slots=True)
class Loss:
    """`regained_at`: None when the phone had not got through before the stay was over."""

    lost_at: datetime
    regained_at: datetime | None


@dataclass(frozen=True, slots=True)
class Stay:
    """One phone's time in one home. A single moment when something was only signed for."""

    began_at: datetime
    ended_at: datetime
    losses: tuple[Loss, ...] = ()

    @property
    def lost(self) -> timedelta:
        return sum(((one.regained_at or self.ended_at) - one.lost_at for one in self.losses), timedelta(0))


@dataclass(frozen=True, slots=True)
class Span:
    """When something wider was out: what phones lost then says nothing of a home. `ended_at`: None while it goes on."""

    began_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Visit:
    """Stays that belong together. `known`, `lost`: added up over them; `said`: people have reported the coverage."""

    began_at: datetime
    ended_at: datetime
    known: timedelta
    lost: timedelta
    losses: tuple[Loss, ...]
    said: bool = False

    @property
    def contact(self) -> Contact:
        if self.losses and self.lost * 10 >= self.known * 9:
            return Contact.NONE
        noticed = self.losses and (self.lost >= NOTICED or self.lost * 4 >= self.known)
        return Contact.BROKEN if noticed or self.said else Contact.KEPT


@dataclass(frozen=True, slots=True)
class Judged:
    """With the numbers that it rests on."""

    coverage: Coverage
    visits: int
    broken: int
    none: int


def is_sound(stay: Stay) -> bool:
    """Can it have happened so? Losses lie within the stay, one after the other."""
    if not stay.began_at <= stay.ended_at <= stay.began_at + timedelta(days=1):
        return False
    before = stay.began_at
    for one in stay.losses:
        until = one.regained_at or stay.ended_at
        if not before <= one.lost_at <= until <= stay.ended_at:
            return False
        before = until
    return True


def visits(stays: Iterable[Stay], said: Iterable[datetime], out: Sequence[Span]) -> list[Visit]:
    """In order. `said`: when people have reported the coverage of the home; `out`: when something wider was."""
    found: list[Visit] = []
    for stay in sorted(_own(stays, out), key=lambda one: (one.began_at, one.ended_at)):
        if found and stay.began_at - found[-1].ended_at < ONE_VISIT:
            found[-1] = _with(found[-1], stay)
        else:
            found.append(Visit(stay.began_at, stay.ended_at, stay.ended_at - stay.began_at, stay.lost, stay.losses))
    for at in sorted(said):
        if not any(_covers(span, at, at) for span in out):
            _note(found, at)
    return sorted(found, key=lambda one: (one.began_at, one.ended_at))


def judge(found: Sequence[Visit], *, now: datetime) -> Judged:
    """By the visits of the last WINDOW."""
    recent = [one for one in found if now - WINDOW < one.ended_at <= now]
    contacts = [one.contact for one in recent]
    broken, none = contacts.count(Contact.BROKEN), contacts.count(Contact.NONE)
    return Judged(_coverage(recent, broken, none), len(recent), broken, none)


def _coverage(recent: Sequence[Visit], broken: int, none: int) -> Coverage:
    count = len(recent)
    if count < FEWEST or recent[-1].began_at - recent[0].began_at < APART:
        return Coverage.NOT_KNOWN
    if none * 10 >= count * 9:
        return Coverage.ALWAYS_POOR
    return Coverage.OFTEN_POOR if (broken + none) * 3 >= count else Coverage.GOOD


def _own(stays: Iterable[Stay], out: Sequence[Span]) -> list[Stay]:
    """Without those that lost contact while something wider was out. Who had contact then counts as ever."""
    return [
        stay
        for stay in stays
        if not any(_covers(span, one.lost_at, one.regained_at or stay.ended_at) for one in stay.losses for span in out)
    ]


def _covers(span: Span, began: datetime, ended: datetime) -> bool:
    return span.began_at <= ended and (span.ended_at is None or began <= span.ended_at)


def _with(visit: Visit, stay: Stay) -> Visit:
    return replace(
        visit,
        ended_at=max(visit.ended_at, stay.ended_at),
        known=visit.known + (stay.ended_at - stay.began_at),
        lost=visit.lost + stay.lost,
        losses=(*visit.losses, *stay.losses),
    )


def _note(found: list[Visit], at: datetime) -> None:
    """Said of the visit in which it was said or just before; else it is a visit that no phone has told of."""
    for number, one in enumerate(found):
        if one.began_at - ONE_VISIT < at < one.ended_at + ONE_VISIT:
            found[number] = replace(one, said=True)
            return
    found.append(Visit(at, at, timedelta(0), timedelta(0), (), said=True))
