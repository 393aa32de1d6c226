"""What “beredd print” asks for, and how it tells what was made."""

from argparse import Namespace
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from beredd.cli.routines import routine_named
from beredd.cli.trouble import Trouble
from beredd.cli.words import gettext as _
from beredd.cli.words import ngettext
from beredd.clock import local_day
from beredd.ids import entity_id
from beredd.paper import packs
from beredd.paper.actions import Printed, print_pack
from beredd.paper.calendar import is_working_day
from beredd.paper.rules.sheet import show_sheet_id
from beredd.paper.rules.span import Form, Span, days_from, span_of
from beredd.people.queries import access_of, find_user
from beredd.people.rules.access import SYSTEM, Access

ROUTINE = "exorlive"
ROUTINE_PLANS = {
    "safety-box": packs.safety_box_plan,
    "workplace": packs.workplace_plan,
    "routine": packs.routine_plan,
}


def printed(options: Namespace, *, at: datetime) -> Printed:
    """Raises Trouble, Refused."""
    by = _by(options.by, at)
    plan = _plan(options, _span(options, at), by, at)
    return print_pack(plan=plan, changed_only=options.since_last, channel="cli", by=by, at=at)


def as_json(done: Printed, out: Path) -> dict[str, Any]:
    """For programs: no names, only numbers and kinds."""
    return {
        "pack": str(done.pack),
        "file": str(out),
        "bytes": len(done.pdf),
        "sheets": [
            {"id": one.id, "kind": one.draft.kind.value, "patient": one.draft.patient and str(one.draft.patient)}
            for one in done.sheets
        ],
        "take_out": list(done.take_out),
    }


def as_text(done: Printed, out: Path) -> str:
    """How many of each, and what is to be taken away."""
    counted = Counter(one.draft.kind.value for one in done.sheets)
    documents = ngettext("%(n)d document in %(file)s", "%(n)d documents in %(file)s", len(done.sheets))
    lines = [documents % {"n": len(done.sheets), "file": out}]
    lines += [f"{count:6}  {kind}" for kind, count in counted.most_common()]
    if done.take_out:
        lines.append(_("Take out: %s") % ", ".join(map(show_sheet_id, done.take_out)))
    return "\n".join(lines)


def _by(username: str | None, at: datetime) -> Access:
    if username is None:
        return SYSTEM
    user = find_user(username)
    if user is None:
        raise Trouble(_("There is no user called “%s”.") % username, usage=True)
    return access_of(user.id, at=at)


def _span(options: Namespace, at: datetime) -> Span:
    first = options.first or local_day(at)
    return days_from(first, options.days) if options.days else span_of(Form(options.form), first, is_working_day)


def _plan(options: Namespace, span: Span, by: Access, at: datetime) -> packs.Plan:
    if options.what in ("unit", "patient") and not options.key:
        raise Trouble(_("Say which: “beredd print %s KEY”.") % options.what, usage=True)
    match options.what:
        case "unit":
            unit = entity_id("unit", options.key)
            return packs.unit_plan(unit=unit, span=span, long_outage=options.everybody, by=by, at=at)
        case "patient":
            return packs.patient_plan(patient=entity_id("patient", options.key), span=span, by=by, at=at)
        case "safety-box" | "workplace" | "routine" as what:
            return ROUTINE_PLANS[what](routine_named(options.key or ROUTINE, at=at), span=span)
    return packs.blank_plan(span=span)
