"""Taking signatures in. Nothing is thrown away; what is odd about one is put up for review.

Works on a whole batch with a handful of statements: all that could matter is loaded first, then each is judged in the
order it came, as if the ones before it were already there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from beredd.database.insert import insert
from beredd.ledger.actions import append
from beredd.ledger.entry import Entry
from beredd.ledger.models import Head
from beredd.signing.actions.known import Known, load, made_by, signed_by
from beredd.signing.events import KIND, Arrival
from beredd.signing.models import ReviewItem, Signature
from beredd.signing.rules.review import REASONS, ReviewReason, judge

Verdicts = Mapping[UUID, tuple[ReviewReason, ...]]


def take(arrivals: Sequence[Arrival], *, head: Head, at: datetime) -> Verdicts:
    """The reasons to review each, none for most. Inside the caller's transaction, under the ledger's lock.

    1. load what is known of prescriptions, performers and earlier signatures;
    2. judge each arrival, after what it means for corrections that came before it;
    3. write event, signature and review items.
    """
    known = load(arrivals)
    verdicts: dict[UUID, tuple[ReviewReason, ...]] = {}
    late_findings: list[UUID] = []
    for arrival in arrivals:
        late_findings += known.hold_corrections_by_others(arrival)
        reasons = tuple(dict.fromkeys((*arrival.found, *judge(known.facts(arrival)))))
        verdicts[arrival.id] = reasons
        counts = all(REASONS[reason].counts_meanwhile for reason in reasons)
        known.add(signed_by(arrival, counts=counts), made_by(arrival))
    append([_entry(arrival, known) for arrival in arrivals], head=head)
    insert(Signature, [_row(arrival, known) for arrival in arrivals])
    _open(verdicts, at)
    _open({id: (ReviewReason.CORRECTION_BY_OTHER,) for id in late_findings}, at)
    return verdicts


def _entry(arrival: Arrival, known: Known) -> Entry:
    facts = known.prescriptions.get(arrival.body.prescription)
    return Entry(
        id=arrival.id,
        kind=KIND,
        by=str(arrival.performer),
        unit=facts.unit if facts else None,
        subject=("patient", facts.patient if facts else arrival.body.patient),
        happened_at=arrival.body.performed_at,
        recorded_at=arrival.recorded_at,
        received_at=arrival.received_at,
        body=arrival.payload,
        origin=arrival.device,
        origin_seq=arrival.seq,
    )


def _row(arrival: Arrival, known: Known) -> Mapping[str, object]:
    body = arrival.body
    facts = known.prescriptions.get(body.prescription)
    return {
        "id": arrival.id,
        "patient": facts.patient if facts else body.patient,
        "prescription": body.prescription,
        "version": body.version,
        "slot": body.slot,
        "occurrence": body.own_occurrence,
        "outcome": body.outcome,
        "reason": body.reason,
        "note": body.note,
        "done": body.done,
        "worked": [asdict(one) for one in body.worked] or None,
        "pain": body.pain,
        "effort": body.effort,
        "corrects": body.corrects,
        "performer": arrival.performer,
        "unit": facts.unit if facts else None,
        "channel": arrival.channel,
        "performed_at": body.performed_at,
        "recorded_at": arrival.recorded_at,
        "received_at": arrival.received_at,
        "transcribed_by": arrival.transcribed_by,
    }


def _open(verdicts: Verdicts, at: datetime) -> None:
    items = [
        ReviewItem(signature_id=id, reason=reason.value, opened_at=at)
        for id, reasons in verdicts.items()
        for reason in reasons
    ]
    if items:
        ReviewItem.objects.bulk_create(items, ignore_conflicts=True)
