"""Invented patients for the paper bench, without a database: a programme of two pages, two prescriptions, a month."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID, uuid5

from beredd.care.queries import ExerciseRow, ItemRow, PatientRow, PrescriptionRow, ProgrammeRow, VersionRow
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.care.rules.occurrences import occurrences
from beredd.care.rules.prescription import Basis, Content
from beredd.care.rules.schedule import ALL_DAYS, Clock
from beredd.clock import SWEDEN, midnight
from beredd.paper.facts import PatientFacts, Signer
from beredd.paper.queries.folders import FolderRow
from beredd.paper.rules.span import Span
from beredd.people.queries import UnitRow

ROOT = Path(__file__).resolve().parents[1]
AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
MONTH = Span(date(2026, 11, 1), date(2026, 11, 30))
HERE = UUID("5d6f2f5a-0000-4000-8000-000000000000")
EXERCISES = ("chair-rise", "knee-extension-sitting", "heel-raise", "march-standing", "side-step")


def programme() -> ProgrammeRow:
    """Five exercises with their drawings: two pages."""
    items = tuple(ItemRow(_exercise(key), 2, 10, None, "", "both", "Håll i hela tiden.") for key in EXERCISES)
    return ProgrammeRow(uuid5(HERE, "p"), "p", "Uppresning och benstyrka", 1, 3, AT, items)


def patients(count: int) -> Iterator[PatientFacts]:
    row, signers = programme(), tuple(Signer(f"S{n}", f"Signe Ek {n}", "Undersköterska") for n in range(6))
    return (_patient(number, row, signers) for number in range(count))


def _exercise(key: str) -> ExerciseRow:
    folder = ROOT / "content" / "exercises"
    content = json.loads((folder / f"{key}.json").read_text())
    for picture in content["pictures"]:
        picture["svg"] = (folder / picture["file"]).read_text()
    return ExerciseRow(uuid5(HERE, key), key, content["name"]["sv"], content)


def _patient(number: int, row: ProgrammeRow, signers: tuple[Signer, ...]) -> PatientFacts:
    id = uuid5(HERE, f"patient {number}")
    unit = UnitRow(
        id=HERE,
        key="skrea",
        name="Hemtjänst Skrea",
        kind="care",
        phone="",
        organisation=HERE,
        organisation_key="kommunen",
        organisation_name="Kommunen",
        organisation_kind="municipality",
        offline_hours=72,
    )
    prescriptions = tuple(_prescription(id, part, row if part == 0 else None) for part in range(2))
    return PatientFacts(
        patient=PatientRow(
            id, f"Patient Nummer {number}", f"19410101{number:04}", "personnummer", False, HERE, unit.name, HERE,
            "Rehab", f"Storgatan {number}", "", "",
        ),
        prescriptions=prescriptions,
        planned=tuple(
            one
            for prescription in prescriptions
            for one in occurrences(
                prescription.id,
                [version.plan for version in prescription.versions],
                (),
                since=midnight(MONTH.first),
                until=midnight(MONTH.last + timedelta(days=1)),
                zone=SWEDEN,
            )
        ),
        signed={},
        signers=signers,
        unit=unit,
        rehab=unit,
        folder=FolderRow(id),
        tab="4",
    )  # fmt: skip


def _prescription(patient: UUID, part: int, row: ProgrammeRow | None) -> PrescriptionRow:
    content = Content(
        intervention=("Uppresningsträning", "Gångträning inomhus")[part],
        starts_on=date(2026, 1, 1),
        ends_on=None,
        schedule=Clock(ALL_DAYS, (time(10), time(16))) if part == 0 else Clock((1, 3, 5), (time(14),)),
        basis=Basis.INSTRUCTION,
        instruction="Låt patienten ta den tid som behövs. Stanna bredvid hela tiden.",
        if_not_performed=NotPerformedRule.CONTACT,
        contact_within_days=1,
    )
    version = VersionRow(1, AT - timedelta(days=90), content, row, HERE, "Alva Ek", "Fysioterapeut", "+46346886300", AT)
    return PrescriptionRow(uuid5(patient, str(part)), patient, (version,))
