"""Files as spreadsheets really write them: delimiters, encodings, comments, quoted lines, XLSX with its own types."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from tests.importing import small
from tests.importing.test_read_again import plan

from beredd.care import queries as care
from beredd.care.rules.schedule import Clock
from beredd.importing.actions import check_folder
from beredd.importing.folder import csv_lines
from beredd.importing.sheets import BY_NAME
from beredd.people.rules.access import SYSTEM

pytestmark = pytest.mark.django_db


def workbook(folder: Path, sheet: str, rows: list[small.Row]) -> None:
    path = folder / f"{BY_NAME[sheet].file}.xlsx"
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["# Kommentar överst"])
        page.write_row(1, 0, small.headings(sheet))
        for number, row in enumerate(rows, start=2):
            for place, heading in enumerate(small.headings(sheet)):
                cell = row.get(heading, "")
                if isinstance(cell, time):
                    page.write_datetime(number, place, cell, book.add_format({"num_format": "hh:mm"}))
                elif isinstance(cell, date | datetime):
                    page.write_datetime(number, place, cell)
                else:
                    page.write(number, place, cell)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_any_usual_encoding_and_delimiter_gives_the_same(tmp_path: Path, encoding: str, delimiter: str) -> None:
    tables = small.municipality()
    tables["patients"][0]["namn"] = "Åke Öström; Ärlig, jr"
    small.changes(small.read_in(small.save(tmp_path / "in", tables, encoding=encoding, delimiter=delimiter)))
    assert care.patients(SYSTEM)[0].name == "Åke Öström; Ärlig, jr"


def test_a_workbook_with_real_dates_times_and_numbers(tmp_path: Path) -> None:
    tables = small.municipality()
    folder = small.save(tmp_path / "in", {name: tables[name] for name in ("organisations", "units", "users")})
    tables["memberships"][0]["från"] = date(2026, 1, 1)
    tables["patients"][0].update({"nyckel": 17, "personnummer": int(small.identity().replace("-", ""))})
    tables["programmes"][0].update({"ordning": 1, "repetitioner": 8.0, "belastning": 1.5})
    tables["prescriptions"][0].update(
        {"patient": 17.0, "från": datetime(2026, 11, 1), "tider": time(10, 30)}  # noqa: DTZ001
    )
    for sheet in ("memberships", "delegations", "patients", "programmes", "prescriptions"):
        workbook(folder, sheet, tables[sheet])
    assert small.changes(small.read_in(folder)) > 0
    schedule = plan()
    assert isinstance(schedule, Clock) and schedule.times == (time(10, 30),)
    assert {item.load for item in care.programmes()[0].items} == {"1,5", ""}
    assert small.changes(small.read_in(folder)) == 0


def test_rows_of_a_workbook_are_numbered_as_excel_does(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    workbook(folder, "organisations", [small.organisation(), {}, small.organisation(nyckel="två", slag="fel")])
    found = check_folder(folder=folder, at=small.AT).faults
    assert [(one.row, one.column) for one in found] == [(5, "slag")]


def test_a_personal_number_that_excel_has_eaten_is_named(tmp_path: Path) -> None:
    tables = small.municipality()
    folder = small.save(tmp_path / "in", {**tables, "patients": [], "prescriptions": []})
    (folder / "patienter.csv").unlink()
    eaten = [102039802, 194102000000, "1.94102E+11"]
    rows = [small.patient(nyckel=f"p{number}", personnummer=one) for number, one in enumerate(eaten)]
    workbook(folder, "patients", rows)
    found = check_folder(folder=folder, at=small.AT).faults
    assert [one.column for one in found] == ["personnummer"] * 3


def test_comments_and_empty_rows_are_passed_over_and_still_counted() -> None:
    text = '# en\r\n# två "med citat\r\na;b\r\n\r\n# tre\r\n"två\r\nrader";x\r\n"# fyra;";\r\nsist;y\r\n'
    found = [(number, cells) for number, cells in csv_lines(text) if cells and not str(cells[0]).startswith("#")]
    assert found == [(3, ["a", "b"]), (6, ["två\r\nrader", "x"]), (9, ["sist", "y"])]


def test_headings_may_be_written_in_any_case_and_without_dots(tmp_path: Path) -> None:
    folder = small.save(tmp_path / "in", {"organisations": [small.organisation()]})
    (folder / "Anvandare.csv").write_text("NYCKEL;Anvandarnamn;Namn;E post\nbo;bo;Bo Lind;\n", encoding="utf-8")
    assert small.changes(small.read_in(folder)) > 0


def test_an_instruction_may_have_several_lines(tmp_path: Path) -> None:
    tables = small.municipality()
    tables["prescriptions"][0]["instruktion"] = "Först det ena.\r\nSedan det andra."
    small.changes(small.read_in(small.save(tmp_path / "in", tables)))
    (row,) = care.prescriptions(SYSTEM, care.patients(SYSTEM)[0].id)
    assert row.versions[-1].content.instruction == "Först det ena.\nSedan det andra."
