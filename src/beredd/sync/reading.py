"""From what came to what can be judged: event by event, so that one that cannot be read stops nobody else."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from beredd.ledger.entry import Entry
from beredd.ledger.told import Told
from beredd.signing.events import KIND, Arrival, SignatureBody, WorkedItem
from beredd.sync.kinds import KINDS
from beredd.sync.rules.chain import Link, hash_of
from beredd.sync.tame import storable, tellable
from beredd.sync.wire import Body, Payload, WireEvent, Worked

_wire = msgspec.json.Decoder(WireEvent)
_payload = msgspec.json.Decoder(Payload)
_body = msgspec.json.Decoder(Body)
_loose = msgspec.json.Decoder()
UNREADABLE = (msgspec.MsgspecError, UnicodeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Context:
    """How a batch came in. `channel`: "phone" from the device itself, "carried" by another."""

    channel: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """An event that could be read. `content`: a signature, something else told of, or a kind unknown."""

    index: int
    id: UUID
    text: str
    sig: str
    device: UUID
    by: UUID
    recorded_at: datetime
    link: Link
    content: Arrival | Told[Any] | Entry


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


def _content(text: str, payload: Payload, context: Context) -> Arrival | Told[Any] | Entry:
    if payload.kind == KIND:
        return _arrival(text, payload, _signature(_body.decode(payload.body)), context)
    if payload.kind in KINDS:
        return _told(text, payload, context)
    return _unknown_kind(text, payload, context)


def _arrival(text: str, payload: Payload, body: SignatureBody, context: Context) -> Arrival:
    return Arrival(
        id=payload.id,
        payload=text,
        body=body,
        performer=payload.by,
        channel=context.channel,
        recorded_at=tellable(payload.recorded_at),
        received_at=context.at,
        device=payload.device,
        seq=payload.seq,
    )


def _told(text: str, payload: Payload, context: Context) -> Told[Any]:
    kind = KINDS[payload.kind]
    return Told(
        id=payload.id,
        kind=kind.name,
        payload=text,
        body=kind.read(msgspec.json.decode(payload.body, type=kind.wire)),
        by=payload.by,
        device=payload.device,
        seq=payload.seq,
        recorded_at=tellable(payload.recorded_at),
        received_at=context.at,
    )


def _unknown_kind(text: str, payload: Payload, context: Context) -> Entry:
    return Entry(
        id=payload.id,
        kind=storable(payload.kind),
        by=str(payload.by),
        unit=None,
        subject=("device", payload.device),
        happened_at=tellable(payload.recorded_at),
        recorded_at=tellable(payload.recorded_at),
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
        slot=storable(body.slot),
        occurrence=body.occurrence,
        outcome=storable(body.outcome),
        reason=storable(body.reason),
        note=storable(body.note),
        performed_at=tellable(body.performed_at),
        corrects=body.corrects,
        done=storable(body.done),
        worked=tuple(_worked(one) for one in body.worked or ()),
        pain=body.pain,
        effort=body.effort,
    )


def _worked(one: Worked) -> WorkedItem:
    skipped, variant = storable(one.skipped), storable(one.variant)
    return WorkedItem(one.item, one.exercise, one.sets, one.repetitions, one.seconds, skipped, variant)


def _id_in(payload: str) -> UUID | None:
    try:
        found = _loose.decode(payload)
        return UUID(found["id"]) if isinstance(found, dict) else None
    except (*UNREADABLE, KeyError, ValueError, TypeError, AttributeError):
        return None
