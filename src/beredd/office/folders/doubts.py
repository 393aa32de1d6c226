"""What a phone told of a sheet that does not fit, in words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.care.queries import patient_row
from beredd.office.desk import Desk
from beredd.office.words.paper import STATES
from beredd.office.words.states import Look
from beredd.paper.queries import DoubtRow
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.doubt import MEANINGS, Doubt
from beredd.paper.rules.sheet import LENGTH, show_sheet_id


@dataclass(frozen=True, slots=True)
class Shown:
    id: UUID
    number: str
    look: Look
    patient: str
    meanings: str
    followed: bool
    by: str
    at: datetime
    url: str


def shown(desk: Desk, row: DoubtRow) -> Shown:
    patient = patient_row(desk.access, row.patient) if row.patient else None
    return Shown(
        id=row.id,
        number=show_sheet_id(row.sheet) if len(row.sheet) == LENGTH else row.sheet,
        look=STATES[SheetState(row.state)],
        patient=patient.name if patient else "",
        meanings=" ".join(_(MEANINGS[Doubt(code)]) for code in row.codes),
        followed=row.followed,
        by=row.told_by_name,
        at=row.told_at,
        url=reverse("office:sheet-doubt", args=[row.id]),
    )
