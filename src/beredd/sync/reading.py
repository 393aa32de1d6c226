"""From what came to what can be judged: event by event, so that one that cannot be read stops nobody else."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from beredd.signing.events import KIND, SignatureBody
from beredd.sync.rules.chain import Link, hash_of
from beredd.sync.wire import Body, Payload, WireEvent

_wire = msgspec.json.Decoder(WireEvent)
_payload = msgspec.json.Decoder(Payload)
_body = msgspec.json.Decoder(Body)
_loose = msgspec.json.Decoder()


@dataclass(frozen=True, slots=True)
class Sent:
    """An event that could be read. `body` is None for a kind that we do not know."""

    index: int
    text: str
    sig: str
    payload: Payload
    body: SignatureBody | None
    link: Link


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An event that could not; `id` where at least that could be found. `code`: event, payload, version or body."""

    index: int
    id: UUID | None
    code: str


def read(index: int, raw: bytes | msgspec.Raw) -> Sent | Unreadable:
    """Never raises."""
    try:
        wire = _wire.decode(raw)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return Unreadable(index, None, "event")
    try:
        payload = _payload.decode(wire.payload)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return Unreadable(index, _id_in(wire.payload), "payload")
    if payload.v != 1:
        return Unreadable(index, payload.id, "version")
    try:
        body = _signature(_body.decode(payload.body)) if payload.kind == KIND else None
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return Unreadable(index, payload.id, "body")
    return Sent(index, wire.payload, wire.sig, payload, body, Link(payload.seq, payload.prev, hash_of(wire.payload)))


def _signature(body: Body) -> SignatureBody:
    return SignatureBody(
        patient=body.patient,
        prescription=body.prescription,
        version=body.version,
        slot=_storable(body.slot),
        occurrence=body.occurrence,
        outcome=_storable(body.outcome),
        reason=_storable(body.reason),
        note=_storable(body.note),
        performed_at=body.performed_at,
        corrects=body.corrects,
        done=_storable(body.done),
    )


def _storable(value: Any) -> Any:
    """PostgreSQL holds no NUL in texts; the ledger keeps the original, where it is written as an escape."""
    match value:
        case str():
            return value.replace("\x00", "\ufffd")
        case dict():
            return {_storable(name): _storable(part) for name, part in value.items()}
        case list():
            return [_storable(part) for part in value]
        case _:
            return value


def _id_in(payload: str) -> UUID | None:
    try:
        found = _loose.decode(payload)
        return UUID(found["id"]) if isinstance(found, dict) else None
    except (msgspec.MsgspecError, UnicodeError, RecursionError, KeyError, ValueError, TypeError, AttributeError):
        return None
