"""From YAML to texts, lists and tables that know their lines. Every scalar is a text: `no` and 8:00 stay as written.

YAML can carry more than a document needs: references that grow without end, tags that make objects, levels without
limit. None of it is let in, and the size is limited first. The parser's events are taken one by one, so that no depth
of nesting exhausts the stack."""

import unicodedata
from dataclasses import dataclass, field

import yaml

from beredd.routine.rules.faults import RoutineFaults, fault, shown

LARGEST = 256 * 1024
DEEPEST = 12
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Text:
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Listing:
    items: list["Node"]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    rows: dict[str, "Node"]
    line: int
    lines: dict[str, int] = field(default_factory=dict)


Node = Text | Listing | Table


def parse(text: str, name: str) -> Node:
    """The whole document. Raises RoutineFaults with the one fault that ends the reading."""
    _sound(text, name)
    try:
        return _Builder(name).build(text)
    except yaml.YAMLError as why:
        line = _line(getattr(why, "problem_mark", None), text.count("\n"))
        raise RoutineFaults([fault("not_yaml", name, line)]) from None


def _sound(text: str, name: str) -> None:
    if len(text) > LARGEST:
        raise RoutineFaults([fault("too_large", name, 1, most=LARGEST)])
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if "\t" in line:
            raise RoutineFaults([fault("tab", name, number)])
        if not line.isprintable() and any(unicodedata.category(sign) in INVISIBLE for sign in line):
            raise RoutineFaults([fault("invisible", name, number)])


def _line(mark: object, breaks: int) -> int:
    """Counted from 1. To the parser the end of a text may lie a line beyond it."""
    return min(getattr(mark, "line", 0), breaks) + 1


class _Builder:
    """`open`: the lists and tables that have begun and not ended; `name_of`: in each, the name that waits."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.open: list[Listing | Table] = []
        self.name_of: list[Text | None] = []
        self.root: Node | None = None

    def build(self, text: str) -> Node:
        breaks = text.count("\n")
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            line = _line(event.start_mark, breaks)
            match event:
                case yaml.AliasEvent():
                    raise self.stop("alias", line)
                case yaml.ScalarEvent() | yaml.CollectionStartEvent():
                    self.plain(event, line)
                    self.begin(event, line)
                case yaml.CollectionEndEvent():
                    self.open.pop()
                    self.name_of.pop()
        if self.root is None:
            raise self.stop("empty", 1)
        return self.root

    def begin(self, event: yaml.NodeEvent, line: int) -> None:
        match event:
            case yaml.ScalarEvent():
                self.put(Text(event.value.strip(), line))
                return
            case yaml.SequenceStartEvent():
                started: Listing | Table = Listing([], line)
            case _:
                started = Table({}, line)
        self.put(started)
        self.open.append(started)
        self.name_of.append(None)
        if len(self.open) > DEEPEST:
            raise self.stop("too_deep", line)

    def put(self, node: Node) -> None:
        """Into the innermost list or table that is open."""
        if not self.open:
            if self.root is not None:
                raise self.stop("several", node.line)
            self.root = node
            return
        match self.open[-1]:
            case Listing(items=items):
                items.append(node)
            case table:
                self.put_in(table, node)

    def put_in(self, table: Table, node: Node) -> None:
        waiting = self.name_of[-1]
        if waiting is not None:
            table.rows[waiting.value] = node
            self.name_of[-1] = None
            return
        if not isinstance(node, Text) or not node.value:
            raise self.stop("odd_name", node.line)
        if node.value in table.rows:
            raise self.stop("twice", node.line, name=shown(node.value))
        table.lines[node.value] = node.line
        self.name_of[-1] = node

    def plain(self, event: yaml.NodeEvent, line: int) -> None:
        """No anchors, no tags."""
        if event.anchor is not None:
            raise self.stop("alias", line)
        if getattr(event, "tag", None) is not None:
            raise self.stop("tag", line)

    def stop(self, code: str, line: int, **params: object) -> RoutineFaults:
        return RoutineFaults([fault(code, self.name, line, **params)])
