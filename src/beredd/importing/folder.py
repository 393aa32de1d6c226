"""From a folder to rows of cells: CSV with any usual delimiter and encoding, or XLSX."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, XmlError, ZipError

from beredd.importing.rules.cells import Cell, shown, written
from beredd.importing.rules.fault import Fault, fault
from beredd.importing.rules.sheet import Sheet, plain
from beredd.importing.sheets import SHEETS

ENDINGS = {".csv", ".xlsx", ".txt", ".xls", ".ods", ".tsv"}
READ = {".csv", ".xlsx"}
LARGEST = 64  # MB
DELIMITERS = ";,\t"
COMMENT = "#"
UNPLACED = "?"
Line = tuple[int, list[Cell]]


class Unreadable(Exception):
    """The file as a whole. `code` as in FAULTS."""

    def __init__(self, code: str, **params: int) -> None:
        super().__init__(code)
        self.code, self.params = code, params


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by field; a column that the file does not have is missing here."""

    number: int
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """One file, as read. `fields`: the columns it has."""

    sheet: Sheet
    file: str
    rows: list[Row]
    fields: frozenset[str]


def read_folder(folder: Path) -> tuple[list[Table], list[Fault]]:
    """Every table in the folder, in the order of SHEETS, and what could not be read."""
    if not folder.is_dir():
        return [], [fault("folder_missing", shown(folder.name))]
    chosen, faults = _choose(folder)
    tables = []
    for sheet, path in chosen:
        try:
            table, found = _table(sheet, path.name, _lines(path))
        except Unreadable as why:
            table, found = (
                Table(sheet, path.name, [], frozenset()),
                [fault(why.code, path.name, None, "", **why.params)],
            )
        tables.append(table)
        faults += found
    if not chosen and not faults:
        faults.append(fault("folder_empty", shown(folder.name)))
    return tables, faults


def _choose(folder: Path) -> tuple[list[tuple[Sheet, Path]], list[Fault]]:
    """Which file holds which sheet. A file that fits none is a fault: it was meant to be read."""
    by_name = {plain(sheet.file): sheet for sheet in SHEETS}
    chosen: dict[str, Path] = {}
    faults = []
    for path in sorted(folder.iterdir()):
        if not path.is_file() or path.suffix.lower() not in ENDINGS or path.name.startswith((".", "~")):
            continue
        sheet = by_name.get(plain(path.stem))
        if sheet is None or path.suffix.lower() not in READ:
            names = ", ".join(f"{one.file}.csv" for one in SHEETS)
            faults.append(fault("file_unknown", shown(path.name), names=names))
        elif sheet.name in chosen:
            faults.append(fault("file_twice", shown(path.name), other=chosen[sheet.name].name))
        else:
            chosen[sheet.name] = path
    return [(sheet, chosen[sheet.name]) for sheet in SHEETS if sheet.name in chosen], faults


def _lines(path: Path) -> list[Line]:
    if path.stat().st_size > LARGEST * 1024 * 1024:
        raise Unreadable("file_large", most=LARGEST)
    try:
        return workbook_lines(path) if path.suffix.lower() == ".xlsx" else list(csv_lines(decode(path.read_bytes())))
    except (UnicodeDecodeError, csv.Error):
        raise Unreadable("file_encoding") from None
    except (CalamineError, PasswordError, XmlError, ZipError, OSError, ValueError, IndexError):
        raise Unreadable("file_unreadable") from None


def decode(content: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else what Swedish Windows writes. Raises UnicodeDecodeError."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


class _Lines:
    """Lines of text for the CSV reader, without comments; `first` is where the present row began."""

    def __init__(self, text: str) -> None:
        self.source = io.StringIO(text, newline="")
        self.number, self.first, self.at_start = 0, 0, True

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        for line in self.source:
            self.number += 1
            if self.at_start and line.startswith(COMMENT):
                continue
            if self.at_start:
                self.first, self.at_start = self.number, False
            return line
        raise StopIteration


def csv_lines(text: str) -> Iterator[Line]:
    """(row number, cells) of every row that is no comment; the number is the row's first line. Raises csv.Error."""
    lines = _Lines(text)
    for cells in csv.reader(lines, delimiter=_delimiter(text)):
        yield lines.first, [*cells]
        lines.at_start = True


def _delimiter(text: str) -> str:
    """The one that is most frequent in the headings."""
    for line in io.StringIO(text):
        if line.strip() and not line.lstrip('"').startswith(COMMENT):
            return max(DELIMITERS, key=line.count)
    return DELIMITERS[0]


def workbook_lines(path: Path) -> list[Line]:
    """The first sheet; rows numbered as Excel does."""
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    return [(number, list(row)) for number, row in enumerate(sheet.to_python(skip_empty_area=False), start=1)]


def _table(sheet: Sheet, file: str, lines: Iterable[Line]) -> tuple[Table, list[Fault]]:
    filled = ((number, cells) for number, cells in lines if _is_data(cells))
    heading = next(filled, None)
    if heading is None:
        return Table(sheet, file, [], frozenset()), [fault("file_headings", file)]
    fields, faults = _headings(sheet, file, heading[0], heading[1])
    rows = []
    for number, cells in filled:
        named = list(zip_longest(fields, cells, fillvalue=None))
        if any(written(cell) for field, cell in named if not field):
            faults.append(fault("row_long", file, number))
        rows.append(Row(number, {str(field): cell for field, cell in named if field and field != UNPLACED}))
    return Table(sheet, file, rows, frozenset(fields) - {"", UNPLACED}), faults


def _is_data(cells: list[Cell]) -> bool:
    texts = [written(cell) for cell in cells]
    return any(texts) and not texts[0].startswith(COMMENT)


def _headings(sheet: Sheet, file: str, number: int, cells: list[Cell]) -> tuple[list[str], list[Fault]]:
    """The field of each column, "" without a heading, UNPLACED for one we do not know; and what is wrong."""
    by_heading = {plain(column.name): column.field for column in sheet.columns}
    texts = [written(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    fields: list[str] = []
    faults = []
    for heading in texts:
        field = by_heading.get(plain(heading), UNPLACED) if heading else ""
        if field == UNPLACED:
            faults.append(fault("heading_unknown", file, number, shown(heading)))
        elif field and field in fields:
            faults.append(fault("heading_twice", file, number, shown(heading)))
            field = UNPLACED
        fields.append(field)
    missing = [column for column in sheet.columns if column.required and column.field not in fields]
    faults += [fault("heading_missing", file, number, column.name) for column in missing]
    return fields, faults
