"""Taking in what devices have made. An answer for each event; what is answered as taken survives a power cut.

1. read each event by itself; what cannot be read is refused, the rest goes on;
2. batches that come at the same moment go on together, in one transaction (sync.taking);
3. answer, with a new mark.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import close_old_connections, connections, transaction

from beredd.people.actions import Contact
from beredd.sync import epoch as epochs
from beredd.sync.answers import answer
from beredd.sync.enrol import Caller
from beredd.sync.lease import lease_until
from beredd.sync.reading import Context, Sent, read
from beredd.sync.taking import Batch, Taken, take_batches
from beredd.sync.together import Together
from beredd.sync.wire import Answer, IntakeReply, IntakeRequest

BATCHES_AT_ONCE = 16


def _next(batches: Sequence[Batch]) -> list[Taken]:
    close_old_connections()  # no request begins on this thread; the database may have been restarted meanwhile
    return take_batches(batches)


together: Together[Batch, Taken] = Together(_next, most=BATCHES_AT_ONCE, leave=connections.close_all)


def intake(request: IntakeRequest, *, caller: Caller, at: datetime) -> IntakeReply:
    """Always answers each event, whatever is wrong with it. Raises OperationalError when the database is not there."""
    contact = Contact(caller.device.id, request.announced.seq, at)
    answers, taken = _take(request.events, Context("phone", at), contact, request.mark)
    epochs.keep_note(taken.epoch, taken.position, taken.hash, at=at)
    return IntakeReply(
        epoch=taken.epoch,
        mark=epochs.mark(taken.epoch, taken.position, taken.hash),
        offer_again=request.epoch is not None and request.epoch != taken.epoch,
        answers=answers,
        now=at,
        lease_until=lease_until(caller.device.user, at=at),
    )


def take_carried(events: Sequence[bytes], *, at: datetime) -> list[Answer]:
    """Another device's events, already opened; in the order given. Raises OperationalError."""
    return _take(events, Context("carried", at))[0]


def _take(
    events: Sequence[bytes], context: Context, contact: Contact | None = None, mark: str | None = None
) -> tuple[list[Answer], Taken]:
    answers: list[Answer] = []
    sent: list[Sent] = []
    for index, raw in enumerate(events):
        one = read(index, raw, context)
        if isinstance(one, Sent):
            sent.append(one)
        else:
            answers.append(answer(index, one.id, "refused", [one.code]))
    taken = _commit(Batch(sent, context.at, contact, epochs.read_mark(mark)))
    return sorted([*answers, *taken.answers], key=lambda reply: reply.index), taken


def _commit(batch: Batch) -> Taken:
    """Inside a transaction of the caller's it is part of that one."""
    if transaction.get_connection().in_atomic_block:
        return take_batches([batch])[0]
    return together.do(batch)
