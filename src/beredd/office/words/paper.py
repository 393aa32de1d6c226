"""Paper in words: what has become of a sheet, what must be done in a home, and why."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext

from beredd.i18n.mark import N_
from beredd.office.words.states import Look
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.box import Wrong
from beredd.paper.rules.folder import Task, Why
from beredd.paper.rules.need import Reason

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
KINDS: Final[Mapping[str, str]] = {
    "routine": N_("The routine"),
    "card": N_("Contact cards"),
    "programme": N_("Programmes, the most common ones"),
    "blank_list": N_("Signing lists, blank"),
    "blank_programme": N_("Programmes, blank"),
    "report": N_("Incident reports"),
}
WRONGS: Final[Mapping[Wrong, str]] = {
    Wrong.CHANGED: N_("The routine, a telephone number or the programme has been changed."),
    Wrong.NOT_ASKED: N_("It is no longer among what the box should hold."),
    Wrong.OLD: N_("It was printed more than half a year ago."),
}
REASONS: Final[Mapping[Reason, str]] = {
    Reason.CONTACT_SOON: N_("A licensed professional must be told within a day if it is not performed."),
    Reason.NO_COVERAGE: N_("There is no coverage at home."),
    Reason.POOR_COVERAGE: N_("The coverage at home is often poor."),
    Reason.LONG_OUTAGE: N_("Paper is in force."),
    Reason.DECIDED: N_("A licensed professional has decided so."),
}
BOX: Final[Mapping[str, Look]] = {
    "whole": Look(N_("In order"), "circle-check", "success"),
    "stale": Look(N_("Out of date"), "alert-triangle", "warning"),
    "lacking": Look(N_("Something is lacking"), "help-circle", "warning"),
    "due": Look(N_("To be looked through"), "clock-exclamation", "warning"),
    "no_routine": Look(N_("No routine is in force"), "ban", "neutral"),
}


def why(code: Why) -> str:
    return gettext(WHYS[code])


def reason(code: Reason) -> str:
    return gettext(REASONS[code])


def kind(name: str) -> str:
    return gettext(KINDS[name])


def wrong(code: Wrong) -> str:
    return gettext(WRONGS[code])
