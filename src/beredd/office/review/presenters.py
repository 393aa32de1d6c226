"""An item of the review queue in words: why, what it means, what was signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.office.words import schedule, states, times
from beredd.signing.queries import ReviewRow, SignatureRow
from beredd.signing.rules.review import REASONS, ReasonFacts, ReviewReason

UNKNOWN = ReasonFacts("Unknown reason", "A newer version has put this up for review.", False)


@dataclass(frozen=True, slots=True)
class Item:
    """`written` and `error` come back when the decision could not be saved."""

    id: int
    reason: str
    title: str
    meaning: str
    meanwhile: str
    counts: bool
    patient: str
    patient_url: str
    what: str
    look: states.Look
    said: str
    note: str
    performer: str
    channel: str
    performed_at: str
    recorded_at: str
    received_at: str
    correct_url: str
    others: Sequence[str]
    written: str = ""
    error: str = ""


def item(row: ReviewRow, *, now: datetime, written: str = "", error: str = "") -> Item:
    facts = REASONS[ReviewReason(row.reason)] if row.reason in set(ReviewReason) else UNKNOWN
    signature = row.signature
    return Item(
        id=row.item,
        reason=row.reason,
        title=_(facts.title),
        meaning=_(facts.meaning),
        meanwhile=_("It counts meanwhile.") if facts.counts_meanwhile else _("It does not count until you decide."),
        counts=facts.counts_meanwhile,
        patient=row.patient.name if row.patient else _("not known here"),
        patient_url=reverse("office:patient", args=[row.patient.id]) if row.patient else "",
        what=_what(row.intervention, signature.slot),
        look=states.outcome(signature.outcome),
        said=states.reason(signature.reason),
        note=signature.note,
        performer=signature.performer_name or _("not known here"),
        channel=states.channel(signature.channel),
        performed_at=times.moment(signature.performed_at, now=now),
        recorded_at=times.moment(signature.recorded_at, now=now),
        received_at=times.moment(signature.received_at, now=now),
        correct_url=_correct_url(row),
        others=[_other(one, now) for one in row.others],
        written=written,
        error=error,
    )


def _what(intervention: str, slot: str | None) -> str:
    return f"{intervention or _('not known here')}, {schedule.slot(slot)}"


def _other(other: SignatureRow, now: datetime) -> str:
    told = {
        "who": other.performer_name,
        "outcome": states.outcome(other.outcome).word.lower(),
        "when": times.moment(other.performed_at, now=now),
    }
    return _("%(who)s: %(outcome)s, %(when)s") % told


def _correct_url(row: ReviewRow) -> str:
    return reverse("office:correct", args=[row.patient.id, row.signature.id]) if row.patient else ""
