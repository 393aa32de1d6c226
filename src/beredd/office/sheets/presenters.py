"""Sheets as the pages show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from beredd.care.queries import patient_row
from beredd.office.desk import Desk
from beredd.office.words.paper import STATES
from beredd.office.words.states import Look
from beredd.paper.queries import SheetRow
from beredd.paper.rules.accounting import ACCOUNTED_FOR, SheetState
from beredd.paper.rules.sheet import show_sheet_id


@dataclass(frozen=True, slots=True)
class Line:
    id: str
    number: str
    url: str
    title: str
    patient: str
    patient_url: str
    look: Look
    since: datetime
    where: str
    printed_at: datetime


@dataclass(frozen=True, slots=True)
class Count:
    look: Look
    state: SheetState
    n: int


@dataclass(frozen=True, slots=True)
class Balance:
    """`accounted`: come back or destroyed; `out`: all the rest. Together they are all that was printed."""

    counts: Sequence[Count]
    printed: int
    accounted: int
    out: int


def balance(found: Mapping[SheetState, int]) -> Balance:
    accounted = sum(n for state, n in found.items() if state in ACCOUNTED_FOR)
    printed = sum(found.values())
    return Balance([Count(STATES[one], one, n) for one, n in found.items()], printed, accounted, printed - accounted)


def lines(desk: Desk, rows: Sequence[SheetRow]) -> list[Line]:
    return [line(desk, one) for one in rows]


def line(desk: Desk, row: SheetRow) -> Line:
    """`where` names the patient's home when it lies there."""
    whose = row.patient or row.home
    patient = patient_row(desk.access, whose) if whose else None
    return Line(
        id=row.id,
        number=show_sheet_id(row.id),
        url=reverse("office:sheet", args=[row.id]),
        title=row.title,
        patient=patient.name if patient else "",
        patient_url=reverse("office:patient", args=[patient.id]) if patient else "",
        look=STATES[row.state],
        since=row.since,
        where=row.where,
        printed_at=row.printed_at,
    )
