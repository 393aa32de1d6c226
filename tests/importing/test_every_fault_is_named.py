"""A folder with many different faults: each is named by file, row, column and reason, and nothing is stored."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import gettext, override
from tests.importing import small

from beredd.importing.actions import check_folder
from beredd.importing.rules.fault import FAULTS
from beredd.importing.sheets import BY_NAME
from beredd.ledger.queries import head
from beredd.people.queries import all_units, users
from beredd.people.rules.access import SYSTEM
from beredd.people.rules.roles import Permission

pytestmark = pytest.mark.django_db

EATEN = "1,94102E+11"
# sheet, what is wrong in an otherwise faultless row, the column to blame, the code
SPOILT: list[tuple[str, dict[str, Any], str, str]] = [
    ("organisations", {"nyckel": ""}, "nyckel", "missing"),
    ("organisations", {"nyckel": "o2", "slag": "förening"}, "slag", "word_unknown"),
    ("organisations", {"nyckel": "o3", "timmar utan nät": "721"}, "timmar utan nät", "number_range"),
    ("organisations", {"nyckel": "två ord"}, "nyckel", "key_form"),
    ("units", {"nyckel": "u1", "vårdgivare": "komunen"}, "vårdgivare", "unknown_reference"),
    ("units", {"nyckel": "u2", "telefon": "0701740605123"}, "telefon", "phone_form"),
    ("units", {"nyckel": "u3", "namn": "x" * 121}, "namn", "too_long"),
    ("users", {"nyckel": "a1", "användarnamn": "bo.lind"}, "användarnamn", "duplicate"),
    ("users", {"nyckel": "bo", "användarnamn": "bo2"}, "nyckel", "duplicate"),
    ("users", {"nyckel": "a2", "användarnamn": "å ä ö"}, "användarnamn", "username_form"),
    ("users", {"nyckel": "a3", "användarnamn": "a3", "e-post": "anna.ek"}, "e-post", "email_form"),
    ("users", {"nyckel": "a4", "användarnamn": "a4", "namn": "Bo\x07 Lind"}, "namn", "invisible"),
    ("memberships", {"roll": "städare"}, "roll", "word_unknown"),
    ("memberships", {"från": "2026-05-01"}, "från", "membership_overlap"),
    ("memberships", {"roll": "enhetschef", "till": "2025-12-31"}, "till", "period"),
    ("memberships", {"roll": "enhetschef", "från": "2026-02-30"}, "från", "date_form"),
    ("memberships", {"roll": "sjuksköterska", "från": "46349"}, "från", "date_number"),
    ("delegations", {"till": "2027-03-01", "uppgift": "A"}, "till", "delegation_too_long"),
    ("delegations", {"utförare": "alva", "uppgift": "B"}, "given av", "own_delegation"),
    ("delegations", {"utförare": "alva", "given av": "bo", "uppgift": "C"}, "given av", "not_licensed"),
    ("delegations", {"från": "2019-12-01", "till": "2020-11-30"}, "given av", "not_licensed_then"),
    ("patients", {"nyckel": "p2", "personnummer": "19300101-9801"}, "personnummer", "identity_check"),
    ("patients", {"nyckel": "p3", "personnummer": EATEN}, "personnummer", "identity_number"),
    ("patients", {"nyckel": "p4", "personnummer": "300101"}, "personnummer", "identity_form"),
    ("patients", {"nyckel": "p5", "personnummer": small.identity()}, "personnummer", "duplicate"),
    ("patients", {"nyckel": "p6", "personnummer": small.identity(6), "skydd": "hemlig"}, "skydd", "word_unknown"),
    (
        "patients",
        {"nyckel": "p7", "personnummer": small.identity(7), "omsorgsenhet": "rehab"},
        "omsorgsenhet",
        "not_a_care_unit",
    ),
    (
        "patients",
        {"nyckel": "p8", "personnummer": small.identity(8), "rehabenhet": "skrea"},
        "rehabenhet",
        "not_a_rehab_unit",
    ),
    ("patients", {"nyckel": "193001019802", "personnummer": small.identity(9)}, "nyckel", "key_identity"),
    ("programmes", {"ordning": "3", "övning": "chair-rize"}, "övning", "unknown_reference"),
    ("programmes", {"ordning": "4", "repetitioner": "2,5"}, "repetitioner", "number_form"),
    ("programmes", {"ordning": "5", "repetitioner": ""}, "repetitioner", "dose_missing"),
    ("programmes", {"ordning": "6", "namn": "Ben"}, "namn", "programme_name"),
    ("prescriptions", {"nyckel": "r1", "veckodagar": "mån,onz"}, "veckodagar", "weekday_unknown"),
    ("prescriptions", {"nyckel": "r2", "tider": "25:00"}, "tider", "time_form"),
    ("prescriptions", {"nyckel": "r3", "tider": "", "delar av dagen": "gryning"}, "delar av dagen", "part_unknown"),
    ("prescriptions", {"nyckel": "r4", "vid behov": "ja"}, "vid behov", "schedule_many"),
    ("prescriptions", {"nyckel": "r5", "tider": "", "veckodagar": ""}, "tider", "schedule_none"),
    ("prescriptions", {"nyckel": "r6", "veckodagar": ""}, "veckodagar", "schedule_days"),
    ("prescriptions", {"nyckel": "r7", "tider": "", "gånger per vecka": "3"}, "veckodagar", "schedule_extra"),
    ("prescriptions", {"nyckel": "r8", "uppgift": ""}, "uppgift", "task_missing"),
    ("prescriptions", {"nyckel": "r9", "grund": "egenvård"}, "uppgift", "task_extra"),
    ("prescriptions", {"nyckel": "r10", "om ej utförd": "kontakta"}, "inom dagar", "contact_days"),
    ("prescriptions", {"nyckel": "r11", "inom dagar": "1"}, "inom dagar", "contact_extra"),
    ("prescriptions", {"nyckel": "r12", "till": "2026-10-01"}, "till", "period"),
    ("prescriptions", {"nyckel": "r13", "ordinerad av": "bo"}, "ordinerad av", "not_licensed"),
    ("prescriptions", {"nyckel": "r14", "insats": "Gå\noch stå"}, "insats", "line_break"),
    ("prescriptions", {"nyckel": "r15", "till": "9999-12-31"}, "till", "date_range"),
    ("prescriptions", {"nyckel": "r16", "patient": "p99"}, "patient", "unknown_reference"),
]
GOOD = {
    "organisations": small.organisation,
    "units": small.unit,
    "users": small.user,
    "memberships": small.membership,
    "delegations": small.delegation,
    "patients": small.patient,
    "programmes": small.item,
    "prescriptions": small.prescription,
}
Place = tuple[str, int | None, str, str]


@pytest.fixture
def spoilt(tmp_path: Path) -> tuple[Path, set[Place]]:
    """The folder, and what must be found in it."""
    tables, expected = small.municipality(), set()
    row_of: dict[str, int] = {sheet: 1 + len(rows) for sheet, rows in tables.items()}
    for sheet, wrong, column, code in SPOILT:
        row = GOOD[sheet](**wrong)
        row_of[sheet] += 1
        expected.add((f"{BY_NAME[sheet].file}.csv", row_of[sheet], column, code))
        row_of[sheet] += sum(str(cell).count("\n") for cell in row.values())
        tables[sheet].append(row)
    return small.save(tmp_path / "in", tables), expected


def test_each_of_the_faults_is_found_and_no_other(spoilt: tuple[Path, set[Place]]) -> None:
    folder, expected = spoilt
    assert len({code for *_, code in expected}) >= 30
    found = check_folder(folder=folder, at=small.AT).faults
    assert {(one.file, one.row, one.column, one.code) for one in found} == expected
    assert len(found) == len(expected)


def test_nothing_is_stored_when_anything_is_wrong(spoilt: tuple[Path, set[Place]]) -> None:
    before = head().position
    assert small.read_in(spoilt[0]).faults
    assert head().position == before
    assert not all_units(SYSTEM, Permission.SIGN)
    assert not users(SYSTEM)


def test_the_reasons_are_swedish_sentences_without_whole_personal_numbers(spoilt: tuple[Path, set[Place]]) -> None:
    for one in check_folder(folder=spoilt[0], at=small.AT).faults:
        with override("sv"):
            said = gettext(one.text) % one.params
        assert said.endswith((".", "?)")), said
        assert not re.search(r"\d{8}-?\d{4}", said), said
        if one.code in FAULTS:
            assert said != one.text % one.params


def test_the_faults_come_in_the_order_of_the_files(spoilt: tuple[Path, set[Place]]) -> None:
    found = check_folder(folder=spoilt[0], at=small.AT).faults
    files = list(dict.fromkeys(one.file for one in found))
    assert files == [f"{sheet.file}.csv" for sheet in BY_NAME.values()]
    rows = [one.row for one in found if one.file == "ordinationer.csv"]
    assert rows == sorted(rows)


def test_files_and_headings_that_do_not_fit_are_named_too(tmp_path: Path) -> None:
    folder = small.save(tmp_path / "in", small.municipality())
    (folder / "patientlista.csv").write_text("a;b\n")
    (folder / "Användare.csv").write_text("nyckel\n")
    (folder / "enheter.csv").write_text("nyckel;namn;namn;färg\nskrea;Skrea;;;;x\n")
    (folder / "program.csv").write_bytes(b"\xff\xfe\x00")
    (folder / "delegeringar.csv").write_text("# bara en kommentar\n")
    (folder / "medlemskap.csv").rename(folder / "medlemskap.xlsx")
    found = {(one.file, one.row, one.column, one.code) for one in check_folder(folder=folder, at=small.AT).faults}
    assert found >= {
        ("patientlista.csv", None, "", "file_unknown"),
        ("anvandare.csv", None, "", "file_twice"),
        ("enheter.csv", 1, "namn", "heading_twice"),
        ("enheter.csv", 1, "färg", "heading_unknown"),
        ("enheter.csv", 1, "slag", "heading_missing"),
        ("enheter.csv", 2, "", "row_long"),
        ("program.csv", None, "", "file_encoding"),
        ("delegeringar.csv", None, "", "file_headings"),
        ("medlemskap.xlsx", None, "", "file_unreadable"),
    }


@pytest.mark.parametrize(("make", "code"), [(False, "folder_missing"), (True, "folder_empty")])
def test_a_folder_without_files_is_a_fault(tmp_path: Path, make: bool, code: str) -> None:
    folder = tmp_path / "in"
    if make:
        folder.mkdir()
    assert [one.code for one in check_folder(folder=folder, at=small.AT).faults] == [code]


def test_what_somebody_else_has_already_is_a_fault(tmp_path: Path) -> None:
    small.changes(small.read_in(small.save(tmp_path / "first", small.municipality())))
    clash = {
        "users": [small.user(nyckel="bo2")],
        "patients": [small.patient(nyckel="p9")],
        "prescriptions": [small.prescription(patient="p9")],
        "memberships": [small.membership(från="2026-06-01")],
    }
    found = small.read_in(small.save(tmp_path / "second", clash)).faults
    assert [(one.file, one.column, one.code) for one in found] == [
        ("anvandare.csv", "användarnamn", "taken"),
        ("medlemskap.csv", "från", "membership_overlap"),
        ("patienter.csv", "personnummer", "taken"),
        ("ordinationer.csv", "patient", "other_patient"),
    ]


def test_exercises_of_ones_own_must_be_whole_and_plain(tmp_path: Path) -> None:
    folder = small.save(tmp_path / "in", {"organisations": [small.organisation()]})
    own = folder / "exercises"
    own.mkdir()
    (own / "half.json").write_text('{"key": "half"}')
    (own / "scripted.json").write_text(
        '{"key": "scripted", "name": {"sv": "X"}, "start": {"sv": "X"}, "how": {"sv": ["X"]}, "watch": {"sv": "X"}, '
        '"pictures": [{"file": "x.svg", "alt": {"sv": "X"}}]}'
    )
    (own / "linked.json").write_text(
        (own / "scripted.json").read_text().replace("scripted", "linked").replace("x.", "y.")
    )
    (own / "y.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0">'
        '<animate attributeName="href" values="javascript:1"/></path></svg>'
    )
    (own / "x.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    found = check_folder(folder=folder, at=small.AT).faults
    assert [(one.file, one.code) for one in found] == [
        ("half.json", "exercise_file"),
        ("linked.json", "exercise_picture"),
        ("scripted.json", "exercise_picture"),
    ]
