"""Finding exercises by words: endings, synonyms, compounds and typing mistakes forgiven, the best first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from math import log1p
from uuid import UUID

from rapidfuzz import process
from rapidfuzz.distance import OSA

from beredd.care.rules.words import SILENT, Synonyms, stems, words

LONGEST_QUERY, MOST_WORDS = 100, 8
SAME, MEANS, BEGINS, WITHIN, MISTAKEN = 1.0, 0.8, 0.7, 0.5, 0.5
IN_NAME, IN_KINDS, IN_TEXT = 6.0, 3.0, 1.0
SHORTEST_BEGINNING, SHORTEST_PART, SHORTEST_MISTAKE, LONG = 2, 3, 4, 8
Places = dict[float, set[int]]  # weight → exercises that have the stem there, by their place in the order of names


@dataclass(frozen=True, slots=True)
class Findable:
    """`name` (a line for each language), `kinds` (words for what it is sorted under), `text`: in every language."""

    id: UUID
    name: str
    kinds: str
    text: str


@dataclass(frozen=True, slots=True)
class Index:
    """`order`: the library by name. `whole`: by whole name. `spelt`: stems that may have been meant by a slip."""

    order: Sequence[UUID]
    whole: Mapping[str, set[int]]
    places: Mapping[str, Places]
    synonyms: Synonyms
    spelt: Sequence[str] = field(repr=False)


def index(library: Iterable[Findable], synonyms: Synonyms) -> Index:
    shelf = sorted(library, key=lambda one: (one.name.lower(), one.id))
    places: defaultdict[str, Places] = defaultdict(lambda: {IN_NAME: set(), IN_KINDS: set(), IN_TEXT: set()})
    whole: defaultdict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(shelf):
        for line in one.name.splitlines():
            whole[_plain(line)].add(number)
        for text, weight in ((one.name, IN_NAME), (one.kinds, IN_KINDS), (one.text, IN_TEXT)):
            for word in set(words(text)):
                for stem in stems(word):
                    places[stem][weight].add(number)
    spelt = [stem for stem in sorted({*places, *synonyms.known}) if len(stem) >= SHORTEST_MISTAKE]
    return Index([one.id for one in shelf], dict(whole), dict(places), synonyms, spelt)


def find(index: Index, query: str, *, limit: int, among: frozenset[UUID] | None = None) -> list[UUID]:
    """Whose whole name it is, then those with most of the words, the best first; by name when nothing is asked for.

    A word counts the more the rarer it is, and the nearer to the name it stands: as it is written, by a synonym, as the
    beginning of a word, within one, or by a slip.
    """
    asked = [part for word in words(query[:LONGEST_QUERY])[:MOST_WORDS] for part in _parts(index, word)]
    score, hits = [0.0] * len(index.order), [0] * len(index.order)
    for word in asked:
        for value, numbers in _scored(index, word):
            for number in numbers:
                score[number] += value
                hits[number] += 1
    allowed = [number for number, id in enumerate(index.order) if among is None or id in among]
    most = max((hits[number] for number in allowed), default=0)
    named = index.whole.get(_plain(query[:LONGEST_QUERY]), set()) if asked else set()
    if asked and not most and not named:
        return []
    found = (number for number in allowed if hits[number] == most or number in named)
    best = nsmallest(limit, found, key=lambda number: (number not in named, -score[number], number))
    return [index.order[number] for number in best]


def _plain(text: str) -> str:
    return " ".join(words(text))


def _scored(index: Index, word: str) -> list[tuple[float, set[int]]]:
    """Each exercise once, by the best of the stems that it has."""
    levels: list[tuple[float, set[int]]] = []
    for stem, likeness in _meant(index, word).items():
        places = index.places.get(stem)
        if places:
            rarity = log1p(len(index.order) / len(set().union(*places.values())))
            levels += [(likeness * weight * rarity, numbers) for weight, numbers in places.items() if numbers]
    seen: set[int] = set()
    scored = []
    for value, numbers in sorted(levels, key=lambda level: -level[0]):
        if fresh := numbers - seen:
            seen |= fresh
            scored.append((value, fresh))
    return scored


def _meant(index: Index, word: str) -> dict[str, float]:
    """Stem → how surely the word means it. A slip is thought of only when nothing else is found."""
    found = {stem: WITHIN for stem in index.places if len(word) >= SHORTEST_PART and word in stem}
    if len(word) >= SHORTEST_BEGINNING:
        found |= {stem: BEGINS for stem in found or index.places if stem.startswith(word)}
    found |= dict.fromkeys(index.synonyms.of(word), MEANS)
    found |= dict.fromkeys(stems(word), SAME)
    return found if any(stem in index.places for stem in found) else _mistaken(index, word)


def _parts(index: Index, word: str) -> list[str]:
    """A compound says what its parts say: "knästräckning" asks for the knee and for stretching."""
    if _is_known(index, word):
        return [word]
    for at in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        head, tail = word[:at], word[at:]
        if _is_known(index, head) or _is_known(index, head.removesuffix("s")):
            if tail in SILENT:
                return [head]
            if _is_known(index, tail) or (len(tail) >= LONG and _mistaken(index, tail)):
                return [head, tail]
    return [word]


def _is_known(index: Index, word: str) -> bool:
    meant = (*stems(word), *index.synonyms.of(word))
    return any(stem in index.places for stem in meant)


def _mistaken(index: Index, word: str) -> dict[str, float]:
    """One slip in a short word, two in a long one; what is meant may have synonyms, too."""
    if len(word) < SHORTEST_MISTAKE:
        return {}
    found: dict[str, float] = {}
    slips = 1 if len(word) < LONG else 2
    for own in {word, *stems(word)}:
        near = process.extract(own, index.spelt, scorer=OSA.distance, score_cutoff=slips, limit=5)
        for stem, distance, _ in near:
            for meant in {stem, *index.synonyms.known.get(stem, ())}:
                likeness = MISTAKEN / (1 + distance) * (1 if meant == stem else MEANS)
                found[meant] = max(found.get(meant, 0.0), likeness)
    return found
