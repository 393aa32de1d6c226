"""What becomes of a sheet in somebody's home, and a safety box that was looked through, as a phone tells of it."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from beredd.paper.actions import take_inspections, take_sheets
from beredd.paper.events import INSPECTION, SHEET, InspectionBody, SheetBody
from beredd.sync.kinds.kind import Kind
from beredd.sync.tame import tellable
from beredd.sync.wire import NO_NUL, Instant

Word = Annotated[str, Meta(min_length=1, max_length=20, pattern=NO_NUL)]
SheetNumber = Annotated[str, Meta(min_length=1, max_length=40, pattern=NO_NUL)]


class Sheet(Struct, frozen=True):
    """`sheet`: its number as read or typed. `state`: placed, returned, destroyed, missing. `patient`: in whose home."""

    sheet: SheetNumber
    state: Word
    at: Instant
    patient: UUID | None = None
    where: Annotated[str, Meta(max_length=200, pattern=NO_NUL)] = ""


class Inspection(Struct, frozen=True):
    """`seen`: how many of each kind. `sheets`: the numbers that were read from their codes."""

    box: UUID
    at: Instant
    seen: Annotated[dict[Word, Annotated[int, Meta(ge=0, le=999)]], Meta(max_length=20)] = {}
    sheets: Annotated[list[SheetNumber], Meta(max_length=200)] = []
    note: Annotated[str, Meta(max_length=300, pattern=NO_NUL)] = ""


def _sheet(wire: Sheet) -> SheetBody:
    return SheetBody(wire.sheet, wire.state, tellable(wire.at), wire.patient, wire.where)


def _inspection(wire: Inspection) -> InspectionBody:
    return InspectionBody(wire.box, dict(wire.seen), tuple(wire.sheets), wire.note, tellable(wire.at))


SHEETS = Kind(SHEET, Sheet, _sheet, take_sheets)
BOXES = Kind(INSPECTION, Inspection, _inspection, take_inspections)
