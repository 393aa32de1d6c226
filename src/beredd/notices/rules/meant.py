"""Who is meant by "the unit managers of the units concerned", or "the phones of those who work there"?

Each person becomes a recipient of their own, at their own addresses. Whoever has no address by any of the channels is
left out. A person's second phone is told, too: who carries which is not known.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import phonenumbers

from beredd.notices.rules.book import Group, Recipient, Step

LONGEST_KEY = 20  # characters, so that a person's or a phone's own fits behind it


@dataclass(frozen=True, slots=True)
class Person:
    """`phones`: the devices that have agreed to be told, the latest first."""

    id: str
    name: str
    number: str
    email: str
    language: str
    phones: tuple[str, ...] = ()


def e164(number: str) -> str:
    """As SMS services want it; empty when it is no number."""
    try:
        parsed = phonenumbers.parse(number, "SE")
    except phonenumbers.NumberParseException:
        return ""
    valid = phonenumbers.is_valid_number(parsed)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) if valid else ""


# Kinds of channel on which a person has an address of their own, and which.
OWN_ADDRESS: Mapping[str, Callable[[Person], str]] = {
    "mail": lambda one: one.email,
    "46elks": lambda one: e164(one.number),
    "modem": lambda one: e164(one.number),
    "http": lambda one: e164(one.number),
    "webpush": lambda one: one.phones[0] if one.phones else "",
}


def each(one: Recipient, people: Iterable[Person], kinds: Mapping[str, str]) -> list[Recipient]:
    """`kinds`: channel → its kind. The written one's quiet hours are everybody's."""
    found = []
    for person in people:
        asked = {name: OWN_ADDRESS[kinds[name]](person) for name in one.own}
        reach = {name: address for name, address in asked.items() if address}
        if reach:
            pushed = [name for name in reach if kinds[name] == "webpush"]
            further = person.phones[1:] if pushed else ()
            ways = [(person.id, reach), *((phone, {pushed[0]: phone}) for phone in further)]
            found += [
                Recipient(f"{one.key}:{id}", person.name, way, quiet=one.quiet, language=person.language)
                for id, way in ways
            ]
    return found


def spelled_out(group: Group, meant: Mapping[str, Iterable[Recipient]]) -> Group:
    """The group with those meant in place of whoever stands for them."""
    keys = {key: tuple(one.key for one in those) for key, those in meant.items()}
    steps = tuple(
        Step(step.after, tuple(one for key in step.recipients for one in keys.get(key, (key,)))) for step in group.steps
    )
    return replace(group, steps=steps)
