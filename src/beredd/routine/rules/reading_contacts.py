"""Contacts, opening hours and the calendar of a routine's file."""

from datetime import time

from beredd.routine.rules.document import Node
from beredd.routine.rules.faults import listed
from beredd.routine.rules.reading_steps import GUARD, guard
from beredd.routine.rules.routine import Calendar, Contact, Holidays, Hours, LocalDay, ShortDay
from beredd.routine.rules.values import Values

WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), start=1)}
SPANS = {"weekdays": (1, 2, 3, 4, 5), "daily": (1, 2, 3, 4, 5, 6, 7)}
SHORT_DAYS = (
    "twelfth-night-eve",
    "maundy-thursday",
    "walpurgis-eve",
    "all-saints-eve",
    "bridge-day",
)  # as in calendar.py


def contact(values: Values, id: str, node: Node, _line: int) -> Contact:
    rows = values.table(node, needs=("name",), may=("phone", "mail", "portal", "hours", "otherwise", *GUARD))
    return Contact(
        id=id,
        name=values.words(rows.get("name")),
        phone=values.optional(rows.get("phone"), values.phone) or "",
        mail=values.optional(rows.get("mail"), values.mail) or "",
        portal=values.optional(rows.get("portal"), values.text) or "",
        hours=tuple(_hours(values, one) for one in values.listing(rows.get("hours"))),
        otherwise=values.optional(rows.get("otherwise"), values.id) or "",
        guard=guard(values, rows),
    )


def _hours(values: Values, node: Node) -> Hours:
    rows = values.table(node, needs=("days", "opens", "closes"), may=("holidays",))
    return Hours(
        weekdays=tuple(sorted({day for one in values.listing(rows.get("days")) for day in _weekdays(values, one)})),
        opens=values.clock(rows.get("opens")),
        closes=values.clock(rows.get("closes")),
        holidays=values.choice(rows["holidays"], Holidays, Holidays.CLOSED) if "holidays" in rows else Holidays.CLOSED,
    )


def _weekdays(values: Values, node: Node) -> tuple[int, ...]:
    found = values.text(node)
    if found in SPANS:
        return SPANS[found]
    if found in WEEKDAYS:
        return (WEEKDAYS[found],)
    values.wrong("weekday", node.line, value=found[:20])
    return ()


def calendar(values: Values, node: Node | None) -> Calendar:
    if node is None:
        return Calendar()
    rows = values.table(node, may=("eves", "short", "local"))
    return Calendar(
        eves_open=_open(values, rows["eves"]) if "eves" in rows else False,
        short=tuple(_short(values, name, one, line) for name, one, line in values.named(rows.get("short"))),
        local=tuple(_local(values, one) for one in values.listing(rows.get("local"))),
    )


def _short(values: Values, name: str, node: Node, line: int) -> ShortDay:
    if name not in SHORT_DAYS:
        values.wrong("unknown", line, name=name, names=listed(SHORT_DAYS))
    return ShortDay(name, _closes(values, node))


def _closes(values: Values, node: Node) -> time | None:
    """`closed`, or the clock time at which all closes."""
    return None if values.text(node) == "closed" else values.clock(node)


def _local(values: Values, node: Node) -> LocalDay:
    rows = values.table(node, needs=("day", "name", "hours"))
    hours = rows.get("hours")
    opened = hours is not None and values.text(hours) == "open"
    return LocalDay(
        day=values.day(rows.get("day")),
        name=values.words(rows.get("name")),
        closes_at=None if hours is None or opened else _closes(values, hours),
        open=opened,
    )


def _open(values: Values, node: Node) -> bool:
    found = values.text(node)
    if found not in ("open", "closed"):
        values.wrong("choice", node.line, value=found[:20], names="open, closed")
    return found == "open"
