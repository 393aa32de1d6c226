"""What travels, as types. Read strictly, except that unknown fields are let through: a newer phone may send them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

PROTOCOL = 1
MOST_EVENTS, MOST_DOCUMENTS = 200, 25
LONGEST_PAYLOAD, LONGEST_NOTE = 32_768, 4_000
MOST_WORKED = 60
NO_NUL = r"^[^\u0000]*$"  # PostgreSQL holds none in texts

Instant = Annotated[datetime, Meta(tz=True)]
Number = Annotated[int, Meta(ge=1, le=2**31 - 1)]
Count = Annotated[int, Meta(ge=0, le=2**53)]
Amount = Annotated[int, Meta(ge=0, le=10_000)]
Scale = Annotated[int, Meta(ge=0, le=10)]
Hash = Annotated[str, Meta(max_length=64)]


class RoutinesReply(Struct, frozen=True):
    """Each as {"routine", "days"}: the form of phone/src/rules/routine.ts, with its closed days for two years."""

    routines: list[dict[str, Any]]


class PaperNow(Struct, frozen=True):
    """Paper is master in the unit instead of the system; without `until`, until further notice."""

    unit: UUID
    system: str
    since: Instant
    until: Instant | None


class TroubleNow(Struct, frozen=True):
    """`state`: suspected, confirmed, degraded, long, recovering; an open list. `units`: id → name; empty: everybody."""

    id: UUID
    layer: str
    state: str
    since: Instant
    units: dict[str, str]
    text: str
    told_at: Instant | None
    next_at: Instant | None
    papers: list[PaperNow]


class WorkNow(Struct, frozen=True):
    """Planned work, from and until (not included). Told of from the day before: a phone may be away till then."""

    id: UUID
    starts_at: Instant
    ends_at: Instant
    what: str


class SystemNow(Struct, frozen=True):
    """`instead`: the other way to do it, by language. `planned`: within a few days."""

    system: str
    title: str
    instead: dict[str, str]
    troubles: list[TroubleNow]
    planned: list[WorkNow] = []


class Sayable(Struct, frozen=True):
    """What one may report as not working: `title` is the system's name, empty for a way out into the world."""

    kind: str
    system: str
    title: str


class Look(Struct, frozen=True):
    """What a phone that is in use may try, and how often at most. `targets`: key → addresses, one is enough."""

    every_seconds: int
    slow_seconds: int
    timeout_seconds: int
    targets: dict[str, list[str]]


class Support(Struct, frozen=True):
    """Who takes tickets: `written` when they can be sent, not only read aloud on the telephone."""

    key: str
    title: str
    phone: str
    written: bool


class StatusReply(Struct, frozen=True):
    """How the systems stand, as known at `at`: for phones to show when they reach nothing. No patients, no staff.

    `look`: None when phones are to try nothing.
    """

    at: Instant
    systems: list[SystemNow]
    sayable: list[Sayable]
    look: Look | None = None
    supports: list[Support] = []


class WireEvent(Struct, frozen=True):
    """`payload` is text from birth; `sig`: base64url of the ECDSA P-256 signature (r and s, 64 bytes) over it."""

    payload: Annotated[str, Meta(max_length=LONGEST_PAYLOAD)]
    sig: Annotated[str, Meta(max_length=120)]


class Payload(Struct, frozen=True):
    v: int
    kind: Annotated[str, Meta(min_length=1, max_length=60)]
    id: UUID
    device: UUID
    seq: Annotated[int, Meta(ge=1, le=2**53)]
    prev: Hash
    by: UUID
    recorded_at: Instant
    body: msgspec.Raw


class Worked(Struct, frozen=True):
    """What was done of one item of the programme. `item`: its place, from 1. What is not listed was not done.

    Repetitions and seconds are those of all sets together; an amount not counted is left out. `skipped`: why nothing
    was done of it; `variant`: easier or harder, when it was done that way. Both are open lists.
    """

    item: Annotated[int, Meta(ge=1, le=1_000)]
    exercise: UUID | None = None
    sets: Amount | None = None
    repetitions: Amount | None = None
    seconds: Amount | None = None
    skipped: Annotated[str, Meta(max_length=30)] | None = None
    variant: Annotated[str, Meta(max_length=20)] | None = None


