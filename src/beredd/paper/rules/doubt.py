"""What may not fit in what was told of a sheet: believed where it says where the paper is, and always looked into."""

from collections.abc import Mapping
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
