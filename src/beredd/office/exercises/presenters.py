"""The library in the language of the page, a shelf for each position."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.care.rules.exercise import FUNCTIONS, POSITIONS, REGIONS
from beredd.office.library.presenters import PICTURES_ON_A_CARD, Card, Told, told
from beredd.office.words.programmes import Picture, in_language

ALIKE = 4


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


def exercise_told(key: str, content: Mapping[str, Any]) -> Told:
    return told(content, _pictures(key, content), reverse("office:motion", args=[key]))


def alike(library: Mapping[str, Mapping[str, Any]], key: str) -> list[Card]:
    """Others of the same position and function."""
    same = [library[key]["position"], library[key]["function"]]
    others = [one for one in library if one != key and [library[one]["position"], library[one]["function"]] == same]
    return [_card(one, library[one]) for one in others[:ALIKE]]


def _card(key: str, content: Mapping[str, Any]) -> Card:
    shown = _shown(key, content)
    url = reverse("office:open-exercise", args=[key])
    return Card(url, shown.name, shown.sorted_under, shown.pictures[:PICTURES_ON_A_CARD], "")


def _pictures(key: str, content: Mapping[str, Any]) -> tuple[Picture, ...]:
    return tuple(
        Picture(reverse("office:drawing", args=[key, number]), in_language(picture["alt"]))
        for number, picture in enumerate(content["pictures"], start=1)
    )


def _shown(key: str, content: Mapping[str, Any]) -> Shown:
    function, region = content["function"], content["region"]
    words = [_(FUNCTIONS[function]), _(REGIONS[region]), in_language(content["equipment"])]
    return Shown(
        key,
        in_language(content["name"]),
        " · ".join(word for word in words if word),
        _pictures(key, content),
        reverse("office:motion", args=[key]),
    )
