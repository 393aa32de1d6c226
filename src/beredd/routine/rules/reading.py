"""A routine's file → Routine, or every fault with its line. The form is described in docs/howto/routine.md."""

from dataclasses import dataclass, field

from beredd.routine.rules.document import Node, parse
from beredd.routine.rules.faults import Fault, RoutineFaults
from beredd.routine.rules.linking import Lines, check_links, remarks
from beredd.routine.rules.reading_contacts import calendar, contact
from beredd.routine.rules.reading_steps import clauses, situations
from beredd.routine.rules.routine import Check, Option, PrintAhead, Question, Routine, Scope
from beredd.routine.rules.values import NOWHERE, Values

NEEDS = ("id", "title", "kind", "version", "decided_on", "decided_by", "responsible", "interval", "duty", "scope")
NEEDS_TOO = ("questions", "contacts", "situations")
MAY = ("revised_on", "interval_months", "systems", "checks", "print_ahead", "calendar")


@dataclass(frozen=True, slots=True)
class Reading:
    """A routine, and what in it is no fault but leaves a reader without help."""

    routine: Routine
    remarks: tuple[Fault, ...] = field(default=())


def read(text: str, name: str) -> Routine:
    """`name`: the file's, for the faults. Raises RoutineFaults."""
    return read_with_remarks(text, name).routine


def read_with_remarks(text: str, name: str) -> Reading:
    """As `read`, with remarks. Raises RoutineFaults."""
    values, lines = Values(name), Lines()
    routine = _routine(values, parse(text, name), lines)
    if not values.faults:  # references are judged when all that they may refer to could be read
        check_links(routine, values, lines)
    if values.faults:
        raise RoutineFaults(values.faults)
    return Reading(routine, tuple(remarks(routine, name, lines)))


def _routine(values: Values, node: Node, lines: Lines) -> Routine:
    rows = values.table(node, needs=(*NEEDS, *NEEDS_TOO), may=MAY)
    steps, found = situations(values, rows.get("situations"), lines)
    return Routine(
        id=values.id(rows.get("id", NOWHERE)) if "id" in rows else "",
        title=values.words(rows.get("title")),
        kind=values.words(rows.get("kind")),
        version=values.number(rows.get("version")),
        decided_on=values.day(rows.get("decided_on")),
        revised_on=values.optional(rows.get("revised_on"), values.day),
        decided_by=values.words(rows.get("decided_by")),
        responsible=values.words(rows.get("responsible")),
        interval=values.words(rows.get("interval")),
        interval_months=values.optional(rows.get("interval_months"), values.number),
        duty=values.words(rows.get("duty")),
        scope=_scope(values, rows.get("scope"), lines),
        systems=_options(values, rows.get("systems")),
        questions=_questions(values, rows.get("questions"), lines),
        contacts=tuple(
            contact(values, id, one, lines.put("contact", id, line))
            for id, one, line in values.named(rows.get("contacts"))
        ),
        steps=steps,
        situations=found,
        checks=_checks(values, rows.get("checks"), lines),
        print_ahead=tuple(_print_ahead(values, one) for one in values.listing(rows.get("print_ahead"))),
        calendar=calendar(values, rows.get("calendar")),
    )


def _scope(values: Values, node: Node | None, lines: Lines) -> Scope:
    rows = {} if node is None else values.table(node, needs=("applies_to", "not_when", "unless", "instead"))
    lines.put("scope", "", node.line if node else 1)
    return Scope(
        applies_to=values.words(rows.get("applies_to")),
        not_when=values.words(rows.get("not_when")),
        unless=clauses(values, rows.get("unless")),
        instead=values.id(rows["instead"]) if "instead" in rows else "",
    )


def _options(values: Values, node: Node | None) -> tuple[Option, ...]:
    return tuple(Option(id, values.words(text)) for id, text, _line in values.named(node))


def _questions(values: Values, node: Node | None, lines: Lines) -> tuple[Question, ...]:
    return tuple(_question(values, id, one, lines.put("question", id, line)) for id, one, line in values.named(node))


def _question(values: Values, id: str, node: Node, line: int) -> Question:
    rows = values.table(node, needs=("text", "options"))
    options = _options(values, rows.get("options"))
    if "options" in rows and len(options) < 2:
        values.wrong("few_options", line)
    return Question(id, values.words(rows.get("text")), options)


def _checks(values: Values, node: Node | None, lines: Lines) -> tuple[Check, ...]:
    return tuple(_check(values, id, one, lines.put("check", id, line)) for id, one, line in values.named(node))


def _check(values: Values, id: str, node: Node, line: int) -> Check:
    rows = values.table(node, needs=("for", "text", "options", "right", "why"))
    found = Check(
        id=id,
        audience=values.id(rows["for"]) if "for" in rows else "",
        text=values.words(rows.get("text")),
        options=_options(values, rows.get("options")),
        right=values.id(rows["right"]) if "right" in rows else "",
        why=values.words(rows.get("why")),
    )
    if len(found.options) < 2 and "options" in rows:
        values.wrong("few_options", line)
    elif found.right and found.right not in [one.id for one in found.options]:
        values.wrong("right_missing", rows["right"].line, names=", ".join(one.id for one in found.options))
    return found


def _print_ahead(values: Values, node: Node) -> PrintAhead:
    rows = values.table(node, needs=("what", "every", "covers", "place"))
    return PrintAhead(
        what=values.words(rows.get("what")),
        every=values.span(rows.get("every")),
        covers=values.span(rows.get("covers")),
        place=values.words(rows.get("place")),
    )
