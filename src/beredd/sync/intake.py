"""Taking in what devices have made. An answer for each event; what is answered as taken survives a power cut.

1. read each event by itself; what cannot be read is refused, the rest goes on;
2. take the ledger's lock, and see whether the device's mark proves that we have been restored;
3. known already? does the chain link, do the signatures hold?
4. signing judges and writes; one transaction for the batch.
"""

import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import DatabaseError, OperationalError, transaction

from beredd.ledger import actions as ledger_actions
from beredd.ledger import queries as ledger
from beredd.ledger.entry import Entry
from beredd.people import actions as people_actions
from beredd.people import queries as people
from beredd.people.queries import DeviceRow
from beredd.signing.actions import take
from beredd.signing.events import Arrival
from beredd.signing.rules.review import ReviewReason
from beredd.sync import epoch as epochs
from beredd.sync import keys
from beredd.sync.answers import answer
from beredd.sync.enrol import Caller
from beredd.sync.lease import lease_until
from beredd.sync.reading import Sent, Unreadable, read
from beredd.sync.rules.chain import hash_of, is_fork, to_verify, vouched_by
from beredd.sync.wire import Answer, IntakeReply, IntakeRequest

log = logging.getLogger(__name__)
ENROLMENT_SLACK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Context:
    """How a batch came in."""

    channel: str  # "phone" from the device itself, "carried" by another
    at: datetime


def intake(request: IntakeRequest, *, caller: Caller, at: datetime) -> IntakeReply:
    """Always answers each event, whatever is wrong with it. Raises OperationalError when the database is not there."""
    epochs.judge_mark(request.mark, at=at)
    with transaction.atomic():
        answers = take_all(request.events, Context("phone", at))
        people_actions.note_contact(device=caller.device.id, announced_seq=request.announced.seq, at=at)
        head = ledger.head()
    epochs.keep_note(at=at)
    return IntakeReply(
        epoch=head.epoch,
        mark=epochs.mark(head.epoch, head.position, head.hash),
        offer_again=request.epoch is not None and request.epoch != head.epoch,
        answers=answers,
        now=at,
        lease_until=lease_until(caller.access, at=at),
    )


def take_all(events: Sequence[bytes], context: Context) -> list[Answer]:
    """In the order given. Should the batch fail as a whole, each event is tried by itself."""
    read_events = [read(index, raw) for index, raw in enumerate(events)]
    sent = [one for one in read_events if isinstance(one, Sent)]
    refused = [answer(one.index, one.id, "refused", [one.code]) for one in read_events if isinstance(one, Unreadable)]
    try:
        answers = _take(sent, context) if sent else []
    except OperationalError:
        raise
    except (DatabaseError, ValueError, ArithmeticError, LookupError, TypeError):
        log.exception("a batch could not be taken whole; trying its events one by one")
        answers = [reply for one in sent for reply in _take_alone(one, context)]
    return sorted([*refused, *answers], key=lambda reply: reply.index)


def _take_alone(one: Sent, context: Context) -> list[Answer]:
    try:
        return _take([one], context)
    except OperationalError:
        raise
    except (DatabaseError, ValueError, ArithmeticError, LookupError, TypeError):
        log.exception("event %s could not be taken", one.payload.id)
        return [answer(one.index, one.payload.id, "refused", ["fault"])]


def _take(sent: Sequence[Sent], context: Context) -> list[Answer]:
    with transaction.atomic():
        head = ledger_actions.lock()
        fresh, answers = _sift(sent)
        found = _proofs(fresh, context)
        signatures = [one for one in fresh if one.body is not None]
        verdicts = take([_arrival(one, found[one.index], context) for one in signatures], head=head, at=context.at)
        unknown = [one for one in fresh if one.body is None]
        ledger_actions.append([_unknown_kind(one, context) for one in unknown], head=head)
    answers += [_taken(one, verdicts[one.payload.id]) for one in signatures]
    answers += [answer(one.index, one.payload.id, "held", [ReviewReason.UNKNOWN_KIND]) for one in unknown]
    return answers


