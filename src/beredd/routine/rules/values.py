"""From a node of the document to a value. What is wrong is noted with its line, and the reading goes on."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, time, timedelta
from enum import StrEnum
from typing import TypeVar

from beredd.routine.rules.document import Listing, Node, Table, Text
from beredd.routine.rules.faults import MOST, Fault, RoutineFaults, fault, listed, shown
from beredd.routine.rules.routine import Words

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
SPAN = re.compile(r"(\d{1,3}) ?(min|h|d)", re.ASCII)
NUMBER = re.compile(r"[1-9]\d{0,2}", re.ASCII)
PHONE = re.compile(r"\+?\d[\d -]{1,18}\d", re.ASCII)
MAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
UNITS = {"min": "minutes", "h": "hours", "d": "days"}
LONGEST, LONGEST_ID = 1200, 60
NOWHERE = Text("", 1)

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)


class Values:
    """Reads values out of one file and keeps what was wrong."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def wrong(self, code: str, line: int, **params: object) -> None:
        self.faults.append(fault(code, self.file, line, **params))
        if len(self.faults) >= MOST:
            raise RoutineFaults(self.faults)

    # lists and tables

    def table(self, node: Node, *, needs: Sequence[str] = (), may: Sequence[str] = ()) -> dict[str, Node]:
        """Names with values: all that it needs, nothing that is not known here."""
        if not isinstance(node, Table):
            self.wrong("not_table", node.line)
            return {}
        for name in needs:
            if name not in node.rows:
                self.wrong("missing", node.line, name=name)
        known = [*needs, *may]
        for name in node.rows:
            if name not in known:
                self.wrong("unknown", node.lines[name], name=shown(name), names=listed(known))
        return node.rows

    def named(self, node: Node | None) -> Iterator[tuple[str, Node, int]]:
        """Each id with its value and line, in the order of the file."""
        if node is None:
            return
        if not isinstance(node, Table):
            self.wrong("not_table", node.line)
            return
        for name, value in node.rows.items():
            yield self.id(Text(name, node.lines[name])), value, node.lines[name]

    def listing(self, node: Node | None) -> Sequence[Node]:
        """A single text is a list of one."""
        match node:
            case None:
                return ()
            case Listing(items=items):
                return items
            case Text(value=value) if value:
                return (node,)
        self.wrong("not_list", node.line)
        return ()

    def ids(self, node: Node | None) -> tuple[str, ...]:
        return tuple(self.id(one) for one in self.listing(node))

    def optional(self, node: Node | None, read: Callable[[Node], T]) -> T | None:
        """None where nothing is written."""
        return None if node is None or node == Text("", node.line) else read(node)

    # single values

    def text(self, node: Node | None) -> str:
        if node is None:  # named by `table` already
            return ""
        if not isinstance(node, Text):
            self.wrong("not_words", node.line)
            return ""
        if not node.value:
            self.wrong("blank", node.line)
        if len(node.value) > LONGEST:
            self.wrong("too_long", node.line, most=LONGEST)
        return node.value

    def words(self, node: Node | None) -> Words:
        """sv and en, or one text that is the same in both."""
        if node is None or isinstance(node, Text):
            return Words(self.text(node))
        rows = self.table(node, needs=("sv",), may=("en",))
        return Words(self.text(rows.get("sv")), self.text(rows["en"]) if "en" in rows else "")

    def id(self, node: Node) -> str:
        return self.formed(node, ID, "id_form", most=LONGEST_ID)

    def phone(self, node: Node) -> str:
        return self.formed(node, PHONE, "phone_form")

    def mail(self, node: Node) -> str:
        return self.formed(node, MAIL, "mail_form")

    def number(self, node: Node | None) -> int:
        return int(self.formed(node, NUMBER, "number_form") or 1)

    def formed(self, node: Node | None, form: re.Pattern[str], code: str, most: int = LONGEST) -> str:
        """The text when it has that form, otherwise nothing."""
        found = self.text(node)
        if node is None or not found:
            return ""
        if len(found) <= most and form.fullmatch(found):
            return found
        self.wrong(code, node.line, value=shown(found))
        return ""

    def day(self, node: Node | None) -> date:
        found = self.formed(node, DATE, "date_form")
        try:
            return date.fromisoformat(found) if found else date.min
        except ValueError:
            self.wrong("date_form", node.line if node else 1, value=found)
            return date.min

    def clock(self, node: Node | None) -> time:
        found = self.formed(node, CLOCK, "time_form")
        return time.fromisoformat(found) if found else time.min

    def span(self, node: Node | None) -> timedelta:
        found = SPAN.fullmatch(self.formed(node, SPAN, "span_form"))
        return timedelta(**{UNITS[found[2]]: int(found[1])}) if found else timedelta()

    def choice(self, node: Node, choices: type[Choice], otherwise: Choice) -> Choice:
        found = self.text(node)
        if found in list(choices):
            return choices(found)
        self.wrong("choice", node.line, value=shown(found), names=listed(list(choices)))
        return otherwise
