"""Time limits that warn before they pass: a sentence each, with how long is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from beredd.disruption.rules.limits import Deadline, Limit
from beredd.i18n.mark import N_
from beredd.office.words import contacts
from beredd.office.words.times import stamp

WARNS: dict[Limit, str] = {
    Limit.LOOK_INTO: N_("Somebody must look into the suspicion: confirm it or dismiss it."),
    Limit.GO_TO_PAPER: N_("Soon it has lasted so long that the units are to go over to paper."),
    Limit.NEXT_WORD: N_("Those who wait are soon to have word of how it goes."),
    Limit.BALANCE: N_("What was signed on paper is soon to have been entered."),
}
PASSED: dict[Limit, str] = {
    Limit.LOOK_INTO: N_("Nobody has looked into the suspicion. Confirm it or dismiss it."),
    Limit.GO_TO_PAPER: N_("It has lasted so long that the units are to go over to paper. Decide for each unit."),
    Limit.NEXT_WORD: N_("Those who wait should have had word of how it goes. Tell them, even if nothing is new."),
    Limit.BALANCE: N_("What was signed on paper should have been entered by now."),
}


@dataclass(frozen=True, slots=True)
class Warning:
    """`passes`: for the script that counts down while the page is open."""

    text: str
    left: str
    passes: str
    color: str


def warnings(found: Iterable[Deadline], *, now: datetime) -> list[Warning]:
    """The nearest first; what is still far away is not shown."""
    return [_warning(one, now) for one in found if one.is_warning(now) or one.has_passed(now)]


def _warning(one: Deadline, now: datetime) -> Warning:
    passed = one.has_passed(now)
    text = _((PASSED if passed else WARNS)[one.limit])
    return Warning(
        text, "" if passed else _left(one.passes_at - now), stamp(one.passes_at), "danger" if passed else "warning"
    )


def _left(span: timedelta) -> str:
    whole = timedelta(minutes=max(1, -(-int(span.total_seconds()) // 60)))
    return _("%(span)s left.") % {"span": contacts.span(whole)}
