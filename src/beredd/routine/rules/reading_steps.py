"""Situations and their steps, questions and references, in the order of the file."""

from collections.abc import Mapping

from beredd.routine.rules.document import Node
from beredd.routine.rules.linking import Lines
from beredd.routine.rules.routine import Clause, Guard, Item, ItemKind, Situation, Step
from beredd.routine.rules.values import Values

GUARD = ("when", "unless")
STEP = ("step", "text", "source", "reach", "after", "decides")
REFERENCES = {"ask": ItemKind.ASK, "see": ItemKind.SEE, "use": ItemKind.STEP}


def situations(values: Values, node: Node | None, lines: Lines) -> tuple[tuple[Step, ...], tuple[Situation, ...]]:
    """All steps, and the situations that point at them."""
    steps: list[Step] = []
    found = tuple(_situation(values, id, one, steps, lines, line) for id, one, line in values.named(node))
    return tuple(steps), found


def _situation(values: Values, id: str, node: Node, steps: list[Step], lines: Lines, line: int) -> Situation:
    lines.put("situation", id, line)
    rows = values.table(node, needs=("title", "for", "items"), may=("systems",))
    return Situation(
        id=id,
        title=values.words(rows.get("title")),
        audiences=values.ids(rows.get("for")),
        systems=values.ids(rows.get("systems")),
        items=tuple(
            _item(values, one, id, steps, lines.put_item(id, number, one.line))
            for number, one in enumerate(values.listing(rows.get("items")))
        ),
    )


def _item(values: Values, node: Node, situation: str, steps: list[Step], lines: Lines) -> Item:
    rows = values.table(node, may=(*STEP, *REFERENCES, *GUARD))
    kinds = [name for name in ("step", *REFERENCES) if name in rows]
    if len(kinds) != 1:
        values.wrong("one_kind", node.line)
        return Item(ItemKind.STEP, "")
    if kinds == ["step"]:
        step = _step(values, node, rows, situation)
        if step.id in [one.id for one in steps]:
            values.wrong("twice", node.line, name=step.id)
        lines.put("step", step.id, node.line)
        steps.append(step)
        return Item(ItemKind.STEP, step.id, guard(values, rows))
    values.table(node, needs=kinds, may=GUARD)
    return Item(REFERENCES[kinds[0]], values.text(rows[kinds[0]]), guard(values, rows))


def _step(values: Values, node: Node, rows: Mapping[str, Node], situation: str) -> Step:
    """Named within its situation in the file, with the situation everywhere else."""
    values.table(node, needs=("step", "text", "source"), may=(*STEP, *GUARD))
    return Step(
        id=f"{situation}/{values.id(rows['step'])}",
        text=values.words(rows.get("text")),
        source=values.text(rows.get("source")),
        reach=values.ids(rows.get("reach")),
        after=values.optional(rows.get("after"), values.span),
        decides=values.optional(rows.get("decides"), values.words),
    )


def guard(values: Values, rows: Mapping[str, Node]) -> Guard:
    return Guard(when=clauses(values, rows.get("when")), unless=clauses(values, rows.get("unless")))


def clauses(values: Values, node: Node | None) -> tuple[Clause, ...]:
    """question: option, or question: [option, option]."""
    return tuple(Clause(question, values.ids(options)) for question, options, _line in values.named(node))
