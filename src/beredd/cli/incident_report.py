"""Incidents as plain values for programs and as lines for people."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from beredd.cli.trouble import Trouble
from beredd.cli.words import gettext as _
from beredd.clock import SWEDEN
from beredd.disruption import queries
from beredd.disruption.queries import IncidentRow
from beredd.i18n.mark import N_
from beredd.people.rules.access import SYSTEM

STATES = {
    "suspected": N_("suspected"),
    "confirmed": N_("confirmed"),
    "degraded": N_("slow or unsteady"),
    "long": N_("long: paper"),
    "recovering": N_("works again, not yet balanced"),
    "closed": N_("closed"),
    "dismissed": N_("dismissed"),
}


def of(id: str | None, *, everything: bool, now: datetime) -> list[dict[str, Any]]:
    """[{id, system, state, since, late, timeline}]."""
    if id is None:
        return [_one(row, now) for row in queries.incidents(SYSTEM, open_only=not everything)]
    row = queries.incident(SYSTEM, the_id(id))
    if row is None:
        raise Trouble(_("There is no such disruption. Run “beredd incident --all” to see which there are."))
    return [_one(row, now)]


def as_text(found: Sequence[Mapping[str, Any]]) -> str:
    if not found:
        return _("No disruption goes on.")
    lines = []
    for one in found:
        lines.append(f"{one['id']}  {one['system']}: {_(STATES[one['state']])}")
        lines += [f"    {_clock(step['at'])}  {step['what']}  {step['by']}  {step['text']}" for step in one["timeline"]]
    return "\n".join(lines)


def _one(row: IncidentRow, now: datetime) -> dict[str, Any]:
    steps = [{"at": one.at.isoformat(), "what": one.what, "by": one.by_name, "text": one.text} for one in row.timeline]
    return {
        "id": str(row.id),
        "system": row.system,
        "state": row.state.value,
        "since": row.since.isoformat(),
        "late": [one.limit.value for one in queries.limits(row, at=now) if one.has_passed(now)],
        "timeline": steps,
    }


def _clock(at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone(SWEDEN):%Y-%m-%d %H:%M}"


def the_id(id: str | None) -> UUID:
    """Raises Trouble."""
    try:
        return UUID(id or "")
    except ValueError:
        raise Trouble(
            _("“%s” is not the id of a disruption. It stands first in each line of “beredd incident”.") % (id or "")
        ) from None
