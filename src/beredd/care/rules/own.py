"""What an exercise of a unit's own must say: as the library's, in Swedish at least; and what its pictures must tell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from beredd.care.rules.exercise import kinds
from beredd.care.rules.programme import MOST_REPETITIONS, MOST_SECONDS, MOST_SETS
from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

LANGUAGES = ("sv", "en")
LONGEST = {"name": 120, "start": 400, "watch": 400, "easier": 400, "harder": 400, "equipment": 200}
MOST_LINES = {"how": 8, "ask_first": 6}
LONGEST_LINE, LONGEST_ALT, LONGEST_PERSON, LONGEST_BACK = 200, 300, 120, 200
REQUIRED = ("name", "start", "how", "watch")
SORTED = ("position", "region", "function")
MOST_PHOTOS = 3


class BadExercise(Refused):
    """`code` names the field."""


@dataclass(frozen=True, slots=True)
class Consent:
    """`back`: how whoever said yes takes it back: to whom to say so."""

    by: str
    on: date
    back: str


def written(content: Mapping[str, Any]) -> dict[str, Any]:
    """In the form of the library's files, pictures left out. Raises BadExercise, UnknownKind."""
    kinds(content)
    texts = {field: _each(content.get(field), partial(_text, field)) for field in LONGEST}
    lines = {field: _each(content.get(field), partial(_lines, field)) for field in MOST_LINES}
    for field in REQUIRED:
        if not {**texts, **lines}[field].get("sv"):
            raise BadExercise(field, N_("Write this in Swedish. It is read aloud in the patient's home."))
    for field in SORTED:
        if not content.get(field):
            raise BadExercise(field, N_("Choose one. It is what the exercise is searched by."))
    said = {field: told or None for field, told in {**texts, **lines}.items()}
    told = {field: content[field] for field in SORTED}
    needs, kva = list(content.get("needs") or ()), content.get("kva") or None
    return {**said, **told, "needs": needs, "kva": kva, "default_dose": _dose(content.get("default_dose") or {})}


def alternative(alt: Mapping[str, Any]) -> dict[str, str]:
    """Raises BadExercise."""
    told: dict[str, str] = _each(alt, lambda one: " ".join(str(one).split()))
    if not told.get("sv"):
        raise BadExercise("alt", N_("Say what the picture shows, for those who do not see it."))
    if any(len(one) > LONGEST_ALT for one in told.values()):
        raise BadExercise("alt", N_("Write at most %(most)s characters here."), most=LONGEST_ALT)
    return told


def agreed(consent: Consent, *, today: date) -> Consent:
    """Raises BadExercise."""
    by, back = " ".join(consent.by.split()), " ".join(consent.back.split())
    if not by or len(by) > LONGEST_PERSON:
        raise BadExercise("consent_by", N_("Write who has agreed to be seen in the picture."))
    if consent.on > today:
        raise BadExercise("consent_on", N_("The day of the consent has not come yet. Correct it."))
    if not back or len(back) > LONGEST_BACK:
        raise BadExercise("consent_back", N_("Write whom the person turns to, to take the consent back."))
    return Consent(by, consent.on, back)


def _each(told: object, cleaned: Callable[[Any], Any]) -> dict[str, Any]:
    """In each language in which something is said."""
    given = told if isinstance(told, Mapping) else {}
    found = {language: cleaned(given[language]) for language in LANGUAGES if given.get(language)}
    return {language: one for language, one in found.items() if one}


def _text(field: str, told: object) -> str:
    text = " ".join(str(told).split())
    if len(text) > LONGEST[field]:
        raise BadExercise(field, N_("Write at most %(most)s characters here."), most=LONGEST[field])
    return text


def _lines(field: str, told: Any) -> list[str]:
    lines = [line for one in told if (line := " ".join(str(one).split()))]
    if len(lines) > MOST_LINES[field]:
        raise BadExercise(
            field, N_("Write at most %(most)s lines: what is short is remembered."), most=MOST_LINES[field]
        )
    if any(len(line) > LONGEST_LINE for line in lines):
        raise BadExercise(field, N_("Write at most %(most)s characters on each line."), most=LONGEST_LINE)
    return lines


def _dose(told: Mapping[str, Any]) -> dict[str, int | None]:
    dose = {field: told.get(field) or None for field in ("sets", "repetitions", "seconds")}
    for field, most in (("sets", MOST_SETS), ("repetitions", MOST_REPETITIONS), ("seconds", MOST_SECONDS)):
        value = dose[field]
        if value is not None and not 1 <= value <= most:
            raise BadExercise(field, N_("Write a number between 1 and %(most)s, or leave it empty."), most=most)
    if not dose["sets"]:
        raise BadExercise("sets", N_("Write how many sets one usually begins with."))
    if not (dose["repetitions"] or dose["seconds"]):
        raise BadExercise("repetitions", N_("Write how many times, or how many seconds, one usually begins with."))
    return dose
