"""Changing a routine a piece at a time, as plain lists and tables of texts. A new whole comes out; the old stays.

A list's lines are named by their number, a table's by their name; both have an order, the order of the page.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from beredd.routine.rules.document import Listing, Node, Table, Text

Key = str | int
Place = tuple[Key, ...]
"""The way from the whole to a piece: names, and numbers of lines."""

LONGEST_NAME = 40


class NoSuchPlace(LookupError):
    """The piece is not there: somebody has moved or removed it meanwhile."""


def piece(whole: Any, place: Place) -> Any:
    """What lies at a place. Raises NoSuchPlace."""
    for key in place:
        if isinstance(whole, str):
            raise NoSuchPlace(place)
        try:
            whole = whole[key]
        except (LookupError, TypeError):
            raise NoSuchPlace(place) from None
    return whole


def put(whole: Any, place: Place, value: Any) -> Any:
    """The whole with another piece at the place. Raises NoSuchPlace."""
    if not place:
        return value
    first, rest = place[0], place[1:]
    if isinstance(whole, Mapping):
        if rest and first not in whole:
            raise NoSuchPlace(place)
        return {**whole, first: put(whole.get(first), rest, value)}
    piece(whole, (first,))
    return [put(one, rest, value) if number == first else one for number, one in enumerate(whole)]


def add(whole: Any, place: Place, value: Any, *, name: str = "") -> Any:
    """The whole with one more line last at the place, which begins there if it is the first."""
    try:
        lines = piece(whole, place)
    except NoSuchPlace:
        lines = {} if name else []
    more = {**lines, name: value} if isinstance(lines, Mapping) else [*lines, value]
    return put(whole, place, more)


def remove(whole: Any, place: Place, key: Key) -> Any:
    """The whole without one line; what has no line left is left out. Raises NoSuchPlace."""
    piece(whole, (*place, key))
    lines = piece(whole, place)
    if len(lines) == 1:
        holder = piece(whole, place[:-1])
        return put(whole, place[:-1], {name: one for name, one in holder.items() if name != place[-1]})
    if isinstance(lines, Mapping):
        return put(whole, place, {name: one for name, one in lines.items() if name != key})
    return put(whole, place, [one for number, one in enumerate(lines) if number != key])


def shift(whole: Any, place: Place, key: Key, by: int) -> Any:
    """The whole with one line moved up (-1) or down (1); at the end it stays where it is. Raises NoSuchPlace."""
    piece(whole, (*place, key))
    lines = piece(whole, place)
    order: list[Any] = list(lines.items()) if isinstance(lines, Mapping) else list(enumerate(lines))
    at = next(number for number, (name, _) in enumerate(order) if name == key)
    line = order.pop(at)
    order.insert(min(max(at + by, 0), len(order)), line)
    return put(whole, place, dict(order) if isinstance(lines, Mapping) else [one for _, one in order])


def name_for(text: str, taken: Collection[str]) -> str:
    """A short name out of a text, that nothing else has: “Uthoppet är trasigt” → uthoppet-ar-trasigt."""
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", letters))[:LONGEST_NAME].strip("-") or "new"
    number, name = 1, words
    while name in taken:
        number += 1
        name = f"{words}-{number}"
    return name


def plain(node: Node) -> Any:
    """Lists, tables and texts without their lines, from what document.parse gives."""
    match node:
        case Table(rows=rows):
            return {name: plain(one) for name, one in rows.items()}
        case Listing(items=items):
            return [plain(one) for one in items]
        case Text(value=value):
            return value
