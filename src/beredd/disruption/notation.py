"""Observations and reports as a person writes them, a short row each. The words are in contract/cases/README.md."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from beredd.disruption.rules.landscape import INTERNET, LINK, Landscape, Maintenance
from beredd.disruption.rules.observed import Fault, Kind, Link, Observation, Place, Report, Result, Vantage
from beredd.disruption.rules.verdict import Verdict

ROUND = timedelta(minutes=1)
FINE = "wwwwww"

_LETTERS: dict[str, tuple[Result, Fault | None]] = {
    "w": (Result.WORKS, None),
    "s": (Result.SLOW, None),
    "?": (Result.UNKNOWN, None),
    "f": (Result.FAILS, Fault.NO_ANSWER),
    "e": (Result.FAILS, Fault.ERROR),
    "n": (Result.FAILS, Fault.NAME),
    "x": (Result.FAILS, Fault.CERTIFICATE_EXPIRED),
    "c": (Result.FAILS, Fault.CERTIFICATE_NAME),
}
_PLACES = {
    "server": (Place.SERVER, Link.FIXED),
    "station": (Place.STATION, Link.FIXED),
    "laptop": (Place.STATION, Link.WIRELESS),
    "phone": (Place.PHONE, Link.MOBILE),
}
_ANSWERS = {"has-right": ("right", True), "no-right": ("right", False)} | {
    "other-device-works": ("other_device_works", True),
    "other-device-fails": ("other_device_works", False),
}


@dataclass(frozen=True, slots=True)
class Town:
    """Who works for whom, and the vantage points that a row for the `others` speaks of."""

    employers: Mapping[str, str]
    vantages: Sequence[str]


def observations(seen: Mapping[str, str], landscape: Landscape, town: Town, now: datetime) -> Iterator[Observation]:
    """`station-north: exorlive.app wwffff, rest w`: oldest first, a letter a minute, the last is now."""
    others = dict.fromkeys(town.vantages, seen["others"]) if "others" in seen else {}
    for name, row in (others | {name: row for name, row in seen.items() if name != "others"}).items():
        vantage = vantage_of(name, town)
        series = dict(_series(part.strip(), landscape) for part in row.split(","))
        for key, target in landscape.targets.items():
            rest = series.get("rest", "") if _is_far(key, landscape) else ""
            yield from _results(vantage, key, series.get(key, series.get(target.system, rest)), now)


def _is_far(key: str, landscape: Landscape) -> bool:
    """`rest` is all that has the internet between, and the way there; not the printer in the room."""
    return key == LINK or INTERNET in {key, *landscape.above(key)}


def _series(part: str, landscape: Landscape) -> tuple[str, str]:
    key, _, letters = part.partition(" ")
    systems = {target.system for target in landscape.targets.values()}
    if key not in {*landscape.targets, *systems, "rest"} or not letters or set(letters) - {*_LETTERS, "-"}:
        raise ValueError(f"“{part}” is not a target and its results")
    return key, FINE if key == "rest" and letters == "w" else letters


def _results(vantage: Vantage, target: str, letters: str, now: datetime) -> Iterator[Observation]:
    for back, letter in enumerate(reversed(letters)):
        if letter != "-":
            result, fault = _LETTERS[letter]
            yield Observation(vantage, target, result, now - back * ROUND, fault)


def vantage_of(name: str, town: Town) -> Vantage:
    """`server`, `station-north` (fixed), `laptop-north` (wireless), `phone-north-1@home-7` (mobile, at a home)."""
    told = re.fullmatch(r"(server|station|laptop|phone)(?:-([a-zåäö]+))?(?:-\d+)?(?:@([\w-]+))?", name)
    if told is None:
        raise ValueError(f"“{name}” is not a vantage point")
    kind, unit, home = told.groups()
    place, link = _PLACES[kind]
    return Vantage(name.split("@")[0], place, link, unit, town.employers.get(unit or ""), home)


def reports(said: Sequence[str], town: Town, now: datetime) -> Iterator[Report]:
    """`bo north launch`, `eva south exorlive no-right`, `bo north coverage home-7`, `bo north phones 50min`."""
    for row in said:
        user, unit, what, *rest = row.split()
        told: dict[str, Any] = {"at": now - ROUND}
        kinds = set(Kind) - {Kind.SYSTEM}
        told |= {"kind": Kind(what)} if what in kinds else {"kind": Kind.SYSTEM, "system": what}
        for word in rest:
            told |= _detail(word, now)
        device = told.pop("device", f"phone-{user}")
        yield Report(user=user, device=device, unit=unit, employer=town.employers.get(unit), **told)


def _detail(word: str, now: datetime) -> dict[str, Any]:
    if word in _ANSWERS:
        return dict([_ANSWERS[word]])
    if word.startswith("home-"):
        return {"home": word}
    if minutes := re.fullmatch(r"(\d+)min", word):
        return {"at": now - int(minutes[1]) * ROUND}
    return {"device": word}


def planned(rows: Sequence[str], now: datetime) -> list[Maintenance]:
    """`exorlive -30 60`: from half an hour ago until an hour from now, in minutes."""
    found = []
    for row in rows:
        system, starts, ends = row.split()
        found.append(Maintenance(system, now + int(starts) * ROUND, now + int(ends) * ROUND))
    return found


def told(verdict: Verdict) -> str:
    """`exorlive no_answer · all · vendor · high`."""
    what = verdict.system if verdict.layer == "system" else verdict.layer.value
    scope = f"{verdict.scope.value} {verdict.of}" if verdict.of else verdict.scope.value
    return f"{what} {verdict.cause.value} · {scope} · {verdict.owner.value} · {verdict.confidence.name.lower()}"
