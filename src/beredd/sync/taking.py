"""Batches into the ledger, in one transaction however many come together.

1. take the ledger's lock, and see whether a device's mark proves that we have been restored;
2. known already? does the chain link, do the signatures hold?
3. signing judges and writes;
4. should that fail as a whole, each event is tried by itself, so that one loses nobody else's.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db import DatabaseError, OperationalError, transaction

from beredd.ledger import actions as ledger_actions
from beredd.ledger import queries as ledger
from beredd.ledger.actions import Head
from beredd.ledger.entry import Entry
from beredd.ledger.told import Told
from beredd.people.actions import Contact, note_contacts
from beredd.signing.actions import take
from beredd.signing.events import Arrival
from beredd.signing.rules.review import ReviewReason
from beredd.sync import epoch as epochs
from beredd.sync.answers import answer, followed, judged
from beredd.sync.faults import place_of
from beredd.sync.kinds import take_told
from beredd.sync.proofs import findings
from beredd.sync.reading import Sent
from beredd.sync.rules.epoch import Mark
from beredd.sync.wire import Answer

FAULTS = (DatabaseError, ValueError, ArithmeticError, LookupError, TypeError, AttributeError)
Way = Callable[[Sequence[Sent], Head, datetime], list[Answer]]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Batch:
    """What came in one message, read. `mark`: the point of our history that the device has last been told."""

    sent: Sequence[Sent]
    at: datetime
    contact: Contact | None
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Taken:
    """The answers to one batch, in its order, and where the ledger stands now that they are in it."""

    answers: Sequence[Answer]
    epoch: UUID
    position: int
    hash: str


def take_batches(batches: Sequence[Batch]) -> list[Taken]:
    """Commits before it returns. Raises OperationalError when the database is not there."""
    try:
        return _in_one_transaction(batches, _all_at_once)
    except OperationalError:
        raise
    except FAULTS as fault:
        log.error("a batch could not be taken whole, its events are tried one by one: %s", place_of(fault))
        return _in_one_transaction(batches, _one_by_one)


def _in_one_transaction(batches: Sequence[Batch], way: Way) -> list[Taken]:
    at = max(batch.at for batch in batches)
    with transaction.atomic():
        head = ledger_actions.lock()
        epochs.judge_marks([batch.mark for batch in batches if batch.mark], head=head, at=at)
        answers = iter(way([one for batch in batches for one in batch.sent], head, at))
        note_contacts([batch.contact for batch in batches if batch.contact])
    return [Taken(list(islice(answers, len(batch.sent))), head.epoch, head.position, head.hash) for batch in batches]


def _all_at_once(sent: Sequence[Sent], head: Head, at: datetime) -> list[Answer]:
    return _take(sent, head, at) if sent else []


def _one_by_one(sent: Sequence[Sent], head: Head, at: datetime) -> list[Answer]:
    return [reply for one in sent for reply in _take_alone(one, head, at)]


def _take_alone(one: Sent, head: Head, at: datetime) -> list[Answer]:
    try:
        with transaction.atomic():
            return _take([one], head, at)
    except OperationalError:
        raise
    except FAULTS as fault:
        head.refresh_from_db()  # it may have moved on before the fault, and has been taken back
        log.error("event %s could not be taken: %s", one.id, place_of(fault))
        return [answer(one.index, one.id, "refused", ["fault"])]


def _take(sent: Sequence[Sent], head: Head, at: datetime) -> list[Answer]:
    fresh, answers = _sift(sent)
    found = findings(fresh)
    arrivals = [
        replace(one.content, found=found[one.id]) if found[one.id] else one.content
        for one in fresh
        if isinstance(one.content, Arrival)
    ]
    told = [replace(one.content, doubts=found[one.id]) for one in fresh if isinstance(one.content, Told)]
    verdicts = take(arrivals, head=head, at=at)
    held = take_told(told, head=head, at=at)
    ledger_actions.append([one.content for one in fresh if isinstance(one.content, Entry)], head=head)
    for one in fresh:
        match one.content:
            case Arrival():
                answers[id(one)] = judged(one.index, one.id, verdicts[one.id])
            case Told():
                answers[id(one)] = followed(one.index, one.id, held.get(one.id, ()))
            case Entry():
                answers[id(one)] = judged(one.index, one.id, (ReviewReason.UNKNOWN_KIND,))
    return [answers[id(one)] for one in sent]


def _sift(sent: Sequence[Sent]) -> tuple[list[Sent], dict[int, Answer]]:
    """Those that are new; those that we had, or whose id is taken by something else, are answered here."""
    known = ledger.bodies([one.id for one in sent])
    fresh: list[Sent] = []
    answers: dict[int, Answer] = {}
    for one in sent:
        if one.id not in known:
            known[one.id] = one.text
            fresh.append(one)
        elif known[one.id] == one.text:
            answers[id(one)] = answer(one.index, one.id, "had")
        else:
            answers[id(one)] = answer(one.index, one.id, "refused", ["id_taken"])
    return fresh, answers
