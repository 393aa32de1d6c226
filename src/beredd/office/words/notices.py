"""Notices in words: how each fared, and what to do next about it."""

from django.utils.translation import gettext

from beredd.i18n.mark import N_
from beredd.notices.rules.fate import Fate
from beredd.office.words.states import Look

FATES: dict[Fate, Look] = {
    Fate.QUEUED: Look(N_("In the queue"), "clock", "neutral"),
    Fate.SENDING: Look(N_("Being sent"), "refresh", "info"),
    Fate.SENT: Look(N_("Sent on"), "circle-check", "success"),
    Fate.DELIVERED: Look(N_("Has come"), "circle-check", "success"),
    Fate.FAILED: Look(N_("Failed, is tried again"), "alert-triangle", "warning"),
    Fate.GIVEN_UP: Look(N_("Given up"), "circle-x", "danger"),
    Fate.NOT_NEEDED: Look(N_("Not needed any more"), "ban", "neutral"),
    Fate.UNSURE: Look(N_("May not have come"), "help-circle", "danger"),
}
NEXT: dict[Fate, str] = {
    Fate.GIVEN_UP: N_(
        "It did not go. The next way to reach them is used by itself, if there is one. "
        "Ring them, or send again when the fault is mended."
    ),
    Fate.UNSURE: N_(
        "It was cut off while it went, and nobody can say whether it came. "
        "Ask the recipient. Send again only if it did not come."
    ),
    Fate.FAILED: N_("It is tried again by itself."),
}


def why(said: str) -> str:
    """Our own words translated; what the machine says after the colon stays."""
    ours, colon, theirs = said.partition(": ")
    return (gettext(ours) if ours else "") + colon + theirs
