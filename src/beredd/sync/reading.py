"""From what came to what can be judged: event by event, so that one that cannot be read stops nobody else."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

from beredd.ledger.entry import Entry
from beredd.signing.events import KIND, Arrival, SignatureBody, WorkedItem
from beredd.sync.rules.chain import Link, hash_of
from beredd.sync.wire import Body, Payload, WireEvent, Worked

_wire = msgspec.json.Decoder(WireEvent)
_payload = msgspec.json.Decoder(Payload)
_body = msgspec.json.Decoder(Body)
_loose = msgspec.json.Decoder()
FIRST, LAST = datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 12, 31, tzinfo=UTC)
UNREADABLE = (msgspec.MsgspecError, UnicodeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Context:
    """How a batch came in. `channel`: "phone" from the device itself, "carried" by another."""

    channel: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """An event that could be read. `content`: as signing takes it, or as the ledger does, of a kind we do not know."""

    index: int
    id: UUID
    text: str
    sig: str
    device: UUID
    by: UUID
    recorded_at: datetime
    link: Link
    content: Arrival | Entry


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An event that could not; `id` where at least that could be found. `code`: event, payload, version or body."""

    index: int
    id: UUID | None
    code: str


def read(index: int, raw: bytes | msgspec.Raw, context: Context) -> Sent | Unreadable:
    """Never raises."""
    try:
        wire = _wire.decode(raw)
    except UNREADABLE:
        return Unreadable(index, None, "event")
    try:
        payload = _payload.decode(wire.payload)
    except UNREADABLE:
        return Unreadable(index, _id_in(wire.payload), "payload")
    if payload.v != 1:
        return Unreadable(index, payload.id, "version")
    try:
        content = _content(wire.payload, payload, context)
    except UNREADABLE:
        return Unreadable(index, payload.id, "body")
    link = Link(payload.seq, payload.prev, hash_of(wire.payload))
    return Sent(
        index, payload.id, wire.payload, wire.sig, payload.device, payload.by, content.recorded_at, link, content
    )


def _content(text: str, payload: Payload, context: Context) -> Arrival | Entry:
    if payload.kind == KIND:
        return _arrival(text, payload, _signature(_body.decode(payload.body)), context)
    return _unknown_kind(text, payload, context)


def _arrival(text: str, payload: Payload, body: SignatureBody, context: Context) -> Arrival:
    return Arrival(
        id=payload.id,
        payload=text,
        body=body,
        performer=payload.by,
        channel=context.channel,
        recorded_at=_tellable(payload.recorded_at),
        received_at=context.at,
        device=payload.device,
        seq=payload.seq,
    )


def _unknown_kind(text: str, payload: Payload, context: Context) -> Entry:
    return Entry(
        id=payload.id,
        kind=_storable(payload.kind),
        by=str(payload.by),
        unit=None,
        subject=("device", payload.device),
        happened_at=_tellable(payload.recorded_at),
        recorded_at=_tellable(payload.recorded_at),
        received_at=context.at,
        body=text,
        origin=payload.device,
        origin_seq=payload.seq,
    )


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
        performed_at=_tellable(body.performed_at),
        corrects=body.corrects,
        done=_storable(body.done),
        worked=tuple(_worked(one) for one in body.worked or ()),
        pain=body.pain,
        effort=body.effort,
    )


def _worked(one: Worked) -> WorkedItem:
    return WorkedItem(one.item, one.exercise, one.sets, one.repetitions, one.seconds)


def _tellable(at: datetime) -> datetime:
    """In UTC. At the very ends of the calendar some zones have no day for it, so those are left out."""
    if at.year < FIRST.year:
        return FIRST
    return LAST if at.year > LAST.year else at.astimezone(UTC)


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
    except (*UNREADABLE, KeyError, ValueError, TypeError, AttributeError):
        return None
