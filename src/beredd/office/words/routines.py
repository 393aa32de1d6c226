"""Where a version stands, what can happen to it, and as whom one reads: in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.i18n.mark import N_
from beredd.office.words.states import Look
from beredd.office.words.times import plain_day
from beredd.routine.queries import StandingRow, VersionRow
from beredd.routine.rules.known import Audience, Standing
from beredd.routine.rules.states import Move, Phase

PHASES: dict[Phase, Look] = {
    Phase.DRAFT: Look(N_("Draft"), "pencil", "info"),
    Phase.REVIEWED: Look(N_("Reviewed"), "clipboard-check", "info"),
    Phase.DECIDED: Look(N_("Decided"), "certificate", "info"),
    Phase.COMING: Look(N_("Coming"), "clock", "info"),
    Phase.IN_FORCE: Look(N_("In force"), "circle-check", "success"),
    Phase.REPLACED: Look(N_("Replaced"), "history", "neutral"),
    Phase.WITHDRAWN: Look(N_("Withdrawn"), "ban", "neutral"),
    Phase.DISCARDED: Look(N_("Discarded"), "x", "neutral"),
}
MOVES: dict[Move, str] = {
    Move.REVIEW: N_("Reviewed"),
    Move.SEND_BACK: N_("Sent back"),
    Move.DECIDE: N_("Decided"),
    Move.PUT_IN_FORCE: N_("Put in force"),
    Move.WITHDRAW: N_("Withdrawn"),
    Move.DISCARD: N_("Discarded"),
}
ASKS: dict[Move, tuple[str, str]] = {  # the button, and what a click means
    Move.REVIEW: (
        N_("Mark as reviewed"),
        N_("You have read the whole draft and find it right. It then goes to MAS/MAR for decision."),
    ),
    Move.SEND_BACK: (N_("Send back"), N_("It becomes a draft again, and your reason is shown to those who write.")),
    Move.DECIDE: (
        N_("Decide"),
        N_("You decide on the routine as MAS/MAR. From then on nobody can change the text of this version."),
    ),
    Move.PUT_IN_FORCE: (
        N_("Put in force"),
        N_("From that day the version is the one that guides, and everybody it is for is asked to read it."),
    ),
    Move.WITHDRAW: (
        N_("Withdraw"),
        N_("The version is no longer in force, and nothing replaces it until another is put in force."),
    ),
    Move.DISCARD: (N_("Discard"), N_("The draft is put away. It can still be read, but no longer be changed.")),
}
STANDINGS: dict[Standing, Look] = {
    Standing.KNOWN: Look(N_("Has read"), "circle-check", "success"),
    Standing.TO_READ: Look(N_("Has not read yet"), "clock", "info"),
    Standing.OVERDUE: Look(N_("Late"), "clock-exclamation", "warning"),
}
AUDIENCES: dict[Audience, str] = {
    Audience.PERFORMER: N_("performer"),
    Audience.LICENSED: N_("licensed professional"),
    Audience.MANAGER: N_("manager"),
}


def version_line(row: VersionRow | StandingRow) -> str:
    """Version 2, in force from 1 Dec 2026."""
    number = _("Version %(number)s") % {"number": row.number}
    if row.from_day is None or row.phase in (Phase.WITHDRAWN, Phase.DISCARDED):
        return number
    return _("%(version)s, in force from %(day)s") % {"version": number, "day": plain_day(row.from_day)}


def days_left(days: int) -> str:
    """In how many days, or how many days ago."""
    if days < 0:
        return ngettext("%(n)s day late", "%(n)s days late", -days) % {"n": -days}
    if days == 0:
        return _("today at the latest")
    return ngettext("%(n)s day left", "%(n)s days left", days) % {"n": days}
