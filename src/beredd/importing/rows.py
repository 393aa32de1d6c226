"""From cells to records, a row at a time; every fault in a row is found, not only the first."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from beredd.importing.folder import Row, Table
from beredd.importing.rules.cells import written
from beredd.importing.rules.fault import BadCell, Fault, fault, refused
from beredd.importing.rules.sheet import Column, Sheet
from beredd.people.rules.access import Refused


@dataclass(slots=True)
class Parsed:
    """`values`: what could be read. `record` is None when anything could not."""

    sheet: Sheet
    file: str
    number: int
    values: dict[str, Any]
    record: Any = None
    faults: list[Fault] = field(default_factory=list)

    def fault(self, code: str, field: str, /, **params: object) -> Fault:
        """At one of this row's cells."""
        return fault(code, self.file, self.number, self.sheet.column(field).name, **params)


def parse_table(table: Table, *, today: date) -> Iterator[Parsed]:
    """Every row of a file."""
    whole = all(column.field in table.fields for column in table.sheet.columns if column.required)
    for row in table.rows:
        parsed = Parsed(table.sheet, table.file, row.number, {})
        _cells(table, row, parsed)
        _derive(parsed, today)
        if whole and not parsed.faults:
            names = [one.name for one in fields(table.sheet.record)]
            parsed.record = table.sheet.record(**{name: parsed.values[name] for name in names})
        yield parsed


def _cells(table: Table, row: Row, parsed: Parsed) -> None:
    for column in table.sheet.columns:
        if column.field not in table.fields:
            if not column.required:
                parsed.values[column.field] = column.default
            continue
        try:
            parsed.values[column.field] = _cell(column, row)
        except Refused as why:
            found = refused(why, table.file, row.number, column.name)
            parsed.faults.append(_without_value(found) if column.personal else found)


def _without_value(fault: Fault) -> Fault:
    """What is written about a person is not repeated in a message, which may end up in a log or a ticket."""
    return replace(fault, params={name: "…" if name == "value" else told for name, told in fault.params.items()})


def _cell(column: Column, row: Row) -> Any:
    cell = row.cells.get(column.field)
    if not written(cell):
        if column.required:
            raise BadCell("missing")
        return column.default
    return column.parse(cell)


def _derive(parsed: Parsed, today: date) -> None:
    for derived in parsed.sheet.derived:
        if all(name in parsed.values for name in derived.needs):
            try:
                parsed.values[derived.field] = derived.make(parsed.values, today)
            except Refused as why:
                field = getattr(why, "field", "") or derived.blame
                column = parsed.sheet.column(field).name
                parsed.faults.append(refused(why, parsed.file, parsed.number, column))
