"""What phones tell this part of, in the form in which it takes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

SHEET = "paper.sheet"
INSPECTION = "box.looked_through"


@dataclass(frozen=True, slots=True)
class SheetBody:
    """`sheet` as it was read or typed; `patient`: in whose home it happened, if in any; `at`: when."""

    sheet: str
    state: str
    at: datetime
    patient: UUID | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class InspectionBody:
    """As BoxInspection keeps it."""

    box: UUID
    seen: Mapping[str, int]
    sheets: tuple[str, ...]
    note: str
    at: datetime
