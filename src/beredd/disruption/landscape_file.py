"""Reads a municipality's landscape from its file in content/probes: what to reach, how, and who owns it."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from beredd.disruption.rules.landscape import GROUND, INTERNET, LINK, NAMES, Landscape, Layer, Owner, Target
from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

TIGHTEST = timedelta(seconds=20)
PHONES_TIGHTEST = timedelta(seconds=60)
PLAIN_ADDRESS = re.compile(r"(https://[a-z0-9.-]+|http://(localhost|127\.0\.0\.1))(:\d+)?(/[\w.~/-]*)?", re.ASCII)
_BEYOND = (LINK, INTERNET, NAMES)


class How(StrEnum):
    """How a target is tried. TOLD: no probe can, only those who stand beside it."""

    HTTP = "http"
    NAMES = "names"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Try:
    """`phones`: addresses that phones may try; they stand in the page's content security policy."""

    target: str
    how: How
    addresses: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The landscape, and how and how often to try it. `instead`: system → the other way to do it, by language."""

    landscape: Landscape
    tries: tuple[Try, ...]
    every: timedelta
    timeout: timedelta
    slow: timedelta
    certificate_ahead: timedelta
    instead: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    phones_every: timedelta = timedelta(minutes=5)


class LandscapeFault(Refused):
    """Code `landscape`: the file says something that cannot be so."""

    def __init__(self, what: str) -> None:
        super().__init__("landscape", N_("The file with what to reach cannot be used: %(what)s."), what=what)


def read_plan(file: Path) -> Plan:
    """Raises LandscapeFault."""
    try:
        return plan_of(tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as fault:
        raise LandscapeFault(f"{file.name}: {fault}") from fault


def plan_of(said: Mapping[str, Any]) -> Plan:
    entries: Sequence[Mapping[str, Any]] = said["target"]
    targets = {one.key: one for one in (*GROUND, *(_target(entry) for entry in entries if entry["key"] not in _BEYOND))}
    unknown = sorted({parent for one in targets.values() for parent in one.parents} - set(targets))
    if unknown:
        raise ValueError(f"nothing is called {', '.join(unknown)}")
    every = timedelta(seconds=said["every_seconds"])
    if every < TIGHTEST:
        raise ValueError(f"every_seconds is less than {TIGHTEST.seconds}")
    phones_every = timedelta(seconds=said.get("phones_every_seconds", 300))
    if phones_every < PHONES_TIGHTEST:
        raise ValueError(f"phones_every_seconds is less than {PHONES_TIGHTEST.seconds}")
    return Plan(
        landscape=Landscape(targets, dict(said["titles"]), frozenset(said.get("own_it", ()))),
        tries=tuple(_try(entry) for entry in entries),
        every=every,
        timeout=timedelta(seconds=said["timeout_seconds"]),
        slow=timedelta(seconds=said["slow_seconds"]),
        certificate_ahead=timedelta(days=said["certificate_days"]),
        instead={system: dict(words) for system, words in said.get("instead", {}).items()},
        phones_every=phones_every,
    )


def _target(entry: Mapping[str, Any]) -> Target:
    """Part after part: `exorlive.media` belongs to the system `exorlive`."""
    key: str = entry["key"]
    return Target(
        key=key,
        system=entry.get("system", key.split(".")[0]),
        parents=tuple(entry.get("parents", _BEYOND)),
        layer=Layer(entry.get("layer", Layer.SYSTEM)),
        owner=Owner(entry.get("owner", Owner.VENDOR)),
    )


def _try(entry: Mapping[str, Any]) -> Try:
    how = How(entry["kind"])
    addresses = tuple(entry.get("addresses", ()))
    if bool(addresses) is (how is How.TOLD):
        raise ValueError(f"{entry['key']}: addresses belong to what is tried, and to nothing else")
    phones = tuple(entry.get("phones", ()))
    odd = [one for one in phones if not PLAIN_ADDRESS.fullmatch(one)]
    if odd:
        raise ValueError(f"{entry['key']}: phones cannot try {odd[0]}; write https://, a host and a path, no more")
    return Try(entry["key"], how, addresses, phones)
