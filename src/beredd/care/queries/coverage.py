"""The coverage board of a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from beredd.care.models import Assignment
from beredd.care.queries.due import Planned, due
from beredd.care.queries.patients import PatientRow
from beredd.care.rules.coverage import Cover, Decision
from beredd.care.rules.coverage import coverage as judge
from beredd.clock import midnight
from beredd.people import queries as people
from beredd.people.rules.access import Access
from beredd.people.rules.roles import ROLES, Permission


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One patient with something planned that day, what it is, and who goes."""

    patient: PatientRow
    planned: tuple[Planned, ...]
    cover: Cover
    performer: UUID | None
    performer_name: str
    skip_reason: str
    decided_by_name: str
    decided_at: datetime | None


SIGNING_ROLES = tuple(role for role, facts in ROLES.items() if Permission.SIGN in facts.permissions)


def coverage(access: Access, *, unit: UUID, day: date) -> list[CoverRow]:
    """By the patient's first due time. What is paused or only "some time this week" needs nobody that very day."""
    by_patient: defaultdict[UUID, list[Planned]] = defaultdict(list)
    for one in due(access, unit=unit, since=midnight(day), until=midnight(day + timedelta(days=1))):
        if not one.occurrence.paused and "W" not in one.occurrence.slot:
            by_patient[one.patient.id].append(one)
    rows = list(Assignment.objects.filter(day=day, patient__in=list(by_patient)).order_by("decided_at", "id"))
    decisions = [Decision(row.patient_id, row.performer_id, row.skip_reason, row.decided_at) for row in rows]
    working = _working({one.patient.id: one.patient for many in by_patient.values() for one in many}, decisions, day)
    names = people.names({id for row in rows for id in (row.performer_id, row.decided_by_id) if id})
    newest = {row.patient_id: row for row in rows}
    return [
        _row(by_patient[line.patient], line.cover, newest.get(line.patient), names)
        for line in judge(by_patient, decisions, working=working)
    ]


def _working(patients: dict[UUID, PatientRow], decisions: list[Decision], day: date) -> dict[UUID, set[UUID]]:
    """By patient: the decided performers who sign in one of the patient's two units that day."""
    work = people.work_of({one.performer for one in decisions if one.performer})
    signing = {
        (user, one.unit)
        for user, places in work.items()
        for one in places
        if one.role in SIGNING_ROLES and one.holds(day)
    }
    return {
        id: {user for user in work if (user, row.unit) in signing or (user, row.rehab_unit) in signing}
        for id, row in patients.items()
    }


def _row(planned: list[Planned], cover: Cover, decision: Assignment | None, names: dict[UUID, str]) -> CoverRow:
    performer = decision.performer_id if decision else None
    return CoverRow(
        patient=planned[0].patient,
        planned=tuple(planned),
        cover=cover,
        performer=performer,
        performer_name=names.get(performer, "") if performer else "",
        skip_reason=decision.skip_reason if decision else "",
        decided_by_name=names.get(decision.decided_by_id, "") if decision else "",
        decided_at=decision.decided_at if decision else None,
    )
