"""Exercises as cards to choose among, and as a whole page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.care.queries import ExerciseRow, PhotoRow, StateRow
from beredd.care.rules.exercise import FUNCTIONS, NEEDS, POSITIONS, REGIONS
from beredd.care.rules.programme import default_item
from beredd.office.words.programmes import Picture, dose, exercise_name, in_language, pictures
from beredd.office.words.times import language, plain_day

PICTURES_ON_A_CARD = 2


@dataclass(frozen=True, slots=True)
class Card:
    """`own`: the name of the unit whose it is; empty for the library's."""

    url: str
    name: str
    sorted_under: str
    pictures: Sequence[Picture]
    own: str


@dataclass(frozen=True, slots=True)
class Told:
    """All that an exercise says, in the language of the page. `facts`: pairs of a word and what it says."""

    name: str
    start: str
    how: Sequence[str]
    watch: str
    easier: str
    harder: str
    ask_first: Sequence[str]
    facts: Sequence[tuple[str, str]]
    pictures: Sequence[Picture]
    motion: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of an own exercise and what was agreed. `picture` is None once it is taken away."""

    id: UUID
    picture: Picture | None
    consent: str
    history: str


def card(row: ExerciseRow, units: Mapping[UUID, str]) -> Card:
    codes = ((POSITIONS, row.position), (FUNCTIONS, row.function), (REGIONS, row.region))
    said = " · ".join(word for words, code in codes if (word := _word(words, code)))
    own = units.get(row.unit, _("Another unit")) if row.unit else ""
    return Card(
        reverse("office:exercise", args=[row.id]), exercise_name(row), said, pictures(row)[:PICTURES_ON_A_CARD], own
    )


def told_of(row: ExerciseRow) -> Told:
    motion = reverse("office:exercise-motion", args=[row.id]) if row.content.get("motion") else ""
    return told(row.content, pictures(row), motion)


def told(content: Mapping[str, Any], pictures: Sequence[Picture], motion: str) -> Told:
    """`motion`: the address of the film, empty without one."""
    return Told(
        name=in_language(content.get("name")),
        start=in_language(content.get("start")),
        how=_lines(content.get("how")),
        watch=in_language(content.get("watch")),
        easier=in_language(content.get("easier")),
        harder=in_language(content.get("harder")),
        ask_first=_lines(content.get("ask_first")),
        facts=[pair for pair in _facts(content) if pair[1]],
        pictures=pictures,
        motion=motion,
    )


def photo(row: PhotoRow, shown: Sequence[Picture], content: Mapping[str, Any]) -> Photo:
    """`shown`: the pictures of the exercise, in the order of its content."""
    places = {one.get("photo"): picture for one, picture in zip(content["pictures"], shown, strict=True)}
    consent = ""
    if row.person and row.consent_on:
        given = {"name": row.consent_by, "day": plain_day(row.consent_on), "whom": row.consent_back}
        consent = _("%(name)s agreed on %(day)s. To take it back, tell %(whom)s.") % given
    return Photo(row.id, places.get(str(row.id)), consent or _("Nobody can be recognised."), _history(row))


def states(rows: Sequence[StateRow]) -> list[str]:
    """A line each, the newest first."""
    return [
        _("State %(number)s, %(day)s, by %(name)s: %(title)s")
        % {
            "number": row.number,
            "day": plain_day(row.made_at.date()),
            "name": row.made_by,
            "title": in_language(row.content.get("name")),
        }
        for row in rows
    ]


def _history(row: PhotoRow) -> str:
    added = _("Added on %(day)s by %(name)s.") % {"day": plain_day(row.added_at.date()), "name": row.added_by}
    if row.withdrawn_at is None:
        return added
    gone = {"day": plain_day(row.withdrawn_at.date()), "name": row.withdrawn_by}
    return f"{added} {_('Taken away on %(day)s by %(name)s.') % gone}"


def _facts(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    needs = [_(NEEDS[need]) for need in content.get("needs") or [] if need in NEEDS]
    return [
        (_("To begin with"), dose(default_item(UUID(int=0), content))),
        (_("Starting position"), _word(POSITIONS, content.get("position"))),
        (_("What is trained"), _word(FUNCTIONS, content.get("function"))),
        (_("Part of the body"), _word(REGIONS, content.get("region"))),
        (_("Equipment"), in_language(content.get("equipment")) or ", ".join(needs)),
        (_("KVÅ code"), str(content.get("kva") or "")),
    ]


def _word(words: Mapping[str, str], code: object) -> str:
    return _(words[str(code)]) if code in words else ""


def _lines(text: object) -> list[str]:
    if not isinstance(text, Mapping):
        return []
    return list(text.get(language()) or text.get("sv") or [])
