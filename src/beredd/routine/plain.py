"""A routine as plain values: what a phone carries, so that it can answer without a server and without a calendar."""

from datetime import datetime
from typing import Any

import msgspec

from beredd.routine.calendar import days_ahead
from beredd.routine.rules.contacts import Days
from beredd.routine.rules.routine import Routine


def pocket(routine: Routine, *, now: datetime) -> dict[str, Any]:
    """{"routine", "days"}: all that advice.ts needs, closed days for two years. Form: phone/src/rules/routine.ts."""
    return {"routine": to_plain(routine), "days": msgspec.to_builtins(days_ahead(routine.calendar, now))}


def to_plain(routine: Routine) -> dict[str, Any]:
    """Days as 2026-02-12, times as 08:00:00, lengths of time as PT4H, texts as {"sv", "en"}."""
    plain: dict[str, Any] = msgspec.to_builtins(routine)
    return plain


def from_plain(plain: dict[str, Any]) -> Routine:
    """Raises msgspec.ValidationError for what `to_plain` cannot have made."""
    return msgspec.convert(plain, Routine)


def days_from_plain(plain: dict[str, Any]) -> Days:
    """Raises msgspec.ValidationError."""
    return msgspec.convert(plain, Days)
