"""Reading a municipality in: everything is checked before anything is stored, and what is stored is stored whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.db import transaction

from beredd.clock import local_day
from beredd.importing import known
from beredd.importing.against import Municipality, check
from beredd.importing.folder import read_folder
from beredd.importing.library import Exercise, read_library
from beredd.importing.rows import Parsed, parse_table
from beredd.importing.rules.fault import Fault
from beredd.importing.sheets import BY_NAME
from beredd.importing.storing import NotStored, Progress, store
from beredd.people.rules.access import Access

ORDER = {sheet.file: number for number, sheet in enumerate(BY_NAME.values())}


@dataclass(frozen=True, slots=True)
class Imported:
    """`rows` and `changed` by sheet. With any fault nothing was stored."""

    rows: Mapping[str, int]
    changed: Mapping[str, int] = field(default_factory=dict)
    faults: Sequence[Fault] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    rows: dict[str, list[Parsed]]
    exercises: list[Exercise]
    known: known.Known
    faults: list[Fault]


def no_progress(sheet: str, done: int, of: int) -> None:
    """Says nothing."""


def check_folder(*, folder: Path, at: datetime) -> Imported:
    """Every fault there is, without storing anything."""
    read = _read(folder, at)
    return Imported(_counts(read), faults=read.faults)


def import_folder(*, folder: Path, by: Access, at: datetime, progress: Progress = no_progress) -> Imported:
    """Reads the folder in, or lists every fault and stores nothing. Reading the same folder twice changes nothing."""
    read = _read(folder, at)
    if read.faults:
        return Imported(_counts(read), faults=read.faults)
    try:
        with transaction.atomic():
            changed = store(read.rows, read.exercises, read.known, by=by, at=at, progress=progress)
    except NotStored as why:
        return Imported(_counts(read), faults=[why.fault])
    return Imported(_counts(read), changed)


def _read(folder: Path, at: datetime) -> _Read:
    tables, faults = read_folder(folder)
    exercises, unfit = read_library(folder)
    rows = {table.sheet.name: list(parse_table(table, today=local_day(at))) for table in tables}
    before = known.load(organisations=_keys(rows, "organisations"), prescriptions=_keys(rows, "prescriptions"))
    municipality = Municipality(rows, before, (one.key for one in exercises))
    found = [*faults, *unfit, *(one for parsed in rows.values() for row in parsed for one in row.faults)]
    return _Read(rows, exercises, before, _in_order([*found, *check(municipality)]))


def _keys(rows: Mapping[str, Sequence[Parsed]], sheet: str) -> list[str]:
    """The organisations that the files name or refer to; the prescriptions they hold."""
    named = [row.values.get("key") for row in rows.get(sheet, ())]
    if sheet == "organisations":
        named += [row.values.get("organisation") for row in rows.get("units", ())]
    return [key for key in named if key]


def _in_order(faults: Sequence[Fault]) -> list[Fault]:
    """By file as they depend on each other, then by row."""

    def place(fault: Fault) -> tuple[int, str, int]:
        return ORDER.get(Path(fault.file).stem.lower(), -1), fault.file, fault.row or 0

    return sorted(faults, key=place)


def _counts(read: _Read) -> dict[str, int]:
    return {"exercises": len(read.exercises), **{name: len(rows) for name, rows in read.rows.items()}}
