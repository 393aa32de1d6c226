"""Words as the exercise library is searched by: lower case, without endings, in Swedish and English."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from unicodedata import normalize

import snowballstemmer

WORD = re.compile(r"[^\W_]+")
_SMALL = """
    och eller i på av med för från till att en ett den det de som är din ditt dina sig dig du man vid om mot
    träning träna övning övningar övningen program rehab
    and or in on of with for from to a an the that is your you at by against it exercise exercises training
"""
SILENT = frozenset(_SMALL.split())
_swedish, _english = snowballstemmer.stemmer("swedish"), snowballstemmer.stemmer("english")


def words(text: str) -> list[str]:
    """In order, small words left out; when there are only such, all of them."""
    found = WORD.findall(normalize("NFC", text).lower())
    return [word for word in found if word not in SILENT] or found


@lru_cache(maxsize=65536)
def stems(word: str) -> frozenset[str]:
    """Without its ending in either language: a word does not say which it is of."""
    return frozenset((str(_swedish.stemWord(word)), str(_english.stemWord(word))))


class Synonyms:
    """Groups of words that mean the same here: everyday words, the profession's words, and forms no rule finds."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._meanings: dict[str, set[str]] = {}
        for group in groups:
            meant = {stem for phrase in group for word in words(phrase) for stem in stems(word)}
            for phrase in group:
                if len(words(phrase)) == 1:
                    for stem in stems(words(phrase)[0]):
                        self._meanings.setdefault(stem, set()).update(meant)

    def of(self, word: str) -> frozenset[str]:
        """Their stems; nothing for a word that has none."""
        return frozenset().union(*(self._meanings.get(stem, ()) for stem in stems(word)))

    @property
    def known(self) -> Mapping[str, set[str]]:
        return self._meanings
