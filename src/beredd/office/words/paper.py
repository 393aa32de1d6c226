"""Paper in words: what has become of a sheet, what must be done in a home, and why."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext

from beredd.i18n.mark import N_
from beredd.office.words.states import Look
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.folder import Task, Why

STATES: Final[Mapping[SheetState, Look]] = {
    SheetState.PRINTED: Look(N_("Printed"), "printer", "neutral"),
    SheetState.HANDED_OUT: Look(N_("Handed out"), "user", "info"),
    SheetState.PLACED: Look(N_("Placed"), "map-pin", "info"),
    SheetState.RETURNED: Look(N_("Come back"), "arrow-down", "success"),
    SheetState.SCANNED: Look(N_("Read by the scanner"), "circle-check", "success"),
    SheetState.DESTROYED: Look(N_("Destroyed"), "trash", "neutral"),
    SheetState.MISSING: Look(N_("Gone missing"), "alert-triangle", "danger"),
}
TASKS: Final[Mapping[Task, Look]] = {
    Task.REPLACE: Look(N_("Exchange"), "refresh", "warning"),
    Task.PLACE: Look(N_("Put in the folder"), "arrow-down", "info"),
    Task.COLLECT: Look(N_("Take out"), "arrow-up", "warning"),
    Task.PRINT: Look(N_("Print anew"), "printer", "danger"),
}
WHYS: Final[Mapping[Why, str]] = {
    Why.WAITS: N_("It is printed and does not lie in the home yet."),
    Why.NEWER: N_("A newer sheet takes its place."),
    Why.CHANGED: N_("The prescription or the programme has been changed."),
    Why.ENDED: N_("What it says holds no more."),
    Why.OVER: N_("Its last day has passed."),
    Why.REFUSED: N_("The patient does not want paper at home."),
}


def why(code: Why) -> str:
    return gettext(WHYS[code])
