"""The library in the language of the page, a shelf for each position."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.care.rules.exercise import FUNCTIONS, POSITIONS, REGIONS
from beredd.office.words.programmes import Picture, in_language


@dataclass(frozen=True, slots=True)
class Shown:
    """`sorted_under`: function, region and equipment in words."""

    key: str
    name: str
    sorted_under: str
    pictures: tuple[Picture, ...]
    motion: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The exercises of one position, by name."""

    word: str
    exercises: tuple[Shown, ...]


def shelves(library: Mapping[str, Mapping[str, Any]]) -> list[Shelf]:
    """Empty ones are left out."""
    found = []
    for position, word in POSITIONS.items():
        shown = [_shown(key, one) for key, one in library.items() if one["position"] == position]
        if shown:
            found.append(Shelf(_(word), tuple(sorted(shown, key=lambda one: one.name))))
    return found


def _shown(key: str, content: Mapping[str, Any]) -> Shown:
    function, region = content["function"], content["region"]
    words = [_(FUNCTIONS[function]), _(REGIONS[region]), in_language(content["equipment"])]
    pictures = tuple(
        Picture(reverse("office:drawing", args=[key, number]), in_language(picture["alt"]))
        for number, picture in enumerate(content["pictures"], start=1)
    )
    return Shown(
        key,
        in_language(content["name"]),
        " · ".join(word for word in words if word),
        pictures,
        reverse("office:motion", args=[key]),
    )
