"""Reads a municipality's notices.toml: channels, recipients, groups. Secrets are not in it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from beredd.i18n.mark import N_
from beredd.notices.rules.book import Book, Group, Quiet, Recipient, Step
from beredd.notices.rules.meant import LONGEST_KEY, OWN_ADDRESS
from beredd.notices.rules.templates import TEMPLATES
from beredd.people.rules.access import Refused
from beredd.people.rules.roles import Role


class BookFault(Refused):
    """Code `notices_file`: the file says something that cannot be so."""

    def __init__(self, what: str) -> None:
        super().__init__("notices_file", N_("The file with who is told cannot be used: %(what)s."), what=what)


@dataclass(frozen=True, slots=True)
class Setup:
    """`channels`: name → what its kind needs to know. `office`: where this service is reached, for links; or empty."""

    book: Book
    channels: Mapping[str, Mapping[str, Any]]
    office: str


def read_setup(file: Path) -> Setup:
    """Raises BookFault."""
    try:
        return setup_of(tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, AttributeError, KeyError, TypeError, ValueError) as fault:
        said = f"{fault.args[0]} is missing" if isinstance(fault, KeyError) else fault
        raise BookFault(f"{file.name}: {said}") from fault


def setup_of(said: Mapping[str, Any]) -> Setup:
    channels = dict(said.get("channel", {}))
    recipients = {one["key"]: _recipient(one) for one in said.get("recipient", ())}
    groups = {one["key"]: _group(one) for one in said.get("group", ())}
    used = {name for one in recipients.values() for name in (*one.reach, *one.own)}
    _refuse_unknown("channel", used - set(channels))
    _refuse_unknown("role", {role for one in recipients.values() for role in one.roles} - set(Role))
    _refuse_without_own_address(recipients, channels)
    _refuse_unknown("recipient", {key for one in groups.values() for key in one.recipients} - set(recipients))
    _refuse_unknown("template", {name for one in groups.values() for name in one.hears} - set(TEMPLATES))
    return Setup(Book(recipients, groups), channels, str(said.get("office", "")).rstrip("/"))


def _refuse_unknown(what: str, unknown: set[str]) -> None:
    if unknown:
        raise ValueError(f"no {what} is called {', '.join(sorted(unknown))}")


def _refuse_without_own_address(recipients: Mapping[str, Recipient], channels: Mapping[str, Mapping[str, Any]]) -> None:
    """A room in Teams is nobody's own."""
    for one in recipients.values():
        for name in one.own:
            if channels[name]["kind"] not in OWN_ADDRESS:
                raise ValueError(f"{one.key}: nobody has an address of their own on the channel {name}")


def _recipient(said: Mapping[str, Any]) -> Recipient:
    """With roles, `reach` is a list of channels; else a table of channel and address."""
    key, roles, reach = said["key"], frozenset(said.get("roles", ())), said.get("reach", {})
    if bool(roles) != isinstance(reach, list):
        raise ValueError(f"{key}: with roles, reach is a list of channels; without, channels with addresses")
    if roles and len(key) > LONGEST_KEY:
        raise ValueError(f"{key}: the key of those with a role has at most {LONGEST_KEY} characters")
    return Recipient(
        key=key,
        name=said["name"],
        reach={} if roles else {str(channel): str(address) for channel, address in reach.items()},
        phone=str(said.get("phone", "")),
        quiet=_quiet(said["quiet"]) if "quiet" in said else None,
        language=said.get("language", "sv"),
        roles=roles,
        own=tuple(reach) if roles else (),
    )


def _quiet(said: str) -> Quiet:
    starts, _, ends = said.partition("-")
    return Quiet(time.fromisoformat(starts.strip()), time.fromisoformat(ends.strip()))


def _group(said: Mapping[str, Any]) -> Group:
    steps = tuple(Step(timedelta(minutes=one["after_minutes"]), tuple(one["recipients"])) for one in said["step"])
    most, every = int(said.get("most", 3)), timedelta(minutes=said.get("every_minutes", 15))
    if not steps or not 1 <= most <= 10 or every < timedelta(minutes=1):
        raise ValueError(f"{said['key']}: at least one step, most 1–10 times, at least a minute between")
    return Group(
        key=said["key"],
        title=said["title"],
        steps=steps,
        hears=frozenset(said.get("hears", ())),
        unit=said.get("unit", ""),
        answers=bool(said.get("answers", False)),
        every=every,
        most=most,
    )
