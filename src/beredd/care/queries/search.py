"""Searching the exercise library. The index lives in the process and is made anew when the library has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any
from uuid import UUID

import yaml
from django.utils.translation import gettext, override

from beredd.care.models import Exercise
from beredd.care.queries.library import ExerciseRow, exercise_row, to_choose_from
from beredd.care.rules.exercise import FUNCTIONS, NEEDS, POSITIONS, REGIONS, kinds
from beredd.care.rules.search import Findable, Index, find, index
from beredd.care.rules.words import Synonyms
from beredd.ledger import queries as ledger
from beredd.people.rules.access import Access
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
class _Kept:
    """`position` and `hash`: where the ledger stood when the index was last known to be right."""

    position: int
    hash: str
    index: Index


_lock = Lock()
_kept: list[_Kept] = []


def search_exercises(access: Access, query: str, wanted: Wanted, *, limit: int) -> list[ExerciseRow]:
    """In the library and among what one's units have made themselves. The best first; by name when nothing is asked."""
    ids = find(_index(), query, limit=limit, among=_among(access, wanted))
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


def _index() -> Index:
    with _lock:
        kept = _kept[0] if _kept else None
        now = ledger.head()
        if kept is None or not _still_right(kept):
            kept = _Kept(now.position, now.hash, _made())
        _kept[:] = [_Kept(now.position, now.hash, kept.index)]
        return kept.index


def _still_right(kept: _Kept) -> bool:
    """Asked of the ledger, so each worker sees what another has changed, and a restored database is seen too."""
    if ledger.hash_at(kept.position) != kept.hash:
        return False
    return all(kind != "exercise" for kind, _ in ledger.subjects_since(kept.position))


def _made() -> Index:
    rows = Exercise.objects.values_list("id", "content").iterator()
    return index((findable(id, content) for id, content in rows), synonyms())


def _among(access: Access, wanted: Wanted) -> frozenset[UUID] | None:
    """None when nothing of the library is left out. Own exercises are few beside it, and asked for by their index."""
    columns = {name: value for name in ("position", "region", "function") if (value := getattr(wanted, name))}
    own = Exercise.objects.filter(unit__isnull=False)
    hidden = set(own.exclude(to_choose_from(access)).values_list("id", flat=True))
    rows = Exercise.objects.filter(**columns)
    if wanted.need:
        found = {id for id, needs in rows.values_list("id", "needs") if wanted.need in needs}
    elif columns or hidden:
        found = set(rows.values_list("id", flat=True))
    else:
        return None
    return frozenset(found - hidden)


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