class Body(Struct, frozen=True):
    """Of a signature. `outcome` and `reason` are open lists: what we do not know is kept as it is.

    `worked`, `pain` and `effort` (0 none, 10 worst or most) are said where a programme was worked through.
    """

    patient: UUID
    prescription: UUID
    outcome: Annotated[str, Meta(min_length=1, max_length=20)]
    performed_at: Instant
    version: Number | None = None
    slot: Annotated[str, Meta(max_length=32)] | None = None
    occurrence: UUID | None = None
    reason: Annotated[str, Meta(max_length=30)] | None = None
    note: Annotated[str, Meta(max_length=LONGEST_NOTE)] = ""
    corrects: UUID | None = None
    done: dict[str, Any] | None = None
    worked: Annotated[list[Worked], Meta(max_length=MOST_WORKED)] | None = None
    pain: Scale | None = None
    effort: Scale | None = None


class EnrolRequest(Struct, frozen=True):
    protocol: int
    username: Annotated[str, Meta(min_length=1, max_length=60, pattern=NO_NUL)]
    password: Annotated[str, Meta(min_length=1, max_length=200)]
    device_name: Annotated[str, Meta(min_length=1, max_length=80, pattern=NO_NUL)]
    device_key: Annotated[str, Meta(max_length=120)]
    now: Instant | None = None


class EnrolledUser(Struct, frozen=True):
    id: UUID
    name: str


class EnrolReply(Struct, frozen=True):
    device: UUID
    token: str
    user: EnrolledUser
    epoch: UUID
    seal_key: str
    lease_until: datetime
    now: datetime
    language: str


class Announced(Struct, frozen=True):
    """How many events the device says it has made, and the hash of the last."""

    seq: Count = 0
    hash: Hash = ""


class IntakeRequest(Struct, frozen=True):
    protocol: int
    events: Annotated[list[msgspec.Raw], Meta(max_length=MOST_EVENTS)]
    epoch: UUID | None = None
    mark: Annotated[str, Meta(max_length=300)] | None = None
    announced: Announced = Announced()


class Answer(Struct, frozen=True):
    """`answer`: taken, had, held or refused; `why`: stable codes; `say`: a sentence for the user."""

    index: int
    id: UUID | None
    answer: str
    why: list[str] = []
    say: str = ""


class IntakeReply(Struct, frozen=True):
    epoch: UUID
    mark: str
    offer_again: bool
    answers: list[Answer]
    now: datetime
    lease_until: datetime


class SealedRequest(Struct, frozen=True):
    boxes: Annotated[list[Annotated[str, Meta(max_length=2 * LONGEST_PAYLOAD)]], Meta(max_length=MOST_EVENTS)]


class SealedReply(Struct, frozen=True):
    answers: list[Answer]


class FeedRequest(Struct, frozen=True):
    protocol: int
    epoch: UUID | None = None
    cursor: Count | None = None
    scope_hash: Hash | None = None


class DocRef(Struct, frozen=True):
    k: str
    id: UUID
    v: int


class Doc(Struct, frozen=True):
    k: str
    id: UUID
    v: int
    body: dict[str, Any]


class FeedReply(Struct, frozen=True):
    epoch: UUID
    cursor: int
    scope_hash: str
    manifest: list[DocRef] | None
    docs: list[Doc]
    more: bool
    lease_until: datetime
    now: datetime


class WantedDocument(Struct, frozen=True):
    k: Annotated[str, Meta(max_length=20)]
    id: UUID


class DocumentsRequest(Struct, frozen=True):
    ids: Annotated[list[WantedDocument], Meta(max_length=MOST_DOCUMENTS)]


class DocumentsReply(Struct, frozen=True):
    docs: list[Doc]


class PushAddress(Struct, frozen=True):
    """Where the phone's push service takes what is meant for it, and the keys that encrypt for it alone."""

    endpoint: Annotated[str, Meta(max_length=1000, pattern=NO_NUL)]
    key: Annotated[str, Meta(max_length=100, pattern=NO_NUL)]
    auth: Annotated[str, Meta(max_length=40, pattern=NO_NUL)]


class NoticesRequest(Struct, frozen=True):
    """Is the phone to be told of disruptions? Without `wanted` it only asks; with it, `address` says where."""

    protocol: int
    wanted: bool | None = None
    address: PushAddress | None = None


class NoticesReply(Struct, frozen=True):
    """`key`: ours, to subscribe with; empty when phones are not told here. `told`: this phone is."""

    key: str
    told: bool


class HelloReply(Struct, frozen=True):
    epoch: UUID
    now: datetime
    protocol: int = PROTOCOL
