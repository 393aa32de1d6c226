"""A routine, as read from its file. Twin: phone/src/rules/routine.ts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

Facts = Mapping[str, str]  # question → option: who the reader is, and what has been observed


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages; Swedish where there is no English."""

    sv: str
    en: str = ""

    def said(self, language: str) -> str:
        return self.en if language == "en" and self.en else self.sv


@dataclass(frozen=True, slots=True)
class Clause:
    """That a question has one of these answers."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets through when every `when` is known to hold, unless any `unless` is known to hold."""

    when: tuple[Clause, ...] = ()
    unless: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    text: Words


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    text: Words
    options: tuple[Option, ...]


class Holidays(StrEnum):
    """What closed days do to opening hours."""

    CLOSED = "closed"
    OPEN = "open"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Hours:
    """On these weekdays (1 Monday … 7 Sunday), by the clock on the wall. Closing at or before opening: the next day."""

    weekdays: tuple[int, ...]
    opens: time
    closes: time
    holidays: Holidays


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to turn to, and how. Without hours: at any time. `otherwise`: the contact to turn to when it is closed."""

    id: str
    name: Words
    phone: str = ""
    mail: str = ""
    portal: str = ""
    hours: tuple[Hours, ...] = ()
    otherwise: str = ""
    guard: Guard = Guard()


@dataclass(frozen=True, slots=True)
class Step:
    """What to do. `source`: the line of the decided document that it carries. `after`: when it has lasted that long."""

    id: str
    text: Words
    source: str
    reach: tuple[str, ...] = ()
    after: timedelta | None = None
    decides: Words | None = None


class ItemKind(StrEnum):
    """STEP: do it. ASK: a question. SEE: all that another situation says."""

    STEP = "step"
    ASK = "ask"
    SEE = "see"


@dataclass(frozen=True, slots=True)
class Item:
    kind: ItemKind
    target: str
    guard: Guard = Guard()


@dataclass(frozen=True, slots=True)
class Situation:
    id: str
    title: Words
    audiences: tuple[str, ...]
    systems: tuple[str, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom and what it is for. When any `unless` holds it does not apply: `instead` is the situation to turn to."""

    applies_to: Words
    not_when: Words
    unless: tuple[Clause, ...]
    instead: str


@dataclass(frozen=True, slots=True)
class Check:
    """A question to the reader, to see that the routine is known."""

    id: str
    audience: str
    text: Words
    options: tuple[Option, ...]
    right: str
    why: Words


@dataclass(frozen=True, slots=True)
class PrintAhead:
    """What is to lie ready on paper: how often it is printed, how far ahead it reaches, where it is kept."""

    what: Words
    every: timedelta
    covers: timedelta
    place: Words


@dataclass(frozen=True, slots=True)
class LocalDay:
    """A day that this municipality keeps otherwise. `closes_at`: shortened; without it closed, or open if `open`."""

    day: date
    name: Words
    closes_at: time | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class ShortDay:
    """A day of the year that is shortened (`closes_at`) or closed, by its name in calendar.SHORT_DAYS."""

    name: str
    closes_at: time | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """Public holidays are closed; so are the eves of Christmas, New Year and midsummer unless `eves_open`."""

    eves_open: bool = False
    short: tuple[ShortDay, ...] = ()
    local: tuple[LocalDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Routine:
    """`duty`: what must be done with the routine itself. `interval_months` is None when revised as needed."""

    id: str
    title: Words
    kind: Words
    version: int
    decided_on: date
    revised_on: date | None
    decided_by: Words
    responsible: Words
    interval: Words
    interval_months: int | None
    duty: Words
    scope: Scope
    systems: tuple[Option, ...]
    questions: tuple[Question, ...]
    contacts: tuple[Contact, ...]
    steps: tuple[Step, ...]
    situations: tuple[Situation, ...]
    checks: tuple[Check, ...]
    print_ahead: tuple[PrintAhead, ...]
    calendar: Calendar

    def question(self, id: str) -> Question:
        return next(one for one in self.questions if one.id == id)

    def contact(self, id: str) -> Contact:
        return next(one for one in self.contacts if one.id == id)

    def step(self, id: str) -> Step:
        return next(one for one in self.steps if one.id == id)

    def situation(self, id: str) -> Situation:
        return next(one for one in self.situations if one.id == id)

    @property
    def audiences(self) -> tuple[Option, ...]:
        """Who reads it: the answers to the question of the reader's role."""
        return self.question(ROLE).options


ROLE, EMPLOYER, UNIT = "role", "employer", "unit"  # questions about the reader; the others are about what is observed
