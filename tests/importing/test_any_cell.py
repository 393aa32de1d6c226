"""Whatever stands in a cell: a value or a named fault, never anything else."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.importing import small

from beredd.importing.actions import check_folder
from beredd.importing.folder import Row, Table, csv_lines, decode
from beredd.importing.rows import parse_table
from beredd.importing.rules import cells
from beredd.importing.rules.fault import FAULTS, BadCell
from beredd.importing.sheets import SHEETS
from beredd.people.rules.access import Refused

TODAY = date(2026, 11, 23)
MIDNIGHT = datetime(2026, 11, 23)  # noqa: DTZ001  # as Excel has it
CELLS = st.one_of(
    st.text(max_size=60),
    st.from_regex(r"[0-9,.:;\- EeWT+]{0,20}", fullmatch=True),
    st.sampled_from(
        ["alla", "mån-sön", "sön-mån", "08:00", "24:00", "ja", "²", "٣", "1e3", "99", "=1+1", "\ud800", "\x00"]
    ),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.file)
@given(given=st.data())
@settings(max_examples=150)
def test_any_row_is_a_record_or_has_faults(sheet: cells.Any, given: st.DataObject) -> None:
    row = Row(2, {column.field: given.draw(CELLS) for column in sheet.columns})
    table = Table(sheet, "x.csv", [row], frozenset(row.cells))
    (parsed,) = parse_table(table, today=TODAY)
    assert (parsed.record is None) == bool(parsed.faults)
    for one in parsed.faults:
        assert one.text % one.params


@given(CELLS)
def test_each_parser_says_yes_or_a_named_no(cell: cells.Cell) -> None:
    for column in (column for sheet in SHEETS for column in sheet.columns):
        try:
            column.parse(cell)
        except BadCell as why:
            assert why.code in FAULTS
        except Refused as why:
            assert why.code


@given(st.binary(max_size=300))
def test_any_bytes_are_lines_or_cannot_be_decoded(content: bytes) -> None:
    try:
        text = decode(content)
    except UnicodeDecodeError:
        return
    numbers = [number for number, _ in csv_lines(text)]
    assert numbers == sorted(numbers)


@pytest.mark.django_db
@given(texts=st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=5))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_gives_faults_or_rows(tmp_path: Path, texts: list[list[str]]) -> None:
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    body = "\n".join(";".join(row) for row in texts)
    content = f"{';'.join(small.headings('patients'))}\n{body}".encode("utf-8", "replace")
    (folder / "patienter.csv").write_bytes(content)
    found = check_folder(folder=folder, at=small.AT)
    assert found.faults or found.rows["patients"] == 0


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("0701740605", "+46701740605"),
        (701740605, "+46701740605"),
        ("+46 (0)31-390 06 00", "+46313900600"),
    ],
)
def test_telephone_numbers(cell: cells.Cell, expected: str) -> None:
    assert cells.phone(cell) == expected


@pytest.mark.parametrize("cell", ["2026-11-23", "20261123", date(2026, 11, 23), MIDNIGHT, "2026-11-23 00:00"])
def test_days(cell: cells.Cell) -> None:
    assert cells.day(cell) == date(2026, 11, 23)


@pytest.mark.parametrize("cell", ["23/11/2026", "2026-11-31", MIDNIGHT.replace(hour=8), "23 nov", time(8), 46349, True])
def test_no_days(cell: cells.Cell) -> None:
    with pytest.raises(BadCell):
        cells.day(cell)


@pytest.mark.parametrize(("cell", "expected"), [("2", 2), (2.0, 2), ("2,0", 2), (" 2 ", 2), ("1 0", 10)])
def test_whole_numbers(cell: cells.Cell, expected: int) -> None:
    assert cells.whole(0, 50)(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(None, ""), (1.5, "1,5"), (3.0, "3"), (True, "ja"), (timedelta(hours=8, minutes=30), "08:30"), (" å ", "å")],
)
def test_cells_are_read_as_people_write_them(cell: cells.Cell, expected: str) -> None:
    assert cells.written(cell) == expected


def test_a_message_never_shows_a_whole_personal_number() -> None:
    assert cells.shown("19300101-9802") == "19300101-••••"
    assert cells.shown("193001019802 x") == "19300101-•••• x"


def test_a_message_never_repeats_what_is_written_about_a_person() -> None:
    sheet = next(sheet for sheet in SHEETS if sheet.name == "patients")
    table = Table(sheet, "x.csv", [Row(2, {"protection": "hemlig för maken"})], frozenset({"protection"}))
    (parsed,) = parse_table(table, today=TODAY)
    assert [one.params["value"] for one in parsed.faults] == ["…"]
