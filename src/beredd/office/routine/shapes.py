"""What each piece of a routine consists of: its lines in a form, and the lists it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from beredd.i18n.mark import N_
from beredd.office.words.programmes import in_language
from beredd.routine.rules.editing import Place

Kind = Literal["text", "names", "texts", "choice", "choices", "clauses"]
Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One field. `name` is its name in the file form, dots lead inwards; "" is the piece itself.

    `names` and `texts` are in both languages, a line or a paragraph each.
    """

    name: str
    label: str
    kind: Kind = "text"
    help: str = ""
    required: bool = True
    choices: Choices = ()


@dataclass(frozen=True, slots=True)
class Holds:
    """A list that the piece holds. `news`: (kind, button) of what can be added."""

    name: str
    label: str
    news: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Shape:
    """`fresh`: lines asked for only when it is new, so that what is saved is whole."""

    title: str
    lines: Sequence[Line]
    holds: Sequence[Holds] = ()
    fresh: Sequence[Line] = field(default=())


DAYS_BY_NAME = {
    "weekdays": ["mon", "tue", "wed", "thu", "fri"],
    "daily": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
}
DAYS = [
    ("mon", N_("Monday")),
    ("tue", N_("Tuesday")),
    ("wed", N_("Wednesday")),
    ("thu", N_("Thursday")),
    ("fri", N_("Friday")),
    ("sat", N_("Saturday")),
    ("sun", N_("Sunday")),
]
HOLIDAYS = [
    ("closed", N_("Closed on public holidays")),
    ("open", N_("Open on public holidays, too")),
    ("only", N_("Only on public holidays")),
]
TOP = (
    Holds("situations", N_("Situations"), [("situation", N_("Add a situation"))]),
    Holds("contacts", N_("Contacts"), [("contact", N_("Add somebody to reach"))]),
    Holds("questions", N_("Questions to the reader"), [("question", N_("Add a question"))]),
    Holds("checks", N_("Questions before one confirms"), [("check", N_("Add a question"))]),
)
ITEMS = [("step", N_("Add a step")), ("ask", N_("Ask a question")), ("see", N_("Refer to another situation"))]
ABOUT = Shape(
    N_("About the routine"),
    [
        Line("title", N_("Title"), "names"),
        Line("kind", N_("Kind of document"), "names"),
        Line("decided_by", N_("Decided by"), "names"),
        Line("responsible", N_("Responsible for the revision"), "names"),
        Line("interval", N_("Revised"), "names"),
        Line(
            "interval_months",
            N_("Months between revisions"),
            help=N_("A number: you are reminded a month before. Leave it empty when it is revised as needed."),
            required=False,
        ),
        Line("scope.applies_to", N_("Applies to"), "texts"),
        Line("scope.not_when", N_("Does not apply when"), "texts"),
        Line("duty", N_("What must be done with the routine itself"), "texts"),
    ],
)
OPTION = Shape(N_("Answer"), [Line("", N_("Answer"), "names")])


def kind_of(whole: Any, place: Place) -> str:
    """What lies at a place, by where it lies and what it says."""
    match place:
        case ():
            return "about"
        case (("situations" | "contacts" | "questions" | "checks") as among, _):
            return among.removesuffix("s")
        case ("situations", situation, "items", number):
            item = whole["situations"][situation]["items"][number]
            return next(kind for kind in ("step", "ask", "see", "use") if kind in item)
        case ("contacts", _, "hours", _):
            return "hours"
        case ("questions" | "checks", _, "options", _):
            return "option"
    raise LookupError(place)


