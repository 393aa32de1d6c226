"""The home folders: what lies in each, and what must be done there. Asks for the facts and lets the rule judge."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import override

from beredd.care.queries import PatientRow, PrescriptionRow, patients, prescriptions_of
from beredd.clock import local_day
from beredd.paper.facts import patient_facts
from beredd.paper.needs import paper_needs
from beredd.paper.packs import patient_papers
from beredd.paper.queries import FolderRow, SheetRow, folder_sheets, home_folders
from beredd.paper.rules.folder import Care, Job, Paper, Same, jobs
from beredd.paper.rules.need import Reason
from beredd.paper.rules.span import Span
from beredd.paper.signing_codes import signing_codes
from beredd.people.rules.access import Access

Unprinted = tuple[PatientRow, Sequence[Reason]]
PAPER_LANGUAGE = "sv"  # what is compared is what the paper says, whatever language its reader has on the screen


@dataclass(frozen=True, slots=True)
class Folder:
    """`sheets`: what lies there and what waits to be put there; `jobs`: what must be done, by the rule."""

    patient: PatientRow
    said: FolderRow
    sheets: tuple[SheetRow, ...]
    jobs: tuple[Job, ...]

    def sheet(self, id: str | None) -> SheetRow | None:
        return next((one for one in self.sheets if one.id == id), None)


def folders(access: Access, rows: Sequence[PatientRow], *, at: datetime) -> list[Folder]:
    """In the order given; rows that this person has been shown already."""
    ids = [one.id for one in rows]
    said, sheets = home_folders(ids), folder_sheets(ids)
    changes = _changes(prescriptions_of(access, [id for id in ids if sheets.get(id)]))
    touched = [one for one in rows if _touched(sheets.get(one.id, ()), changes.get(one.id, ()), at)]
    says = _says(access, touched, sheets, at)
    return [
        Folder(
            patient=row,
            said=said[row.id],
            sheets=tuple(sheets.get(row.id, ())),
            jobs=tuple(
                jobs(
                    [_paper(one) for one in sheets.get(row.id, ())],
                    Care(says.get(row.id, {}), changes.get(row.id, ()), _refused(said[row.id])),
                    today=local_day(at),
                    now=at,
                )
            ),
        )
        for row in rows
    ]


def unit_folders(access: Access, unit: UUID, *, at: datetime) -> list[Folder]:
    """Those of the unit's patients whom this person may see."""
    return folders(access, [one for one in patients(access, unit=unit) if one.unit == unit], at=at)


def without_paper(
    access: Access, found: Sequence[Folder], *, at: datetime
) -> list[tuple[PatientRow, Sequence[Reason]]]:
    """Who must have paper at home and for whom none has been printed, with the reasons. In the order given."""
    rows = [one.patient for one in found if not one.sheets and one.said.wanted]
    today = local_day(at)
    span = Span(today, today)
    facts = patient_facts(access, rows, span=span, at=at)
    why = {one.patient: one.reasons for one in paper_needs(facts, span=span, at=at, long_outage=False)}
    return [(row, why[row.id]) for row in rows if why[row.id]]


def _refused(said: FolderRow) -> datetime | None:
    return None if said.wanted else said.said_at


def _changes(prescriptions: Mapping[UUID, Collection[PrescriptionRow]]) -> dict[UUID, set[datetime]]:
    """When each version of anything began to hold, or became known if that was later."""
    return {
        patient: {max(version.effective_at, version.prescribed_at) for row in rows for version in row.versions}
        for patient, rows in prescriptions.items()
    }


def _touched(sheets: Collection[SheetRow], changes: Collection[datetime], at: datetime) -> bool:
    """Only then need anything be drafted anew to compare with."""
    return any(one.printed_at < change <= at for one in sheets for change in changes)


def _says(
    access: Access, rows: Sequence[PatientRow], sheets: Mapping[UUID, Sequence[SheetRow]], at: datetime
) -> dict[UUID, dict[Same, str]]:
    """By patient: what each sheet would say now, for the days of the packs that they came with."""
    found: dict[UUID, dict[Same, str]] = {one.id: {} for one in rows}
    spans = {Span(one.first, one.last) for row in rows for one in sheets[row.id]}
    with override(PAPER_LANGUAGE):
        codes = signing_codes()
        for span in sorted(spans, key=lambda one: (one.first, one.last)):
            of_span = [row for row in rows if any((s.first, s.last) == (span.first, span.last) for s in sheets[row.id])]
            for facts in patient_facts(access, of_span, span=span, at=at):
                drafts = patient_papers(facts, span, codes, at)
                found[facts.patient.id] |= {(one.kind.value, one.key): one.digest for one in drafts}
    return found


def _paper(row: SheetRow) -> Paper:
    return Paper(row.id, (row.kind, row.key), row.digest, row.printed_at, row.valid_until, row.state, row.since)
