"""A phone as the protocol sees it: it chains, signs, keeps and sends again. For tests and benches."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from beredd.care.rules.occurrences import occurrence_id
from beredd.ids import new_id
from beredd.sync.keys import CURVE, SEAL_INFO, SUITE, bytes_of, text_of
from beredd.sync.wire import Announced, EnrolReply, FeedRequest, IntakeReply, IntakeRequest

Wire = dict[str, str]
NOBODY = UUID(int=0)


def told(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass
class Kept:
    """An event on the phone; `answer` is None until the server has said something about it."""

    id: UUID
    wire: Wire
    box: str
    answer: str | None = None


@dataclass
class Phone:
    """What is unanswered is never deleted; what is answered is kept, and offered again when the epoch changes."""

    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(CURVE))
    device: UUID = NOBODY
    user: UUID = NOBODY
    token: str = ""
    epoch: UUID | None = None
    seal_key: str = ""
    mark: str | None = None
    seq: int = 0
    hash: str = ""
    log: list[Kept] = field(default_factory=list)

    @property
    def point(self) -> str:
        """What enrolment asks for."""
        return text_of(self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))

    @property
    def authorization(self) -> str:
        return f"Device {self.device}.{self.token}"

    def enrolled(self, reply: EnrolReply) -> "Phone":
        self.device, self.token, self.user = reply.device, reply.token, reply.user.id
        self.epoch, self.seal_key = reply.epoch, reply.seal_key
        return self

    def sign(
        self, *, patient: UUID, prescription: UUID, slot: str | None, at: datetime, kind: str = "signature", **more: Any
    ) -> Kept:
        """Makes an event, chained, signed and sealed, and keeps it."""
        body = {
            "patient": str(patient),
            "prescription": str(prescription),
            "version": 1,
            "slot": slot,
            "occurrence": str(occurrence_id(prescription, slot)) if slot else None,
            "outcome": "performed",
            "reason": None,
            "note": "",
            "performed_at": told(at),
            "corrects": None,
            "done": None,
            **more,
        }
        return self.tell(kind, body, at=at)

    def tell(self, kind: str, body: Mapping[str, object], *, at: datetime) -> Kept:
        """An event of any kind, chained, signed and sealed."""
        id = new_id(at)
        payload = {
            "v": 1,
            "kind": kind,
            "id": str(id),
            "device": str(self.device),
            "seq": self.seq + 1,
            "prev": self.hash,
            "by": str(self.user),
            "recorded_at": told(at),
            "body": body,
        }
        return self.keep(id, json.dumps(payload, ensure_ascii=False, separators=(",", ":")))

    def keep(self, id: UUID, payload: str) -> Kept:
        self.seq, self.hash = self.seq + 1, sha256(payload.encode()).hexdigest()
        wire = {"payload": payload, "sig": self.signature(payload)}
        kept = Kept(id, wire, self.seal(wire))
        self.log.append(kept)
        return kept

    def signature(self, payload: str) -> str:
        """As WebCrypto gives it: r and s, 32 bytes each."""
        r, s = decode_dss_signature(self.key.sign(payload.encode(), ec.ECDSA(hashes.SHA256())))
        return text_of(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    def seal(self, wire: Wire) -> str:
        if not self.seal_key:
            return ""
        server = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, bytes_of(self.seal_key))
        return text_of(SUITE.encrypt(json.dumps(wire).encode(), server, info=SEAL_INFO))

    def unsent(self) -> list[Kept]:
        return [kept for kept in self.log if kept.answer is None]

    def batch(self, *, most: int = 50) -> IntakeRequest:
        return self.request([kept.wire for kept in self.unsent()[:most]])

    def request(self, wires: list[Wire]) -> IntakeRequest:
        """As the endpoint parses it."""
        data = {
            "protocol": 1,
            "epoch": self.epoch,
            "mark": self.mark,
            "announced": Announced(self.seq, self.hash),
            "events": wires,
        }
        return msgspec.json.decode(msgspec.json.encode(data), type=IntakeRequest)

    def heard(self, reply: IntakeReply) -> None:
        """First offer again, then take down the answers: those were given in the new history."""
        if reply.offer_again:
            for kept in self.log:
                kept.answer = None
        answers = {answer.id: answer.answer for answer in reply.answers}
        for kept in self.log:
            kept.answer = answers.get(kept.id, kept.answer)
        self.epoch, self.mark = reply.epoch, reply.mark

    def question(self, cursor: int | None = None) -> FeedRequest:
        return FeedRequest(protocol=1, epoch=self.epoch, cursor=cursor)
