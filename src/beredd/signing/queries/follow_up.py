"""How it has gone for a patient over time: each prescription's occurrences, amounts, pain, effort and comments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from beredd.care.queries import ItemRow, PrescriptionRow, prescriptions
from beredd.clock import local_day, midnight
from beredd.people.rules.access import Access
from beredd.signing.queries.day import DayLine, patient_lines
from beredd.signing.queries.history import SignatureRow, patient_history
from beredd.signing.rules.balance import Outcome, State
from beredd.signing.rules.follow_up import Dose, Ended, Exercised, Tally, amount, tally

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """`signatures`: those that stand, oldest first; `unplanned`: how many of them belong to no occurrence."""

    prescription: PrescriptionRow
    tally: Tally
    signatures: tuple[SignatureRow, ...]
    unplanned: int
    exercised: tuple[Exercised, ...]


def follow_up(access: Access, *, patient: UUID, since: date, until: date, now: datetime) -> list[FollowUpRow]:
    """A row for each prescription with anything in the span, newest first; none for those who may not see the patient.

    Both days included. The states are those of the one balance.
    """
    begins, ends = midnight(since), midnight(until + DAY)
    lines = patient_lines(access, patient=patient, since=begins, until=ends, now=now)
    extra = [
        row
        for row in patient_history(access, patient, since=begins)
        if row.stands and row.occurrence is None and row.performed_at < ends
    ]
    rows = []
    for prescription in prescriptions(access, patient):
        of_it = [line for line in lines if line.planned.occurrence.prescription == prescription.id]
        within = [line for line in of_it if since <= _day(line) <= until]
        unplanned = [row for row in extra if row.prescription == prescription.id]
        if not within and not unplanned:
            continue
        signed = sorted([*_signed(within), *unplanned], key=lambda row: (row.performed_at, row.id))
        rows.append(
            FollowUpRow(
                prescription=prescription,
                tally=tally([_ended(line) for line in within], since=since, until=until),
                signatures=tuple(signed),
                unplanned=len(unplanned),
                exercised=tuple(_exercised(signed, prescription)),
            )
        )
    return rows


def _day(line: DayLine) -> date:
    """One that may be done any day of a week counts to the day it was done."""
    occurrence = line.planned.occurrence
    if "W" in occurrence.slot and line.signatures:
        at = min(max(line.signatures[0].performed_at, occurrence.opens), occurrence.due_by)
        return local_day(at)
    return local_day(occurrence.due_at)


def _ended(line: DayLine) -> Ended:
    reason = None if line.state is State.PAUSED else line.reason
    return Ended(_day(line), line.state, reason)


def _signed(lines: Sequence[DayLine]) -> list[SignatureRow]:
    return [row for line in lines for row in line.signatures]


def _exercised(signed: Iterable[SignatureRow], prescription: PrescriptionRow) -> Iterable[Exercised]:
    """Only of what was worked through one exercise at a time: nothing is known of the exercises of the rest."""
    items = {one.number: one.programme.items if one.programme else () for one in prescription.versions}
    for row in signed:
        if row.worked and row.outcome != Outcome.NOT_PERFORMED:
            yield from _of_one(row, items.get(row.version or 0, ()))


def _of_one(row: SignatureRow, items: Sequence[ItemRow]) -> Iterable[Exercised]:
    said = {one.item: one for one in row.worked}
    for place, item in enumerate(items, start=1):
        one = said.get(place)
        dose = Dose(item.sets, item.repetitions, item.seconds)
        yield Exercised(
            signature=row.id,
            day=local_day(row.performed_at),
            exercise=item.exercise.id,
            amount=amount(
                dose,
                sets=one.sets if one else None,
                repetitions=one.repetitions if one else None,
                seconds=one.seconds if one else None,
                listed=one is not None and one.skipped is None,
            ),
            skipped=one.skipped if one else None,
            variant=one.variant if one else None,
        )
