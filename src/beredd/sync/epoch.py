"""Marks that we sign, and noticing that we have been restored from a backup."""

import os
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path
from threading import get_ident
from uuid import UUID, uuid4

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction

from beredd.ledger import actions as ledger
from beredd.ledger import queries
from beredd.ledger.actions import Head
from beredd.people.events import entry
from beredd.people.rules.access import SYSTEM
from beredd.sync.rules.epoch import Mark, is_forgotten, mark_at, mark_from

SIGNER = Signer(salt="beredd.mark", sep="~")
NOTE_EVERY = timedelta(minutes=1)
_noted: dict[str, datetime] = {}


def mark(epoch: UUID, position: int, hash: str) -> str:
    """What a device gives back, so that nobody but we can say where we have been."""
    return SIGNER.sign(str(mark_at(epoch, position, hash)))


def read_mark(text: str | None) -> Mark | None:
    """None when it is not ours."""
    if not text:
        return None
    try:
        return mark_from(SIGNER.unsign(text))
    except (BadSignature, ValueError):
        return None


def judge_marks(marks: Collection[Mark], *, head: Head, at: datetime) -> None:
    """Names a new epoch when one of them proves that we have forgotten something. Inside the caller's transaction."""
    there = queries.hashes_at([mark.position for mark in marks]) if marks else {}
    if any(is_forgotten(mark, epoch=head.epoch, hash_there=there.get(mark.position)) for mark in marks):
        _name_new(head, at)


def name_new_epoch(*, at: datetime) -> UUID:
    """From now on this is another history: every device offers again all that it keeps."""
    with transaction.atomic():
        head = ledger.lock()
        _name_new(head, at)
    return head.epoch


def _name_new(head: Head, at: datetime) -> None:
    body = {"before": head.epoch, "position": head.position}
    head.epoch = uuid4()
    ledger.name_new_epoch(epoch=head.epoch)
    ledger.append([entry("epoch.named", by=SYSTEM, subject=("system", head.epoch), at=at, body=body)], head=head)


def check_note(*, at: datetime) -> bool:
    """At start: is the database older than what we noted beside it? Then a new epoch; returns whether."""
    found = read_mark(_note().read_text() if _note().exists() else None)
    if not found or not is_forgotten(found, epoch=queries.head().epoch, hash_there=queries.hash_at(found.position)):
        return False
    name_new_epoch(at=at)
    return True


def keep_note(epoch: UUID, position: int, hash: str, *, at: datetime) -> None:
    """Notes beside the database how far we have come, at most once a minute and process."""
    path = str(_note())
    if path in _noted and at - _noted[path] < NOTE_EVERY:
        return
    _noted[path] = at
    scratch = _note().with_suffix(f".{os.getpid()}.{get_ident()}.tmp")
    scratch.write_text(mark(epoch, position, hash))
    scratch.replace(_note())


def _note() -> Path:
    return Path(settings.DATA) / "ledger.note"
