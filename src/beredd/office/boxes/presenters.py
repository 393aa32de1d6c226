"""Safety boxes as the pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from beredd.office.desk import Desk
from beredd.office.sheets.presenters import Line, lines
from beredd.office.words.paper import BOX, kind, wrong
from beredd.office.words.states import Look
from beredd.paper.boxes import Box
from beredd.paper.queries import InspectionRow
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of paper in the box."""

    kind: str
    wanted: int
    good: int

    @property
    def lacking(self) -> int:
        return self.wanted - self.good


@dataclass(frozen=True, slots=True)
class Shown:
    """`looks`: what is to be seen at a glance."""

    id: UUID
    name: str
    unit: str
    place: str
    url: str
    looks: Sequence[Look]
    inspected_at: datetime | None
    inspected_by: str
    rows: Sequence[Row]
    stale: Sequence[tuple[Line, str]]
    lacking: int
    waiting: Sequence[Line]
    inspections: Sequence[InspectionRow]
    whole: bool
    may_handle: bool
    may_arrange: bool


def box(desk: Desk, found: Box) -> Shown:
    row, stock = found.row, found.stock
    by_id = {one.id: one for one in lines(desk, found.sheets)}
    last = row.inspections[0] if row.inspections else None
    return Shown(
        id=row.id,
        name=row.name,
        unit=row.unit_name,
        place=row.place,
        url=reverse("office:box", args=[row.id]),
        looks=_looks(found),
        inspected_at=row.inspected_at,
        inspected_by=last.by_name if last else "",
        rows=[Row(kind(one.kind), one.wanted, one.good) for one in stock.lines] if stock else [],
        stale=[(by_id[id], wrong(why)) for id, why in stock.stale] if stock else [],
        lacking=len(stock.lacking) if stock else 0,
        waiting=lines(desk, found.waiting),
        inspections=row.inspections,
        whole=bool(stock and stock.is_whole),
        may_handle=desk.may(Permission.HANDLE_PAPER, row.unit),
        may_arrange=desk.may(Permission.ARRANGE_PAPER, row.unit),
    )


def _looks(found: Box) -> list[Look]:
    said = []
    if found.stock is None:
        said.append(BOX["no_routine"])
    elif found.stock.stale:
        said.append(BOX["stale"])
    if found.stock and found.stock.lacking:
        said.append(BOX["lacking"])
    if found.due:
        said.append(BOX["due"])
    return said or [BOX["whole"]]
