"""Searching the exercise library. The index lives in the process and is made anew when the library has changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from threading import Lock
from typing import Any
from uuid import UUID

import yaml
from django.utils.translation import gettext, override

from beredd.care.models import Exercise
from beredd.care.queries.library import ExerciseRow, exercise_row
from beredd.care.rules.exercise import FUNCTIONS, NEEDS, POSITIONS, REGIONS, kinds
from beredd.care.rules.search import Findable, Index, find, index
from beredd.care.rules.words import Synonyms
from beredd.ledger import queries as ledger
from beredd.people.rules.access import Access, Everywhere, units_with
from beredd.people.rules.roles import Permission
from beredd.shipped import content

LANGUAGES = ("sv", "en")
TEXTS = ("start", "how", "watch", "easier", "harder", "equipment")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Codes of `care.rules.exercise`; empty asks for no particular one. `need`: something that is used."""

    position: str = ""
    region: str = ""
    function: str = ""
    need: str = ""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What one is let through or left out by. Kept beside the index: a row is long, for its pictures are in it."""

    position: str
    region: str
    function: str
    needs: frozenset[str]
    unit: UUID | None
    retired: bool


@dataclass(frozen=True, slots=True)
class _Kept:
    """`position` and `hash`: where the ledger stood when it was last known to be right."""

    position: int
    hash: str
    index: Index
    facts: Mapping[UUID, _Facts]


_lock = Lock()
_kept: list[_Kept] = []


def search_exercises(access: Access, query: str, wanted: Wanted, *, limit: int) -> list[ExerciseRow]:
    """In the library and among what one's units have made themselves. The best first; by name when nothing is asked."""
    library = _library()
    ids = find(library.index, query, limit=limit, among=_among(library.facts, access, wanted))
    rows = {row.id: row for row in Exercise.objects.filter(id__in=ids)}
    return [exercise_row(rows[id]) for id in ids if id in rows]


def findable(id: UUID, content: dict[str, Any]) -> Findable:
    """What an exercise is found by, in both languages."""
    name = "\n".join(_told(content.get("name"), language) for language in LANGUAGES)
    sorted_under = kinds(content)
    text = " ".join(_told(content.get(field), language) for field in TEXTS for language in LANGUAGES)
    return Findable(
        id, name, _kinds(sorted_under.position, sorted_under.region, sorted_under.function, sorted_under.needs), text
    )


@cache
def synonyms() -> Synonyms:
    return Synonyms(yaml.safe_load((content() / "words" / "exercises.yaml").read_text("utf-8")))


def _library() -> _Kept:
    with _lock:
        kept = _kept[0] if _kept else None
        now = ledger.head()
        if kept is None or not _still_right(kept):
            kept = _made(now.position, now.hash)
        _kept[:] = [replace(kept, position=now.position, hash=now.hash)]
        return _kept[0]


def _still_right(kept: _Kept) -> bool:
    """Asked of the ledger, so each worker sees what another has changed, and a restored database is seen too."""
    if ledger.hash_at(kept.position) != kept.hash:
        return False
    return all(kind != "exercise" for kind, _ in ledger.subjects_since(kept.position))


def _made(position: int, hash: str) -> _Kept:
    columns = ("id", "content", "position", "region", "function", "needs", "unit", "retired_at")
    facts: dict[UUID, _Facts] = {}

    def each() -> Iterator[Findable]:
        for row in Exercise.objects.only(*columns).iterator():
            needs, retired = frozenset(row.needs), row.retired_at is not None
            facts[row.id] = _Facts(row.position, row.region, row.function, needs, row.unit_id, retired)
            yield findable(row.id, row.content)

    return _Kept(position, hash, index(each(), synonyms()), facts)


def _among(facts: Mapping[UUID, _Facts], access: Access, wanted: Wanted) -> frozenset[UUID]:
    """The library, and the own exercises of one's units, save the retired: of those, what is wanted."""
    units = units_with(access, Permission.SEE_PATIENTS)
    everywhere = isinstance(units, Everywhere)
    return frozenset(
        id
        for id, one in facts.items()
        if not one.retired and (everywhere or one.unit is None or one.unit in units) and _fits(one, wanted)
    )


def _fits(one: _Facts, wanted: Wanted) -> bool:
    return (
        wanted.position in ("", one.position)
        and wanted.region in ("", one.region)
        and wanted.function in ("", one.function)
        and (not wanted.need or wanted.need in one.needs)
    )


@cache
def _kinds(position: str, region: str, function: str, needs: tuple[str, ...]) -> str:
    found = [
        POSITIONS.get(position),
        REGIONS.get(region),
        FUNCTIONS.get(function),
        *(NEEDS.get(need) for need in needs),
    ]
    said = []
    for language in LANGUAGES:
        with override(language):
            said += [gettext(word) for word in found if word]
    return " ".join(said)


def _told(text: Any, language: str) -> str:
    told: Sequence[str] | str | None = text.get(language) if isinstance(text, dict) else text
    return told if isinstance(told, str) else " ".join(told or ())
