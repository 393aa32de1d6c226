"""What a table in a file looks like: reading, templates and explanations come from the same description."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from unicodedata import normalize

from beredd.importing.rules.cells import Parser

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """`name` and `help` in Swedish, as in the files. `refers`: the sheet whose short names the cell must be one of."""

    name: str
    field: str
    parse: Parser
    help: str
    required: bool = False
    default: Any = None
    refers: str = ""
    example: str = ""
    unique: bool = False
    personal: bool = False  # never repeated in a message


@dataclass(frozen=True, slots=True)
class Derived:
    """A value out of several cells, made when all of them could be read. `blame`: the column when it cannot."""

    field: str
    needs: tuple[str, ...]
    blame: str
    make: Callable[[Values, date], Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`identity`: the fields that name a row. `record`: the dataclass that a faultless row becomes."""

    name: str
    file: str
    about: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...]
    record: type[Any]
    derived: tuple[Derived, ...] = field(default=())

    def column(self, field: str) -> Column:
        return next(column for column in self.columns if column.field == field)


PLAIN = str.maketrans("åäöé", "aaoe")


def plain(name: str) -> str:
    """A heading or file name with what people vary taken away: capitals, accents, spaces, hyphens."""
    return "".join(sign for sign in normalize("NFC", name).lower().translate(PLAIN) if sign.isalnum())
