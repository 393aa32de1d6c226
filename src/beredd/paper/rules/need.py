"""Who must have paper, and why. Nobody is dropped: who gets none is told of, with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

SOON = 1  # days within which a licensed professional must be contacted, for paper always to lie ready


class Reason(StrEnum):
    """Why a patient must have paper."""

    CONTACT_SOON = "contact_soon"  # a licensed professional must be told within a day
    NO_COVERAGE = "no_coverage"  # phones never work in the home
    POOR_COVERAGE = "poor_coverage"  # phones often do not
    LONG_OUTAGE = "long_outage"  # it has been decided that paper is in force
    DECIDED = "decided"  # a licensed professional has said so


class LeftOut(StrEnum):
    """Why a patient gets none."""

    NOTHING_PRESCRIBED = "nothing_prescribed"
    NO_REASON = "no_reason"


STANDING = (Reason.NO_COVERAGE, Reason.POOR_COVERAGE, Reason.DECIDED)  # somebody says so, until somebody takes it back


@dataclass(frozen=True, slots=True)
class Person:
    """`contact_within`: the fewest days that any prescription in force gives; `said`: what holds of STANDING."""

    patient: UUID
    prescribed: bool
    contact_within: int | None = None
    said: frozenset[Reason] = frozenset()


@dataclass(frozen=True, slots=True)
class Need:
    """Either reasons, or why there is no paper."""

    patient: UUID
    reasons: tuple[Reason, ...]
    left_out: LeftOut | None


def needs(persons: Iterable[Person], *, long_outage: bool) -> list[Need]:
    """One for each person, in the order given."""
    return [_need(one, long_outage) for one in persons]


def _need(person: Person, long_outage: bool) -> Need:
    if not person.prescribed:
        return Need(person.patient, (), LeftOut.NOTHING_PRESCRIBED)
    soon = person.contact_within is not None and person.contact_within <= SOON
    holds = {Reason.CONTACT_SOON: soon, Reason.LONG_OUTAGE: long_outage}
    reasons = tuple(one for one in Reason if holds.get(one, one in person.said))
    return Need(person.patient, reasons, None if reasons else LeftOut.NO_REASON)
