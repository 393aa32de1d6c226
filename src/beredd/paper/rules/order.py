"""In which order do packs go out? Along the streets; those whose address nobody may see come last, by a code."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

POSTCODE = re.compile(r"\b(\d{3}) ?(\d{2})\b")
STREET = re.compile(r"(?P<street>.*?)\s*(?P<number>\d+)\s*(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Stop:
    """`address` as written, empty when it is not to be seen."""

    patient: UUID
    name: str
    address: str


def delivery_order(stops: Iterable[Stop]) -> list[Stop]:
    """By postcode, street, side of the street walked up and down, and name."""
    return sorted(stops, key=_place)


def _place(stop: Stop) -> tuple[bool, str, str, int, str, str, str]:
    street, _, rest = stop.address.partition(",")
    postcode = POSTCODE.search(rest)
    match = STREET.fullmatch(street.strip())
    name, number, more = (match["street"], int(match["number"][:9]), match["rest"]) if match else (street, 0, "")
    where = f"{postcode[1]}{postcode[2]}" if postcode else rest
    return not stop.address, where, name.casefold().strip(), number, more.casefold(), stop.name, str(stop.patient)
