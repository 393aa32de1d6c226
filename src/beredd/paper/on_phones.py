"""What a phone carries of paper: in each patient's document the home folder, in each unit's the safety boxes."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from beredd.care.queries import patients
from beredd.paper.boxes import Box, judged
from beredd.paper.folders import Folder, folders
from beredd.paper.home_folder import usual_tab
from beredd.paper.queries import SheetRow, boxes_of
from beredd.people.rules.access import Access

Document = dict[str, Any]


def paper_documents(access: Access, ids: Sequence[UUID], *, at: datetime) -> dict[UUID, Document]:
    """By patient: what lies in the home and waits to be put there, and what must be done."""
    wanted = set(ids)
    rows = [one for one in patients(access) if one.id in wanted]
    tab = usual_tab()
    return {one.patient.id: _folder(one, tab) for one in folders(access, rows, at=at)}


def box_documents(units: Sequence[UUID], *, at: datetime) -> dict[UUID, list[Document]]:
    """By unit. Scope is the caller's."""
    found: defaultdict[UUID, list[Document]] = defaultdict(list)
    for one in judged(boxes_of(units), at=at):
        found[one.row.unit].append(_box(one))
    return found


def _folder(folder: Folder, tab: str) -> Document:
    return {
        "place": folder.said.place,
        "tab": folder.said.tab or tab,
        "wanted": folder.said.wanted,
        "sheets": [_sheet(one) for one in folder.sheets],
        "jobs": [
            {"task": job.task, "why": job.why, "since": job.since, "put": job.sheet, "take": job.old}
            for job in folder.jobs
        ],
    }


def _sheet(row: SheetRow) -> Document:
    return {"id": row.id, "title": row.title, "original": row.original, "state": row.state, "since": row.since}


def _box(box: Box) -> Document:
    stale = dict(box.stock.stale) if box.stock else {}
    return {
        "id": box.row.id,
        "name": box.row.name,
        "place": box.row.place,
        "holds": dict(box.row.holds),
        "inspected_at": box.row.inspected_at,
        "due": box.due,
        "sheets": [{**_sheet(one), "kind": one.kind, "stale": stale.get(one.id)} for one in box.sheets],
    }
