"""A small faultless municipality as tables, for tests to spoil."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from beredd.importing.actions import Imported, import_folder
from beredd.importing.demo.numbers import personal_number
from beredd.importing.sheets import BY_NAME
from beredd.people.rules.access import SYSTEM

AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
Row = dict[str, Any]
Tables = dict[str, list[Row]]


def identity(number: int = 0) -> str:
    """A test number for each number."""
    return personal_number(date(1930, 1, 1 + number // 20), 980 + number % 20)


def organisation(**more: Any) -> Row:
    return {"nyckel": "kommunen", "namn": "Kommunen", "slag": "kommun", **more}


def unit(**more: Any) -> Row:
    return {"nyckel": "skrea", "namn": "Hemtjänst Skrea", "slag": "omsorg", "vårdgivare": "kommunen", **more}


def user(**more: Any) -> Row:
    return {"nyckel": "bo", "användarnamn": "bo.lind", "namn": "Bo Lind", **more}


def membership(**more: Any) -> Row:
    return {"användare": "bo", "enhet": "skrea", "roll": "utförare", "från": "2026-01-01", **more}


def delegation(**more: Any) -> Row:
    row = {"utförare": "bo", "uppgift": "Gångträning", "given av": "alva", "från": "2026-03-01", "till": "2027-02-28"}
    return {**row, **more}


def patient(**more: Any) -> Row:
    row = {"nyckel": "p1", "personnummer": identity(), "namn": "Greta Holm", "omsorgsenhet": "skrea"}
    return {**row, "rehabenhet": "rehab", **more}


def item(**more: Any) -> Row:
    row = {"program": "benstyrka", "namn": "Starka ben", "ordning": "1", "övning": "chair-rise", "repetitioner": "8"}
    return {**row, **more}


def prescription(**more: Any) -> Row:
    row = {
        "nyckel": "o1",
        "patient": "p1",
        "insats": "Uppresningsträning",
        "program": "benstyrka",
        "grund": "delegering",
        "uppgift": "Gångträning",
        "från": "2026-11-01",
        "veckodagar": "mån,ons,fre",
        "tider": "10:00",
        "ordinerad av": "alva",
    }
    return {**row, **more}


def municipality() -> Tables:
    """One of each, two units, two people."""
    return {
        "organisations": [organisation()],
        "units": [unit(), unit(nyckel="rehab", namn="Rehab", slag="rehab")],
        "users": [user(), user(nyckel="alva", användarnamn="alva", namn="Alva Ek")],
        "memberships": [
            membership(),
            membership(**{"användare": "alva", "enhet": "rehab", "roll": "fysioterapeut", "från": "2020-01-01"}),
        ],
        "delegations": [delegation()],
        "patients": [patient()],
        "programmes": [item(), item(ordning="2", övning="heel-raise")],
        "prescriptions": [prescription()],
    }


def headings(sheet: str) -> list[str]:
    return [column.name for column in BY_NAME[sheet].columns]


def as_csv(sheet: str, rows: Sequence[Row], *, delimiter: str = ";") -> str:
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, headings(sheet), restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def save(folder: Path, tables: Mapping[str, Sequence[Row]], *, encoding: str = "utf-8", delimiter: str = ";") -> Path:
    folder.mkdir(exist_ok=True)
    for sheet, rows in tables.items():
        text = as_csv(sheet, rows, delimiter=delimiter)
        (folder / f"{BY_NAME[sheet].file}.csv").write_bytes(text.encode(encoding))
    return folder


def read_in(folder: Path, *, at: datetime = AT) -> Imported:
    return import_folder(folder=folder, by=SYSTEM, at=at)


def changes(found: Imported) -> int:
    assert not found.faults, found.faults
    return sum(found.changed.values())
