"""Talking with the server: what has been seen goes there, what to try and how it stands come back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import httpx
import msgspec

from beredd.sync.observed import ObservedReply, ObservedRequest, RoundSeen
from beredd.sync.wire import PROTOCOL, RoutinesReply, StatusReply

PATIENCE = 10.0  # seconds
REFUSED = (401, 403)
Reply = TypeVar("Reply", bound=msgspec.Struct)


class NotReached(Exception):
    """The server did not answer, or not with what we asked for."""


class NotKnown(Exception):
    """The server does not know our key, or no more."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """`address`: of the server."""

    address: str
    key: str

    def tell(self, rounds: Sequence[RoundSeen], *, plan: str, at: datetime, resting: bool = False) -> ObservedReply:
        """Raises NotReached, NotKnown. What could not be told can be told again: the server keeps it once."""
        asked = ObservedRequest(PROTOCOL, at, list(rounds), plan, resting)
        return self._ask(ObservedReply, "POST", "/api/v1/observed", msgspec.json.encode(asked))

    def status(self) -> StatusReply:
        """What everybody may know. Raises NotReached."""
        return self._ask(StatusReply, "GET", "/api/v1/status")

    def routines(self) -> RoutinesReply:
        """What to do when the systems fail, which is no secret. Raises NotReached."""
        return self._ask(RoutinesReply, "GET", "/api/v1/routines")

    def _ask(self, kind: type[Reply], method: str, path: str, content: bytes | None = None) -> Reply:
        headers = {"Authorization": f"Station {self.key}", "Content-Type": "application/json"} if content else {}
        url = self.address.rstrip("/") + path
        try:
            answer = httpx.request(method, url, content=content, headers=headers, timeout=PATIENCE)
            if answer.status_code in REFUSED:
                raise NotKnown
            return msgspec.json.decode(answer.raise_for_status().content, type=kind)
        except (httpx.HTTPError, httpx.InvalidURL, msgspec.MsgspecError) as fault:
            raise NotReached(str(fault)) from fault