def shape(kind: str, whole: Mapping[str, Any], value: Any) -> Shape:
    """With the choices that the routine, and the piece as it is, give."""
    asked = _options(whole, "questions", "text")
    roles = _named(whole["questions"].get("role", {}).get("options", {}))
    contacts = _options(whole, "contacts", "name")
    clauses = [
        Line("when", N_("Only if"), "clauses", N_("All that is ticked must hold."), False, _clauses(whole)),
        Line("unless", N_("Not if"), "clauses", "", False, _clauses(whole)),
    ]
    match kind:
        case "about":
            return ABOUT
        case "situation":
            lines = [Line("title", N_("What has happened"), "names"), Line("for", N_("For"), "choices", choices=roles)]
            systems = _named(whole.get("systems", {}))
            if systems:
                lines.append(Line("systems", N_("Systems"), "choices", required=False, choices=systems))
            first = [Line("items.0.text", N_("The first step"), "texts")]
            return Shape(N_("Situation"), lines, [Holds("items", N_("What to do, in order"), ITEMS)], first)
        case "step":
            return Shape(
                N_("Step"),
                [
                    Line("text", N_("What to do"), "texts"),
                    Line("reach", N_("Contacts"), "choices", required=False, choices=contacts),
                    Line(
                        "after",
                        N_("When it has lasted"),
                        help=N_("30 min, 4 h or 2 d. Leave it empty when it is done at once."),
                        required=False,
                    ),
                    Line("decides", N_("Who decides"), "names", required=False),
                    Line("source", N_("Where it comes from"), help=N_("The line of the decided document.")),
                    *clauses,
                ],
            )
        case "ask":
            return Shape(N_("Ask a question"), [Line("ask", N_("Question"), "choice", choices=asked), *clauses])
        case "see":
            situations = _options(whole, "situations", "title")
            return Shape(
                N_("Refer to another situation"), [Line("see", N_("Situation"), "choice", choices=situations), *clauses]
            )
        case "use":
            return Shape(
                N_("The same step as elsewhere"), [Line("use", N_("Step"), "choice", choices=_steps(whole)), *clauses]
            )
        case "contact":
            return Shape(
                N_("Contact"),
                [
                    Line("name", N_("Name"), "names"),
                    Line("phone", N_("Telephone"), required=False),
                    Line("mail", N_("E-mail"), required=False),
                    Line("portal", N_("Portal"), help=N_("A web address, or its name."), required=False),
                    Line("otherwise", N_("When it is closed, turn to"), "choice", required=False, choices=contacts),
                    *clauses,
                ],
                [Holds("hours", N_("Hours"), [("hours", N_("Add hours"))])],
            )
        case "hours":
            return Shape(
                N_("Hours"),
                [
                    Line("days", N_("Days"), "choices", choices=DAYS),
                    Line("opens", N_("Opens"), help=N_("As 08:00.")),
                    Line("closes", N_("Closes"), help=N_("As 12:00. Earlier than it opens is the next day.")),
                    Line("holidays", N_("Public holidays"), "choice", choices=HOLIDAYS),
                ],
            )
        case "question":
            return Shape(N_("Question"), [Line("text", N_("Question"), "texts")], [_ANSWERS], _two_answers())
        case "check":
            right = _named(value.get("options", {}))
            lines = [
                Line("for", N_("For"), "choice", choices=roles),
                Line("text", N_("Question"), "texts"),
                Line("right", N_("Right answer"), "choice", choices=right),
                Line("why", N_("Why it is right"), "texts"),
            ]
            return Shape(N_("Question before one confirms"), lines, [_ANSWERS], _two_answers())
        case _:
            return OPTION


_ANSWERS = Holds("options", N_("Answers"), [("option", N_("Add an answer"))])


def _two_answers() -> list[Line]:
    return [Line("first", N_("First answer"), "names"), Line("second", N_("Second answer"), "names")]


def _named(options: Mapping[str, Any]) -> Choices:
    return [(id, in_language(text)) for id, text in options.items()]


def _options(whole: Mapping[str, Any], among: str, name: str) -> Choices:
    return [(id, in_language(one[name])) for id, one in whole.get(among, {}).items()]


def _clauses(whole: Mapping[str, Any]) -> Choices:
    """Each answer under its question, a line break between."""
    return [
        (f"{question}={option}", f"{in_language(told['text'])}\n{in_language(text)}")
        for question, told in whole["questions"].items()
        for option, text in told["options"].items()
    ]


def _steps(whole: Mapping[str, Any]) -> Choices:
    return [
        (f"{situation}/{item['step']}", in_language(item["text"]))
        for situation, told in whole["situations"].items()
        for item in told["items"]
        if "step" in item
    ]
