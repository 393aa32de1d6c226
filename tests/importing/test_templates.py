"""The templates are made from the descriptions that the reading uses, and can be read in as they are."""

from pathlib import Path

import pytest
from tests.importing import small

from beredd.importing.actions import check_folder
from beredd.importing.rules.sheet import Column, Sheet
from beredd.importing.sheets import SHEETS
from beredd.importing.templates import readme, template
from beredd.shipped import content

FOLDER = content() / "import"
COLUMNS = [(sheet, column) for sheet in SHEETS for column in sheet.columns]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.file)
def test_the_template_in_the_repository_is_the_one_that_is_made(sheet: Sheet) -> None:
    assert (FOLDER / f"{sheet.file}.csv").read_text(encoding="utf-8-sig") == template(sheet)


def test_so_is_the_page_that_explains_them() -> None:
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == readme()


@pytest.mark.parametrize(("sheet", "column"), COLUMNS, ids=lambda one: getattr(one, "field", getattr(one, "file", "")))
def test_an_example_can_be_read(sheet: Sheet, column: Column) -> None:
    if column.example:
        column.parse(column.example)


@pytest.mark.django_db
def test_the_examples_are_a_faultless_municipality(tmp_path: Path) -> None:
    """But for whom they refer to, which small.municipality() has under other names."""
    rows = {sheet.name: [{column.name: column.example for column in sheet.columns}] for sheet in SHEETS}
    rows["units"].append(small.unit(nyckel="rehab-centrum", slag="rehab"))
    rows["users"].append(small.user(nyckel="a2001", användarnamn="astrid", namn="Astrid Ek"))
    rows["memberships"].append(
        small.membership(användare="a2001", enhet="rehab-centrum", roll="fysioterapeut", från="2020-01-01")
    )
    assert check_folder(folder=small.save(tmp_path / "in", rows), at=small.AT).faults == []


@pytest.mark.django_db
def test_empty_templates_are_read_in_without_a_fault() -> None:
    found = check_folder(folder=FOLDER, at=small.AT)
    assert found.faults == []
    assert not any(count for sheet, count in found.rows.items() if sheet != "exercises")


def test_headings_are_different_from_each_other() -> None:
    for sheet in SHEETS:
        assert len({column.name for column in sheet.columns}) == len({column.field for column in sheet.columns})
