"""What a ticket says: who, what, since when, how many, what was tried, what speaks for it. No patient is in it.

Sentences are English for the catalogue, each with what fills it; cases in tests/contracts/test_ticket_cases.py.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from personnummer import personnummer

from beredd.disruption.rules.incident import State
from beredd.i18n.mark import N_

BEFORE = timedelta(hours=1)  # reports that led to the suspicion belong to it
Sentence = tuple[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """`units` is empty when it concerns all. `since`: day and time as they are read. `reference`: what we call it."""

    system: str
    state: State
    units: tuple[str, ...]
    since: str
    reports: int
    devices: int
    evidence: str
    other_device_tried: bool
    decisions: tuple[str, ...]
    name: str
    title: str
    phone: str
    reference: str


_STATES: dict[State, str] = {
    State.SUSPECTED: N_("%(system)s seems not to work."),
    State.CONFIRMED: N_("%(system)s does not work."),
    State.DEGRADED: N_("%(system)s is slow or unsteady."),
    State.LONG: N_("%(system)s does not work, and we have gone over to paper."),
    State.RECOVERING: N_("%(system)s works again after a disruption."),
    State.CLOSED: N_("%(system)s works again after a disruption."),
    State.DISMISSED: N_("%(system)s was suspected of not working."),
}


def subject(facts: TicketFacts) -> Sentence:
    return N_("%(system)s: disruption since %(since)s (%(reference)s)"), {
        "system": facts.system,
        "since": facts.since,
        "reference": facts.reference,
    }


def text(facts: TicketFacts) -> list[Sentence]:
    """A line each, in the order in which a support asks."""
    where = ", ".join(facts.units)
    lines: list[Sentence] = [
        (_STATES[facts.state], {"system": facts.system}),
        (N_("Since: %(since)s."), {"since": facts.since}),
        (N_("Concerns: %(units)s."), {"units": where}) if where else (N_("Concerns: all our units."), {}),
    ]
    if facts.reports:
        counted = {"reports": facts.reports, "devices": facts.devices}
        lines.append((N_("Reported %(reports)d times, from %(devices)d devices."), counted))
    if facts.evidence:
        lines.append((N_("What we have seen: %(evidence)s"), {"evidence": facts.evidence}))
    if facts.other_device_tried:
        lines.append((N_("Tried: another device, with the same result."), {}))
    lines += [(N_("Done: %(what)s"), {"what": one}) for one in facts.decisions]
    lines.append(
        (
            N_("Our reference: %(reference)s. Please state it, and give us your case number."),
            {"reference": facts.reference},
        )
    )
    who = ", ".join(part for part in (facts.name, facts.title, facts.phone) if part)
    lines.append((N_("Who to reach: %(who)s."), {"who": who}))
    return lines


_NUMBER = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+]?\d{4}(?!\d)")


def holds_personal_number(said: str) -> bool:
    """Something that is a Swedish personal or coordination number, check digit and all; with or without the hyphen."""
    return any(personnummer.valid(one) for one in _NUMBER.findall(said))


def numbers(reports: Sequence[tuple[str, bool | None]]) -> tuple[int, int, bool]:
    """How many reports, from how many devices, and whether somebody tried another device in vain."""
    return len(reports), len({device for device, _ in reports}), any(works is False for _, works in reports)
