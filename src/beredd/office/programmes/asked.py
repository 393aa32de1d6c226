"""What is searched for in the builder: words and filters, as they stand in the address."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from beredd.care.queries import ExerciseRow, Wanted, search_exercises
from beredd.care.rules.exercise import FUNCTIONS, NEEDS, POSITIONS, REGIONS
from beredd.people.rules.access import Access

MOST_FOUND = 24
FILTERS: dict[str, tuple[Any, dict[str, str]]] = {
    "position": (gettext_lazy("Starting position"), POSITIONS),
    "region": (gettext_lazy("Part of the body"), REGIONS),
    "function": (gettext_lazy("What is trained"), FUNCTIONS),
    "need": (gettext_lazy("Equipment"), NEEDS),
}


@dataclass(frozen=True, slots=True)
class Option:
    code: str
    word: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    name: str
    word: str
    options: Sequence[Option]


@dataclass(frozen=True, slots=True)
class Asked:
    words: str
    wanted: Wanted

    @property
    def query(self) -> str:
        """For the address; empty when nothing is asked for."""
        told = {"words": self.words, **asdict(self.wanted)}
        return urlencode({name: value for name, value in told.items() if value})

    @property
    def filters(self) -> list[Filter]:
        return [
            Filter(name, str(word), _options(codes, getattr(self.wanted, name)))
            for name, (word, codes) in FILTERS.items()
        ]

    def found(self, access: Access) -> list[ExerciseRow]:
        return search_exercises(access, self.words, self.wanted, limit=MOST_FOUND)


def asked(given: QueryDict) -> Asked:
    """Codes that do not exist ask for nothing."""
    known = {name: given.get(name, "") for name, (_word, codes) in FILTERS.items() if given.get(name) in codes}
    return Asked(given.get("words", "").strip(), Wanted(**known))


def _options(codes: dict[str, str], chosen: str) -> list[Option]:
    options = [Option(code, _(word), code == chosen) for code, word in codes.items()]
    return [Option("", _("All"), not chosen), *options]
