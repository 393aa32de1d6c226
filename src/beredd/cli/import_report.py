"""What came of an import, as plain values for programs and as lines for people."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext

from beredd.cli.words import gettext as _
from beredd.cli.words import ngettext
from beredd.importing.actions import Imported
from beredd.importing.rules.fault import Fault
from beredd.importing.sheets import BY_NAME

MOST_SHOWN = 200  # faults; more than anybody mends before trying again


def as_json(found: Imported, *, checked_only: bool) -> dict[str, Any]:
    """{stored, rows: {table: count}, changed: {table: count}, faults: [{file, row, column, code, text}]}."""
    return {
        "stored": not found.faults and not checked_only,
        "rows": dict(found.rows),
        "changed": dict(found.changed),
        "faults": [
            {"file": one.file, "row": one.row, "column": one.column or None, "code": one.code, "text": _said(one)}
            for one in found.faults
        ],
    }


def as_text(found: Imported, *, checked_only: bool) -> str:
    """The faults, or what was stored."""
    if found.faults:
        return _faults(found.faults)
    if checked_only:
        return _("All of it can be read in. Nothing has been stored.")
    changed = [f"{count:7}  {_name(sheet)}" for sheet, count in found.changed.items() if count]
    if not changed:
        return _("Nothing new: all of it was there already.")
    return "\n".join([_("Stored, new or changed:"), *changed])


def _faults(faults: Sequence[Fault]) -> str:
    count = len(faults)
    head = ngettext(
        "%d fault was found. Nothing has been stored.", "%d faults were found. Nothing has been stored.", count
    )
    lines = [line for one in faults[:MOST_SHOWN] for line in (_place(one), f"    {_said(one)}")]
    rest = [_("… and %d more. Mend these first.") % (count - MOST_SHOWN)] if count > MOST_SHOWN else []
    return "\n".join([head % count, *lines, *rest])


def _place(fault: Fault) -> str:
    row = _(", row %d") % fault.row if fault.row else ""
    column = _(", column “%s”") % fault.column if fault.column else ""
    return f"{fault.file}{row}{column}"


def _said(fault: Fault) -> str:
    return gettext(fault.text) % fault.params


def _name(sheet: str) -> str:
    return BY_NAME[sheet].file if sheet in BY_NAME else _("exercises")
