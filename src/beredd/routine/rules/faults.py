"""What is wrong with a routine's file: where, and in words that say what to do. All the words stand here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from beredd.i18n.mark import N_

MOST = 50  # faults; more than anybody mends before trying again

FAULTS: dict[str, str] = {
    # the text as a whole
    "too_large": N_("The file has more than %(most)s characters. A routine is shorter; is it the right file?"),
    "not_text": N_("The file cannot be read as text. Save it as UTF-8."),
    "tab": N_("There is a tab on the line. Indent with spaces."),
    "invisible": N_("There is an invisible character on the line. Write the line again by hand."),
    "not_yaml": N_("The line cannot be understood. Check indentation, colons and quotation marks here and just above."),
    "empty": N_("The file is empty. Begin with a copy of a routine in content/routines."),
    "several": N_("A line with “---” begins a second document. Keep one routine in the file."),
    "alias": N_("Words that begin with & or * mean something else here. Put the text in quotation marks."),
    "tag": N_("Words that begin with ! mean something else here. Put the text in quotation marks."),
    "too_deep": N_("There are too many levels here. Check the indentation."),
    "twice": N_("“%(name)s” is there twice. Remove or rename one of them."),
    "odd_name": N_("The name before a colon is to be a single word. Check the line."),
    # one value
    "missing": N_("“%(name)s” is missing here. Add it."),
    "unknown": N_("“%(name)s” is not known here. Use one of: %(names)s."),
    "not_table": N_("Here are to be names with values (name: value), one on each line."),
    "not_list": N_("Here is to be a list, with a hyphen before each."),
    "not_words": N_("Here is to be one text, not a list or names with values."),
    "blank": N_("The text is empty. Fill it in."),
    "too_long": N_("The text has more than %(most)s characters. Shorten it, or make two of it."),
    "id_form": N_("“%(value)s” cannot be a short name. Use a–z, digits and hyphens, at most 60."),
    "date_form": N_("“%(value)s” is not a day that exists. Write it as 2026-02-12."),
    "time_form": N_("“%(value)s” is not a clock time. Write it as 08:00."),
    "span_form": N_("“%(value)s” is not a length of time. Write it as 30 min, 4 h or 2 d."),
    "number_form": N_("“%(value)s” is not a whole number between 1 and 999. Write it with digits."),
    "phone_form": N_("“%(value)s” is not a telephone number. Write it with its area code."),
    "mail_form": N_("“%(value)s” is not an e-mail address. Correct or remove it."),
    "choice": N_("“%(value)s” is not a choice here. Write one of: %(names)s."),
    "weekday": N_("“%(value)s” is not a weekday. Write mon, tue, wed, thu, fri, sat, sun, weekdays or daily."),
    # the parts together
    "no_such": N_("“%(value)s” does not exist in the routine. Use one of: %(names)s."),
    "one_kind": N_("An item is one of: step, ask, see, use. Keep one of them."),
    "circle": N_("“%(value)s” leads back to itself. Remove one of the references."),
    "too_wide": N_("“%(value)s” refers to too much. Refer to fewer situations."),
    "few_options": N_("A question has at least two answers. Add one, or remove the question."),
    "right_missing": N_("The right answer is to be one of the answers: %(names)s."),
    "role_missing": N_("The question “role” is missing. It lists who the routine is for."),
    "no_step": N_("The situation leads to no step. Add a step, or remove the situation."),
}

# What is no fault, but leaves a reader without help.
REMARKS: dict[str, str] = {
    "unreachable": N_("“%(name)s” has neither telephone, mail nor portal: nobody can be reached there. Add one."),
    "never_asked": N_("The question “%(name)s” is never asked. Ask it in a situation, or remove it."),
    "never_reached": N_("No step leads to the contact “%(name)s”. Name it in a step, or remove it."),
    "no_check": N_("There is no question that shows that “%(name)s” knows the routine. Add one under checks."),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """`reason` is English for the catalogue, filled with `params`; `line` counts from 1."""

    file: str
    line: int
    code: str
    reason: str
    params: Mapping[str, object] = field(default_factory=dict)


class RoutineFaults(Exception):
    """The text is no routine, and why: at least one fault, in the order of the lines."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{faults[0].file}:{faults[0].line} {faults[0].code}")
        self.faults = tuple(sorted(faults, key=lambda one: one.line))[:MOST]


def fault(code: str, file: str, line: int, /, **params: object) -> Fault:
    """One of FAULTS, at a place."""
    return Fault(file, line, code, FAULTS[code], params)


def remark(code: str, file: str, line: int, /, **params: object) -> Fault:
    """One of REMARKS, at a place."""
    return Fault(file, line, code, REMARKS[code], params)


def listed(names: Sequence[str]) -> str:
    """As they stand in a sentence."""
    return ", ".join(names) or "–"


def shown(value: str) -> str:
    """What was written, cut to what fits in a sentence."""
    text = " ".join(value.split())
    return text if len(text) <= 40 else f"{text[:39]}…"
