"""Marks that we sign, and noticing that we have been restored from a backup."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction

from beredd.ledger import actions as ledger
from beredd.ledger import queries
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


def judge_mark(text: str | None, *, at: datetime) -> None:
    """Names a new epoch when the mark proves that we have forgotten something."""
    found = read_mark(text)
    if found and is_forgotten(found, epoch=queries.head().epoch, hash_there=queries.hash_at(found.position)):
        name_new_epoch(at=at)


def name_new_epoch(*, at: datetime) -> UUID:
    """From now on this is another history: every device offers again all that it keeps."""
    epoch = uuid4()
    with transaction.atomic():
        head = ledger.lock()
        ledger.name_new_epoch(epoch=epoch)
        body = {"before": head.epoch, "position": head.position}
        ledger.append([entry("epoch.named", by=SYSTEM, subject=("system", epoch), at=at, body=body)])
    return epoch


def check_note(*, at: datetime) -> bool:
    """At start: is the database older than what we noted beside it? Then a new epoch; returns whether."""
    found = read_mark(_note().read_text() if _note().exists() else None)
    if not found or not is_forgotten(found, epoch=queries.head().epoch, hash_there=queries.hash_at(found.position)):
        return False
    name_new_epoch(at=at)
    return True


def keep_note(*, at: datetime) -> None:
    """Notes beside the database how far we have come, at most once a minute and process."""
    path = str(_note())
    if path in _noted and at - _noted[path] < NOTE_EVERY:
        return
    _noted[path] = at
    head = queries.head()
    scratch = _note().with_suffix(f".{os.getpid()}.tmp")
    scratch.write_text(mark(head.epoch, head.position, head.hash))
    scratch.replace(_note())


def _note() -> Path:
    return Path(settings.DATA) / "ledger.note"
