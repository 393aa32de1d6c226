"""What a routine's file says of itself, and of another, as plain values and as lines."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from beredd.cli.routines import file_read
from beredd.cli.words import gettext as _
from beredd.cli.words import ngettext
from beredd.routine.files import read_file
from beredd.routine.rules.diff import differences
from beredd.routine.rules.faults import Fault, RoutineFaults
from beredd.routine.words import change_said, fault_said, said


def check(path: Path) -> dict[str, Any]:
    """{ok, id, version, faults: [{file, line, code, text}], remarks: [the same]}. Raises OSError."""
    try:
        found = read_file(path)
    except RoutineFaults as refused:
        return {"ok": False, "id": None, "version": None, "faults": _listed(refused.faults), "remarks": []}
    routine = found.routine
    about = {"ok": True, "id": routine.id, "version": routine.version}
    return {**about, "faults": [], "remarks": _listed(found.remarks)}


def check_as_text(found: dict[str, Any]) -> str:
    lines = [f"{one['file']}:{one['line']}: {one['text']}" for one in found["faults"] or found["remarks"]]
    if not found["ok"]:
        count = len(lines)
        return "\n".join([ngettext("%d fault was found.", "%d faults were found.", count) % count, *lines])
    whole = _("The routine “%(id)s”, version %(version)s, can be read.") % found
    return "\n".join([whole, *([_("Worth a look:")] if lines else []), *lines])


def differ(old: Path, new: Path) -> list[dict[str, str]]:
    """[{kind, name, before, after, text}], in the order of the new file. Raises Trouble, OSError."""
    changes = differences(file_read(old).routine, file_read(new).routine)
    return [
        {
            "kind": one.kind.value,
            "name": said(one.name),
            "before": said(one.before),
            "after": said(one.after),
            "text": change_said(one),
        }
        for one in changes
    ]


def diff_as_text(changes: list[dict[str, str]]) -> str:
    return "\n".join(one["text"] for one in changes) or _("The two say the same.")


def _listed(faults: Iterable[Fault]) -> list[dict[str, Any]]:
    return [{"file": one.file, "line": one.line, "code": one.code, "text": fault_said(one)} for one in faults]
