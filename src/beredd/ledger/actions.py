"""The one way to write history."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction

from beredd.ledger.entry import Entry, chain_fields
from beredd.ledger.models import Event
from beredd.ledger.models import Head as Head  # for those who hold the lock
from beredd.ledger.rules.chain import link


def lock() -> Head:
    """Waits for its turn to write and returns where the ledger ends.

    On PostgreSQL the row lock is held until commit, on SQLite BEGIN IMMEDIATE already is the turn; so positions are
    handed out in the order in which transactions commit, and a reader that has seen N has seen all before N.
    """
    return Head.objects.select_for_update().get(id=1)


def append(entries: Sequence[Entry], *, head: Head | None = None) -> list[Event]:
    """Adds the entries in order, inside the caller's transaction; `head` when the caller already has the lock."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("The ledger is written only together with what it tells of: open a transaction first.")
    end = head or lock()
    events = list(_chained(entries, end))
    Event.objects.bulk_create(events)
    if events:
        end.position, end.hash = events[-1].position, events[-1].hash
        Head.objects.filter(id=1).update(position=end.position, hash=end.hash)
    return events


def name_new_epoch(*, epoch: UUID) -> None:
    """Says that this history may lack what an earlier one had: every device offers again all it keeps."""
    Head.objects.filter(id=1).update(epoch=epoch)


def _chained(entries: Iterable[Entry], head: Head) -> Iterable[Event]:
    previous = head.hash
    for position, entry in enumerate(entries, start=head.position + 1):
        stated = link(previous, chain_fields(position, entry))
        yield Event(
            position=position,
            id=entry.id,
            kind=entry.kind,
            by=entry.by,
            unit=entry.unit,
            subject_kind=entry.subject[0],
            subject_id=entry.subject[1],
            happened_at=entry.happened_at,
            recorded_at=entry.recorded_at,
            received_at=entry.received_at,
            origin=entry.origin,
            origin_seq=entry.origin_seq,
            body=entry.body,
            previous=previous,
            hash=stated,
        )
        previous = stated
