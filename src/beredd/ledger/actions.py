"""The one way to write history."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from django.db import transaction

from beredd.database.insert import Row, insert
from beredd.database.plain import change, rows_of, uuid
from beredd.ledger.entry import Entry, chain_fields
from beredd.ledger.models import Event
from beredd.ledger.models import Head as Head  # for those who hold the lock
from beredd.ledger.rules.chain import link


def lock() -> Head:
    """Waits for its turn to write and returns where the ledger ends.

    On PostgreSQL the row lock is held until commit, on SQLite BEGIN IMMEDIATE already is the turn; so positions are
    handed out in the order in which transactions commit, and a reader that has seen N has seen all before N.
    """
    lock = " FOR UPDATE" if transaction.get_connection().features.has_select_for_update else ""
    ((epoch, position, hash),) = rows_of(_HEAD + lock, [])
    return Head(epoch=uuid(epoch), position=position, hash=hash)


_HEAD = "SELECT epoch, position, hash FROM ledger_head WHERE id = 1"


def append(entries: Sequence[Entry], *, head: Head | None = None) -> None:
    """Adds the entries in order, inside the caller's transaction; `head` when the caller already has the lock."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("The ledger is written only together with what it tells of: open a transaction first.")
    end = head or lock()
    if not entries:
        return
    rows = list(_chained(entries, end))
    insert(Event, rows)
    end.position, end.hash = end.position + len(rows), str(rows[-1]["hash"])
    change("UPDATE ledger_head SET position = %s, hash = %s WHERE id = 1", [(end.position, end.hash)])


def name_new_epoch(*, epoch: UUID) -> None:
    """Says that this history may lack what an earlier one had: every device offers again all it keeps."""
    Head.objects.filter(id=1).update(epoch=epoch)


def _chained(entries: Iterable[Entry], head: Head) -> Iterator[Row]:
    previous = head.hash
    for position, entry in enumerate(entries, start=head.position + 1):
        stated = link(previous, chain_fields(position, entry))
        yield {
            "position": position,
            "id": entry.id,
            "kind": entry.kind,
            "by": entry.by,
            "unit": entry.unit,
            "subject_kind": entry.subject[0],
            "subject_id": entry.subject[1],
            "happened_at": entry.happened_at,
            "recorded_at": entry.recorded_at,
            "received_at": entry.received_at,
            "origin": entry.origin,
            "origin_seq": entry.origin_seq,
            "body": entry.body,
            "previous": previous,
            "hash": stated,
        }
        previous = stated
