"""What may not fit in what was told of a sheet: believed where it says where the paper is, and always looked into."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from beredd.i18n.mark import N_


class Doubt(StrEnum):
    NUMBER = "sheet_id"  # names no sheet that could be
    UNKNOWN = "unknown_sheet"  # never printed here
    NOT_YOURS = "not_yours"  # of a patient whom the teller does not see
    OTHER_PATIENT = "other_patient"
    OUT_OF_TURN = "sheet_step"
    REPLACED = "replaced"
    MAKER = "maker"  # the phone has been revoked, or its chain is broken
    CLOCK = "clock"


MEANINGS: Final[Mapping[Doubt, str]] = {
    Doubt.NUMBER: N_("The number is no sheet's number. Look at the paper."),
    Doubt.UNKNOWN: N_("No sheet with this number has been printed here."),
    Doubt.NOT_YOURS: N_("The sheet belongs to a patient whom the person who told of it does not see."),
    Doubt.OTHER_PATIENT: N_("The sheet belongs to another patient. Take it out of the home at once."),
    Doubt.OUT_OF_TURN: N_("It had come back or been destroyed before, so it cannot lie there."),
    Doubt.REPLACED: N_("A newer sheet lies there already. Take the old one out."),
    Doubt.MAKER: N_("The phone was not in order when this was told."),
    Doubt.CLOCK: N_("The phone's clock was wrong."),
}
BELIEVED: Final = frozenset({Doubt.REPLACED})  # such doubts alone do not keep a step from being registered

SLOW_CLOCK: Final = timedelta(hours=24)  # how far ahead of ours a phone's clock may be


@dataclass(frozen=True, slots=True)
class Claim:
    """What is known of something told of a sheet. Without a number or a sheet of that number, the rest is not asked."""

    readable: bool
    known: bool = False
    sees: bool = False
    in_the_right_home: bool = True
    in_turn: bool = True
    replaced: bool = False
    maker_in_order: bool = True
    clock_right: bool = True


def doubts(claim: Claim) -> tuple[Doubt, ...]:
    """What does not fit, the gravest first; mostly nothing."""
    if not claim.readable:
        return (Doubt.NUMBER,)
    if not claim.known:
        return (Doubt.UNKNOWN,)
    wrong = {
        Doubt.OTHER_PATIENT: not claim.in_the_right_home,
        Doubt.NOT_YOURS: not claim.sees,
        Doubt.MAKER: not claim.maker_in_order,
        Doubt.CLOCK: not claim.clock_right,
        Doubt.OUT_OF_TURN: not claim.in_turn,
        Doubt.REPLACED: claim.replaced,
    }
    return tuple(one for one, holds in wrong.items() if holds)


def is_believed(found: Collection[Doubt]) -> bool:
    """Is it registered all the same?"""
    return set(found) <= BELIEVED
