"""What a station keeps on its disk, and knows again after a power cut: what to try, what it has seen, the last word."""

import os
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from beredd.disruption.landscape_file import LandscapeFault, Plan, read_plan
from beredd.sync.observed import RoundSeen
from beredd.sync.wire import RoutinesReply, StatusReply

Kind = TypeVar("Kind")


class Rounds(Struct, frozen=True):
    """Rounds, the oldest first: those that the server has, and those that wait to be told."""

    told: list[RoundSeen] = []
    waiting: list[RoundSeen] = []

    @property
    def rounds(self) -> list[RoundSeen]:
        return [*self.told, *self.waiting]


class LastWord(Struct, frozen=True):
    """What the server said last, and when it came, by our own clock. `known`: it knew our key."""

    status: StatusReply
    at: datetime
    known: bool = True


class Routines(Struct, frozen=True):
    """Those in force, and when they were fetched."""

    reply: RoutinesReply
    at: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """In the data folder of the station. Each file is there whole, or as it was; one that cannot be read is none."""

    folder: Path

    @property
    def _plan(self) -> Path:
        return self.folder / "probes.toml"

    def plan(self) -> Plan | None:
        """None: nobody has said what to try."""
        try:
            return read_plan(self._plan) if self._plan.exists() else None
        except LandscapeFault:  # of a newer server, perhaps: better none than half
            return None

    def plan_sum(self) -> str:
        """SHA-256, as the server compares it."""
        return sha256(self._plan.read_bytes() if self._plan.exists() else b"").hexdigest()

    def put_plan(self, text: str) -> None:
        """Empty: there is nothing to try any longer."""
        if text:
            _put(self._plan, text.encode())
        else:
            self._plan.unlink(missing_ok=True)

    def seen(self) -> Rounds:
        return _read(self.folder / "seen.json", Rounds) or Rounds()

    def put_seen(self, seen: Rounds) -> None:
        _put(self.folder / "seen.json", msgspec.json.encode(seen))

    def last_word(self) -> LastWord | None:
        """None before the first."""
        return _read(self.folder / "last-word.json", LastWord)

    def routines(self) -> Routines | None:
        return _read(self.folder / "routines.json", Routines)

    def put_routines(self, routines: Routines) -> None:
        _put(self.folder / "routines.json", msgspec.json.encode(routines))

    def put_last_word(self, word: LastWord) -> None:
        _put(self.folder / "last-word.json", msgspec.json.encode(word))


def _read(file: Path, kind: type[Kind]) -> Kind | None:
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError):
        return None


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = file.with_suffix(".tmp")
    with scratch.open("wb") as to:
        to.write(data)
        to.flush()
        os.fsync(to.fileno())
    scratch.replace(file)
