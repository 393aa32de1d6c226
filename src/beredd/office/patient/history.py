"""What was signed for a patient, told with all three times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from beredd.clock import local_day
from beredd.office.words import schedule, states, times
from beredd.signing.queries import SignatureRow


@dataclass(frozen=True, slots=True)
class Told:
    """`corrected`: a later signature has taken its place; `held`: it waits for a decision or was rejected."""

    id: UUID
    performed: str
    recorded: str
    received: str
    what: str
    planned: str
    look: states.Look
    reason: str
    note: str
    felt: str
    initials: str
    name: str
    channel: str
    corrected: bool
    corrects: UUID | None
    held: bool


def history(rows: Sequence[SignatureRow], *, interventions: Mapping[UUID, str], now: datetime) -> list[Told]:
    """Latest performed first, as the query gives them."""
    corrected = {row.corrects for row in rows if row.corrects and row.counts}
    return [
        Told(
            id=row.id,
            performed=times.moment(row.performed_at, now=now),
            recorded=times.moment(row.recorded_at, now=now),
            received=times.moment(row.received_at, now=now),
            what=interventions.get(row.prescription, ""),
            planned=_planned(row.slot, now),
            look=states.outcome(row.outcome),
            reason=states.reason(row.reason),
            note=row.note,
            felt=_felt(row),
            initials=row.initials or "?",
            name=row.performer_name,
            channel=states.channel(row.channel),
            corrected=row.id in corrected,
            corrects=row.corrects,
            held=not row.counts,
        )
        for row in rows
    ]


def _felt(row: SignatureRow) -> str:
    """As the patient said, from 0 to 10; only what was said."""
    said = [(_("Effort %(n)s"), row.effort), (_("pain %(n)s"), row.pain)]
    return ", ".join(words % {"n": value} for words, value in said if value is not None)


def _planned(slot: str | None, now: datetime) -> str:
    """With its day: the slot alone says only the time."""
    said = schedule.slot(slot)
    if not slot or "W" in slot:
        return said
    day = times.short_day(date.fromisoformat(slot[:10]), today=local_day(now))
    return f"{day} {said}"
