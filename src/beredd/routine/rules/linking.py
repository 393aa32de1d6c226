"""The parts of a routine together: references lead somewhere, never in circles, and every situation to a step."""

from collections.abc import Iterable, Iterator, Sequence

from beredd.routine.rules.faults import Fault, listed, remark, shown
from beredd.routine.rules.routine import ROLE, Clause, Guard, Item, ItemKind, Routine, Situation
from beredd.routine.rules.values import Values

WIDEST = 500  # items that one situation may lead to, references followed


class Lines:
    """Where each part stands in the file."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], int] = {}

    def put(self, kind: str, id: str, line: int) -> int:
        self._lines[kind, id] = line
        return line

    def put_item(self, situation: str, number: int, line: int) -> "Lines":
        self.put("item", f"{situation} {number}", line)
        return self

    def of(self, kind: str, id: str) -> int:
        return self._lines.get((kind, id), 1)


def check_links(routine: Routine, values: Values, lines: Lines) -> None:
    """Notes what is wrong in `values`."""
    _Links(routine, values, lines).check()


class _Links:
    def __init__(self, routine: Routine, values: Values, lines: Lines) -> None:
        self.routine, self.values, self.lines = routine, values, lines
        self.options = {one.id: [option.id for option in one.options] for one in routine.questions}
        self.contacts = [one.id for one in routine.contacts]
        self.steps = [one.id for one in routine.steps]
        self.situations = {one.id: one for one in routine.situations}
        self.systems = [one.id for one in routine.systems]

    def check(self) -> None:
        if ROLE not in self.options:
            self.values.wrong("role_missing", 1)
            return
        self.check_scope()
        self.check_contacts()
        for situation in self.routine.situations:
            self.check_situation(situation)
        for step in self.routine.steps:
            for id in step.reach:
                self.exists(id, self.contacts, self.lines.of("step", step.id))
        for check in self.routine.checks:
            self.exists(check.audience, self.options[ROLE], self.lines.of("check", check.id))
        if not self.values.faults:  # only what refers right can be followed
            self.check_circles()
        if not self.values.faults:  # and only what ends can be counted
            for situation in self.routine.situations:
                self.check_steps(situation)

    def check_scope(self) -> None:
        line = self.lines.of("scope", "")
        self.check_clauses(self.routine.scope.unless, line)
        self.exists(self.routine.scope.instead, list(self.situations), line)

    def check_contacts(self) -> None:
        otherwise = {one.id: one.otherwise for one in self.routine.contacts}
        for contact in self.routine.contacts:
            line = self.lines.of("contact", contact.id)
            self.check_guard(contact.guard, line)
            if contact.otherwise and self.exists(contact.otherwise, self.contacts, line):
                passed, at = {contact.id}, contact.otherwise
                while at in otherwise and at not in passed:
                    passed.add(at)
                    at = otherwise[at]
                if at == contact.id:
                    self.values.wrong("circle", line, value=contact.id)

    def check_situation(self, situation: Situation) -> None:
        line = self.lines.of("situation", situation.id)
        for audience in situation.audiences:
            self.exists(audience, self.options[ROLE], line)
        for system in situation.systems:
            self.exists(system, self.systems, line)
        for number, item in enumerate(situation.items):
            self.check_item(item, self.lines.of("item", f"{situation.id} {number}"))

    def check_item(self, item: Item, line: int) -> None:
        among: dict[ItemKind, Sequence[str]] = {
            ItemKind.STEP: self.steps,
            ItemKind.ASK: list(self.options),
            ItemKind.SEE: list(self.situations),
        }
        self.exists(item.target, among[item.kind], line)
        self.check_guard(item.guard, line)

    def check_guard(self, guard: Guard, line: int) -> None:
        self.check_clauses(guard.when + guard.unless, line)

    def check_clauses(self, clauses: Iterable[Clause], line: int) -> None:
        for clause in clauses:
            if self.exists(clause.question, list(self.options), line):
                for option in clause.options:
                    self.exists(option, self.options[clause.question], line)

    def exists(self, id: str, among: Sequence[str], line: int) -> bool:
        if id not in among:
            self.values.wrong("no_such", line, value=shown(id), names=listed(among))
        return id in among

    def check_circles(self) -> None:
        for id in self.situations:
            if self.goes_round(id):
                self.values.wrong("circle", self.lines.of("situation", id), value=id)

    def check_steps(self, situation: Situation) -> None:
        line = self.lines.of("situation", situation.id)
        kinds = [item.kind for item in self.reached(situation, line)]
        if ItemKind.STEP not in kinds:
            self.values.wrong("no_step", line)

    def goes_round(self, start: str) -> bool:
        passed: set[str] = set()
        ahead = list(self.seen_from(start))
        while ahead:
            id = ahead.pop()
            if id == start:
                return True
            if id not in passed:
                passed.add(id)
                ahead.extend(self.seen_from(id))
        return False

    def seen_from(self, id: str) -> Iterator[str]:
        return (item.target for item in self.situations[id].items if item.kind is ItemKind.SEE)

    def reached(self, situation: Situation, line: int) -> list[Item]:
        found, ahead = [], list(situation.items)
        while ahead:
            item = ahead.pop()
            found.append(item)
            if item.kind is ItemKind.SEE:
                ahead.extend(self.situations[item.target].items)
            if len(found) > WIDEST:
                self.values.wrong("too_wide", line, value=situation.id)
                break
        return found


def remarks(routine: Routine, file: str, lines: Lines) -> Iterator[Fault]:
    """What leaves a reader without help."""
    asked = {item.target for one in routine.situations for item in one.items if item.kind is ItemKind.ASK}
    reached = {id for step in routine.steps for id in step.reach} | {one.otherwise for one in routine.contacts}
    for contact in routine.contacts:
        line = lines.of("contact", contact.id)
        if not (contact.phone or contact.mail or contact.portal):
            yield remark("unreachable", file, line, name=contact.name.sv)
        if contact.id not in reached:
            yield remark("never_reached", file, line, name=contact.id)
    for question in routine.questions:
        if question.id not in asked | {ROLE}:
            yield remark("never_asked", file, lines.of("question", question.id), name=question.id)
    for audience in routine.audiences:
        if audience.id not in {check.audience for check in routine.checks}:
            yield remark("no_check", file, 1, name=audience.text.sv)
