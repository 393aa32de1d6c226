"""A piece of the routine as a form: one field a line of its shape, and back to what the file form holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from beredd.i18n.mark import N_
from beredd.office.fields import OfficeForm
from beredd.office.routine.shapes import DAYS_BY_NAME, Line
from beredd.routine.rules.editing import NoSuchPlace, Place, piece, put

LANGUAGES = {"sv": N_("in Swedish"), "en": N_("in English")}
FIRST = "sv"
BOTH = ("names", "texts")


@dataclass(frozen=True, slots=True)
class Condition:
    """The answers that something depends on, by question. A choice is (value, word, ticked)."""

    name: str
    label: str
    help: str
    questions: Sequence[tuple[str, Sequence[tuple[str, str, bool]]]]

    @property
    def is_used(self) -> bool:
        return any(ticked for _question, choices in self.questions for _value, _word, ticked in choices)


class PieceForm(OfficeForm):
    """`seen` is the saving that the page was opened from."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, lines: Sequence[Line], value: Any, seen: int, **kwargs: Any) -> None:
        self.lines, self.value = lines, value
        fields = {name: field for line in lines for name, field in _fields(line)}
        self.base_fields = {**fields, "seen": self.base_fields["seen"]}  # type: ignore[misc]  # copied by Django
        initial = {name: shown for line in lines for name, shown in _shown(line, _at(value, _place(line)))}
        super().__init__(*args, initial={**initial, "seen": seen}, **kwargs)

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """What is shown at once: a line each, the two languages of a text beside each other."""
        shown = [line for line in self.lines if line.kind != "clauses"]
        return [[self[name] for name, _field in _fields(line)] for line in shown]

    @property
    def conditions(self) -> list[Condition]:
        """Long and seldom needed: shown when opened, or when something is ticked."""
        return [_condition(self[line.name], line) for line in self.lines if line.kind == "clauses"]

    def written(self) -> Any:
        """The piece as the form has it; what the form does not show stays as it was, what is empty is left out."""
        value = self.value
        for line in self.lines:
            value = _with(value, _place(line), _value(line, self.cleaned_data))
        return value


def _condition(field: forms.BoundField, line: Line) -> Condition:
    ticked = field.value() or []
    questions: dict[str, list[tuple[str, str, bool]]] = {}
    for value, word in line.choices:
        question, answer = word.split("\n")
        questions.setdefault(question, []).append((value, answer, value in ticked))
    return Condition(line.name, _(line.label), _(line.help) if line.help else "", list(questions.items()))


def _place(line: Line) -> Place:
    return tuple(int(key) if key.isdigit() else key for key in line.name.split(".")) if line.name else ()


def _at(value: Any, place: Place) -> Any:
    try:
        return piece(value, place)
    except NoSuchPlace:
        return None


def _with(value: Any, place: Place, told: Any) -> Any:
    if told or not place:
        return put(value, place, told)
    holder = piece(value, place[:-1])
    return put(value, place[:-1], {name: one for name, one in holder.items() if name != place[-1]})


def _fields(line: Line) -> Iterator[tuple[str, forms.Field]]:
    if line.kind not in BOTH:
        yield line.name, _field(line)
        return
    for code, language in LANGUAGES.items():
        label = f"{_(line.label)}, {_(language)}"
        wide = forms.Textarea(attrs={"rows": 3}) if line.kind == "texts" else forms.TextInput()
        yield _name(line, code), forms.CharField(label=label, required=line.required and code == FIRST, widget=wide)


def _name(line: Line, code: str) -> str:
    return f"{line.name or 'text'}_{code}"


def _field(line: Line) -> forms.Field:
    told: dict[str, Any] = {
        "label": _(line.label),
        "required": line.required,
        "help_text": _(line.help) if line.help else "",
    }
    choices = [(key, _(word)) for key, word in line.choices]
    match line.kind:
        case "choice":
            return forms.ChoiceField(choices=choices if line.required else [("", "–"), *choices], **told)
        case "choices" | "clauses":
            return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **told)
        case _:
            return forms.CharField(widget=forms.TextInput(attrs={"class": "w-l"}), **told)


def _shown(line: Line, value: Any) -> Iterator[tuple[str, Any]]:
    match line.kind:
        case "names" | "texts":
            told = value if isinstance(value, Mapping) else {FIRST: value or ""}
            for code in LANGUAGES:
                yield _name(line, code), told.get(code, "")
        case "clauses":
            yield line.name, [f"{one}={option}" for one, options in (value or {}).items() for option in _many(options)]
        case "choices":
            yield line.name, [one for name in _many(value) for one in DAYS_BY_NAME.get(name, [name])]
        case _:
            yield line.name, value


def _value(line: Line, cleaned: Mapping[str, Any]) -> Any:
    match line.kind:
        case "names" | "texts":
            told = {code: text for code in LANGUAGES if (text := _tidy(cleaned[_name(line, code)]))}
            return told if "en" in told else told.get(FIRST, "")
        case "clauses":
            clauses: dict[str, list[str]] = {}
            for one in cleaned[line.name]:
                question, option = one.split("=", 1)
                clauses.setdefault(question, []).append(option)
            return clauses
        case "choices":
            return cleaned[line.name]
        case _:
            return _tidy(cleaned[line.name])


def _many(value: Any) -> list[str]:
    """In the file a single one needs no brackets."""
    return [value] if isinstance(value, str) else list(value or [])


def _tidy(text: str) -> str:
    return " ".join(text.split())
