"""What “beredd print” asks for, and how it tells what was made."""

from argparse import Namespace
from collections import Counter
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as said

from beredd.cli.routines import routine_named
from beredd.cli.trouble import Trouble
from beredd.cli.words import gettext as _
from beredd.cli.words import ngettext
from beredd.clock import local_day
from beredd.ids import entity_id
from beredd.paper import packs
from beredd.paper.actions import Printed, print_pack
from beredd.paper.calendar import is_working_day
from beredd.paper.counting import pages_in
from beredd.paper.documents.draft import Numbered
from beredd.paper.documents.unit import KINDS, LEFT_OUT
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


def planned(options: Namespace, *, at: datetime) -> packs.Plan:
    """Raises Trouble, Refused."""
    return _plan(options, _span(options, at), _by(options.by, at), at)


def printed(plan: packs.Plan, options: Namespace, *, at: datetime) -> Printed:
    """Raises Trouble, Refused."""
    return print_pack(plan=plan, changed_only=options.since_last, channel="cli", by=_by(options.by, at), at=at)


def as_json(plan: packs.Plan, done: Printed, options: Namespace) -> dict[str, Any]:
    """For programs: no names, only numbers and kinds. Whoever is in neither list has nothing that changed."""
    sheets = Counter(one.draft.patient for one in done.sheets)
    return {
        "pack": str(done.pack),
        "kind": plan.kind,
        "first": plan.span.first.isoformat(),
        "last": plan.span.last.isoformat(),
        "since_last": options.since_last,
        "file": str(options.out),
        "bytes": len(done.pdf),
        "sha256": sha256(done.pdf).hexdigest(),
        "pages": pages_in(done.pdf),
        "sheets": [_sheet(one) for one in done.sheets],
        "patients": [
            {"patient": str(id), "why": list(one.reasons), "sheets": sheets[id]}
            for one in plan.papers
            if sheets[id := one.facts.patient.id]
        ],
        "left_out": [{"patient": str(id), "why": why} for id, why in plan.left_out.items()],
        "take_out": list(done.take_out),
    }


def as_text(plan: packs.Plan, done: Printed, out: Path) -> str:
    """How many of each, who gets none and why, and what is to be taken away."""
    sheets, pages = len(done.sheets), pages_in(done.pdf)
    documents = ngettext("%(n)d document in %(file)s", "%(n)d documents in %(file)s", sheets)
    lines = [documents % {"n": sheets, "file": out}, ngettext("%(n)d page", "%(n)d pages", pages) % {"n": pages}]
    lines += [f"{count:6}  {title}" for title, count in Counter(map(_title, done.sheets)).most_common()]
    for why, count in Counter(plan.left_out.values()).items():
        none = ngettext("%(n)d patient gets no paper: %(why)s", "%(n)d patients get no paper: %(why)s", count)
        lines.append(none % {"n": count, "why": said(LEFT_OUT[why])})
    if done.take_out:
        lines.append(_("Take out: %s") % ", ".join(map(show_sheet_id, done.take_out)))
    return "\n".join(lines)


def _sheet(one: Numbered) -> dict[str, Any]:
    draft = one.draft
    return {
        "id": one.id,
        "kind": draft.kind.value,
        "patient": draft.patient and str(draft.patient),
        "standing": draft.standing.value,
        "replaces": one.replaces,
        "valid_until": draft.valid_until and draft.valid_until.isoformat(),
    }


def _title(one: Numbered) -> str:
    return said(KINDS[one.draft.kind]) if one.draft.kind in KINDS else one.draft.title


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
