"""Which routines are due for revision, for those who answer for them."""

from dataclasses import dataclass
from datetime import datetime

from beredd.clock import local_day
from beredd.people.rules.access import Access, may
from beredd.people.rules.roles import Permission
from beredd.routine.queries.standing import told
from beredd.routine.queries.versions import RoutineRow, routines
from beredd.routine.rules.revision import Revision, revision


@dataclass(frozen=True, slots=True)
class DueRow:
    slug: str
    title: str
    revision: Revision


def revision_of(row: RoutineRow, *, at: datetime) -> Revision | None:
    """Of the version in force; None when there is none, or when it is revised as needed."""
    if row.in_force is None:
        return None
    said = told(row.in_force.text, row.slug)
    return revision(said.revised_on or said.decided_on, said.interval_months, today=local_day(at))


def revisions(access: Access, *, title: str, at: datetime) -> list[DueRow]:
    """Due or soon due. For those who decide, and for the one whose title the routine names as responsible."""
    decides = may(access, Permission.DECIDE_ROUTINE)
    found = []
    for row in routines(access, at=at):
        due = revision_of(row, at=at)
        if row.in_force is None or due is None or not due.soon or row.open is not None:
            continue
        responsible = told(row.in_force.text, row.slug).responsible.sv
        if decides or (title and title.casefold() == responsible.casefold()):
            found.append(DueRow(row.slug, row.title, due))
    return found