def _sift(sent: Sequence[Sent]) -> tuple[list[Sent], list[Answer]]:
    """Those that are new; those that we had, or whose id is taken by something else, are answered here."""
    known = ledger.bodies([one.payload.id for one in sent])
    fresh, answers = [], []
    for one in sent:
        id = one.payload.id
        if id not in known:
            known[id] = one.text
            fresh.append(one)
        elif known[id] == one.text:
            answers.append(answer(one.index, id, "had"))
        else:
            answers.append(answer(one.index, id, "refused", ["id_taken"]))
    return fresh, answers


def _proofs(sent: Sequence[Sent], context: Context) -> Mapping[int, list[ReviewReason]]:
    """By index: what is wrong with who made it. One signature is verified for each unbroken run of a chain."""
    by_device: defaultdict[UUID, list[Sent]] = defaultdict(list)
    for one in sent:
        by_device[one.payload.device].append(one)
    found: defaultdict[int, list[ReviewReason]] = defaultdict(list)
    for id, events in by_device.items():
        device = people.device(id)
        forks, proven = _forks(id, events), _proven(events, device)
        for one in events:
            found[one.index] = _findings(one, device, forked=one.index in forks, proven=one.index in proven)
    return found


def _findings(one: Sent, device: DeviceRow | None, *, forked: bool, proven: bool) -> list[ReviewReason]:
    early = device is not None and one.payload.recorded_at < device.enrolled_at - ENROLMENT_SLACK
    judged = [
        (ReviewReason.BAD_PROOF, not proven),
        (ReviewReason.DEVICE_REVOKED, device is not None and device.revoked_at is not None),
        (ReviewReason.UNKNOWN_PERFORMER, device is not None and device.user != one.payload.by),
        (ReviewReason.CHAIN_FORKED, forked),
        (ReviewReason.CLOCK_OFF, early),
    ]
    return [reason for reason, stands in judged if stands]


def _proven(events: Sequence[Sent], device: DeviceRow | None) -> set[int]:
    if device is None:
        return set()
    links = [one.link for one in events]
    proven: set[int] = set()
    for place in to_verify(links):
        if keys.holds(events[place].text, events[place].sig, device.public_key):
            proven |= {events[index].index for index in vouched_by(links, place)}
    doubtful = (one for one in events if one.index not in proven)
    return proven | {one.index for one in doubtful if keys.holds(one.text, one.sig, device.public_key)}


def _forks(device: UUID, events: Sequence[Sent]) -> set[int]:
    numbers = {number for one in events for number in (one.link.seq, one.link.seq - 1)}
    known = {seq: hash_of(body) for seq, body in ledger.bodies_by_seq(device, numbers).items()}
    forked = set()
    for one in sorted(events, key=lambda each: each.link.seq):
        if is_fork(one.link, known):
            forked.add(one.index)
        known.setdefault(one.link.seq, one.link.hash)
    return forked


def _arrival(one: Sent, found: Sequence[ReviewReason], context: Context) -> Arrival:
    assert one.body is not None
    return Arrival(
        id=one.payload.id,
        payload=one.text,
        body=one.body,
        performer=one.payload.by,
        channel=context.channel,
        recorded_at=one.payload.recorded_at,
        received_at=context.at,
        device=one.payload.device,
        seq=one.payload.seq,
        found=tuple(found),
    )


def _unknown_kind(one: Sent, context: Context) -> Entry:
    return Entry(
        id=one.payload.id,
        kind=one.payload.kind,
        by=str(one.payload.by),
        unit=None,
        subject=("device", one.payload.device),
        happened_at=one.payload.recorded_at,
        recorded_at=one.payload.recorded_at,
        received_at=context.at,
        body=one.text,
        origin=one.payload.device,
        origin_seq=one.payload.seq,
    )


def _taken(one: Sent, reasons: Sequence[ReviewReason]) -> Answer:
    return answer(one.index, one.payload.id, "held" if reasons else "taken", reasons)
