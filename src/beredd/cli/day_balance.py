"""A unit's balance, as plain values for programs and as lines for people; no names of patients."""

from collections import Counter
from datetime import date, datetime
from typing import Any

from beredd.cli.trouble import Trouble
from beredd.cli.words import gettext as _
from beredd.clock import SWEDEN
from beredd.i18n.mark import N_
from beredd.ids import entity_id
from beredd.people.queries import unit_rows
from beredd.people.rules.access import SYSTEM
from beredd.signing.queries import DayLine, balance
from beredd.signing.rules.balance import State

STATE_WORDS: dict[State, str] = {
    State.COMING: N_("coming"),
    State.DUE: N_("due now"),
    State.LATE: N_("late"),
    State.PERFORMED: N_("performed"),
    State.PARTLY: N_("partly performed"),
    State.NOT_PERFORMED: N_("not performed"),
    State.UNACCOUNTED: N_("unaccounted for"),
    State.DOUBLE: N_("signed twice"),
    State.PAUSED: N_("paused"),
}


def of(unit: str, day: date, *, now: datetime) -> dict[str, Any]:
    """{unit, name, day, totals: {state: count}, lines: [{occurrence, prescription, patient, slot, state, …}]}."""
    row = next(iter(unit_rows([entity_id("unit", unit)])), None)
    if row is None:
        raise Trouble(_("There is no unit with the key “%s”. The keys are in the import files.") % unit, usage=True)
    lines = balance(SYSTEM, unit=row.id, day=day, now=now)
    counted = Counter(line.state for line in lines)
    return {
        "unit": unit,
        "name": row.name,
        "day": day.isoformat(),
        "now": now.isoformat(),
        "totals": {state.value: counted[state] for state in State},
        "lines": [_line(line) for line in lines],
    }


def as_text(found: dict[str, Any]) -> str:
    """Totals, then what needs somebody."""
    totals = [f"{count:6}  {_(STATE_WORDS[State(state)])}" for state, count in found["totals"].items() if count]
    head = f"{found['name']}, {found['day']}"
    return "\n".join([head, *(totals or [_("Nothing is planned.")])])


def _line(line: DayLine) -> dict[str, Any]:
    planned, occurrence = line.planned, line.planned.occurrence
    return {
        "occurrence": str(occurrence.id),
        "prescription": str(occurrence.prescription),
        "patient": str(planned.patient.id),
        "slot": occurrence.slot,
        "version": occurrence.version,
        "due_at": occurrence.due_at.astimezone(SWEDEN).isoformat(),
        "due_by": occurrence.due_by.astimezone(SWEDEN).isoformat(),
        "state": line.state.value,
        "reason": line.reason,
        "signatures": [
            {
                "id": str(one.id),
                "outcome": one.outcome,
                "reason": one.reason,
                "performed_at": one.performed_at.astimezone(SWEDEN).isoformat(),
                "received_at": one.received_at.astimezone(SWEDEN).isoformat(),
            }
            for one in line.signatures
        ],
    }
