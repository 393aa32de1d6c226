"""Writes the demo municipality as the files that any municipality would fill in."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random

from beredd.importing.demo import patients, places, prescribing, staff
from beredd.importing.demo.numbers import LANDLINE
from beredd.importing.sheets import BY_NAME

SEED = 20261123
Row = Mapping[str, object]


def write(folder: Path, *, today: date) -> None:
    """The same for the same day."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables(today=today).items():
        sheet = BY_NAME[name]
        with (folder / f"{sheet.file}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            headings = [column.name for column in sheet.columns]
            writer = csv.DictWriter(file, headings, restval="", delimiter=";", lineterminator="\r\n")
            writer.writeheader()
            writer.writerows(rows)


def tables(*, today: date) -> dict[str, Sequence[Row]]:
    """By sheet, with the headings of the files."""
    chance = Random(SEED)  # noqa: S311  # the same every time is the point
    people = staff.hire(chance)
    persons = patients.patients(chance)
    return {
        "organisations": [
            {"nyckel": key, "namn": name, "slag": kind, "timmar utan nät": hours}
            for key, name, kind, hours in places.ORGANISATIONS
        ],
        "units": [_unit(number, place) for number, place in enumerate([*places.CARE, *places.REHAB])],
        "users": staff.users(people),
        "memberships": staff.memberships(people, chance, today),
        "delegations": staff.delegations(people, chance, today),
        "patients": persons,
        "programmes": prescribing.programmes(),
        "prescriptions": prescribing.prescriptions(people, persons, chance, today),
    }


def _unit(number: int, place: places.Place) -> Row:
    return {
        "nyckel": place.key,
        "namn": place.name,
        "slag": "omsorg" if place.rehab else "rehab",
        "vårdgivare": place.organisation,
        "telefon": LANDLINE[number],
    }
