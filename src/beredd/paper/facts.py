"""What paper says about people, asked for in bulk: a unit costs as many statements as a patient."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from beredd.care.queries import PatientRow, PrescriptionRow, VersionRow, pause_facts, prescriptions_of
from beredd.care.rules.occurrences import Occurrence, occurrences
from beredd.clock import SWEDEN, local_day, midnight
from beredd.paper.home_folder import usual_tab
from beredd.paper.queries import FolderRow, home_folders
from beredd.paper.rules.span import Span
from beredd.people import queries as people
from beredd.people.rules.access import Access
from beredd.people.rules.roles import ROLES, Permission, Role
from beredd.signing.queries import recent_signatures, standing_signatures

RECENTLY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who may stand on a list's roster."""

    initials: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class PatientFacts:
    """`signed`: what has been signed already, by occurrence, as it is to stand in the cell. `signers`: the most
    frequent first. `folder` and `tab`: where in the home our papers lie."""

    patient: PatientRow
    prescriptions: tuple[PrescriptionRow, ...]
    planned: tuple[Occurrence, ...]
    signed: dict[UUID, str]
    signers: tuple[Signer, ...]
    unit: people.UnitRow
    rehab: people.UnitRow
    folder: FolderRow
    tab: str

    def in_force(self, span: Span, at: datetime) -> list[tuple[PrescriptionRow, VersionRow]]:
        """What holds on any day of the span: the version in force when the paper is made, or the first that comes."""
        found = [(one, one.in_force(at)) for one in self.prescriptions]
        return [(one, version) for one, version in reversed(found) if _holds(version, span)]


def patient_facts(access: Access, patients: Sequence[PatientRow], *, span: Span, at: datetime) -> list[PatientFacts]:
    """In the order given."""
    ids = [one.id for one in patients]
    prescriptions = prescriptions_of(access, ids)
    planned = _planned(prescriptions, span)
    signed = _signed([one.id for many in planned.values() for one in many if one.opens <= at])
    often = _often(ids, at)
    folders, tab = home_folders(ids), usual_tab()
    units = {one.id: one for one in people.unit_rows({id for one in patients for id in (one.unit, one.rehab_unit)})}
    staff = _staff({one.unit for one in patients}, local_day(at))
    return [
        PatientFacts(
            patient=one,
            prescriptions=tuple(prescriptions.get(one.id, ())),
            planned=tuple(planned.get(one.id, ())),
            signed=signed,
            signers=_by_habit(staff.get(one.unit, {}), often.get(one.id, Counter())),
            unit=units[one.unit],
            rehab=units[one.rehab_unit],
            folder=folders[one.id],
            tab=folders[one.id].tab or tab,
        )
        for one in patients
    ]


def _holds(version: VersionRow, span: Span) -> bool:
    content = version.content
    return content.starts_on <= span.last and (content.ends_on is None or span.first <= content.ends_on)


def _planned(prescriptions: dict[UUID, list[PrescriptionRow]], span: Span) -> dict[UUID, list[Occurrence]]:
    since, until = midnight(span.first), midnight(span.last + timedelta(days=1))
    pauses = pause_facts(prescriptions)
    found: defaultdict[UUID, list[Occurrence]] = defaultdict(list)
    for patient, rows in prescriptions.items():
        for row in rows:
            plans = [version.plan for version in row.versions]
            of_one = occurrences(row.id, plans, pauses.get(patient, ()), since=since, until=until, zone=SWEDEN)
            found[patient].extend(of_one)
    return found


def _signed(occurrences: Sequence[UUID]) -> dict[UUID, str]:
    return {row.occurrence: row.initials or "•" for row in standing_signatures(occurrences) if row.occurrence}


def _often(patients: Sequence[UUID], at: datetime) -> dict[UUID, Counter[UUID]]:
    recent = recent_signatures(patients, since=at - RECENTLY)
    return {patient: Counter(one["by"] for one in many) for patient, many in recent.items()}


def _staff(units: Collection[UUID], on: date) -> dict[UUID, dict[UUID, Signer]]:
    found: defaultdict[UUID, dict[UUID, Signer]] = defaultdict(dict)
    for row in people.members(units, on=on):
        if row.user.is_active and Permission.SIGN in ROLES[Role(row.role)].permissions:
            found[row.unit][row.user.id] = Signer(row.initials, row.user.name, row.user.title)
    return found


def _by_habit(staff: dict[UUID, Signer], often: Counter[UUID]) -> tuple[Signer, ...]:
    return tuple(staff[id] for id in sorted(staff, key=lambda id: (-often[id], staff[id].name)))
