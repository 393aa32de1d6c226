"""What an exercise is sorted by: position, region, function, and what it needs; each a code with its word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

POSITIONS = {
    "lying": N_("Lying"),
    "sitting": N_("Sitting"),
    "standing": N_("Standing"),
    "walking": N_("Walking"),
    "floor": N_("On the floor"),
}
REGIONS = {
    "neck": N_("Neck"),
    "shoulders": N_("Shoulders"),
    "arms": N_("Arms"),
    "hands": N_("Hands and fingers"),
    "chest": N_("Chest"),
    "back": N_("Upper and lower back"),
    "trunk": N_("Trunk"),
    "hips": N_("Hips"),
    "legs": N_("Legs"),
    "lower_legs": N_("Lower legs"),
    "ankles": N_("Feet and ankles"),
    "whole_body": N_("Whole body"),
}
FUNCTIONS = {
    "strength": N_("Strength"),
    "mobility": N_("Mobility"),
    "balance": N_("Postural balance"),
    "walking": N_("Walking ability"),
    "transfer": N_("Transfers"),
    "dexterity": N_("Hand function"),
    "breathing": N_("Breathing"),
    "circulation": N_("Circulation"),
    "daily_life": N_("Daily life"),
}
NEEDS = {
    "chair": N_("Chair"),
    "bed": N_("Bed"),
    "table": N_("Table"),
    "worktop": N_("Worktop"),
    "wall": N_("Wall"),
    "step": N_("A step"),
    "stairs": N_("Stairs"),
    "rollator": N_("Rollator"),
    "walker": N_("Walking frame"),
    "cane": N_("Cane"),
    "band": N_("Elastic band"),
    "ball": N_("Soft ball"),
    "towel": N_("Towel"),
    "cup": N_("Cup"),
    "clothes": N_("Clothes"),
    "shelf": N_("Shelf"),
    "toilet": N_("Toilet with armrests"),
    "small_things": N_("Small things from home"),
}
LONGEST_KVA = 10


class UnknownKind(Refused):
    """Code `unknown_kind`: an exercise is sorted under something that does not exist."""

    def __init__(self, field: str, value: object) -> None:
        text = N_("An exercise cannot be sorted under “%(value)s” in %(field)s. Choose one of the words in the list.")
        super().__init__("unknown_kind", text, field=field, value=str(value))


@dataclass(frozen=True, slots=True)
class Kinds:
    """Empty where the exercise does not say."""

    position: str
    region: str
    function: str
    needs: tuple[str, ...]
    kva: str


def kinds(content: Mapping[str, Any]) -> Kinds:
    """Raises UnknownKind at the first code that is not in the list for its field."""
    for field, known in (("position", POSITIONS), ("region", REGIONS), ("function", FUNCTIONS)):
        if (value := content.get(field)) and value not in known:
            raise UnknownKind(field, value)
    needs = tuple(content.get("needs") or ())
    for need in needs:
        if need not in NEEDS:
            raise UnknownKind("needs", need)
    kva = str(content.get("kva") or "")
    if len(kva) > LONGEST_KVA:
        raise UnknownKind("kva", kva)
    position, region, function = (str(content.get(field) or "") for field in ("position", "region", "function"))
    return Kinds(position, region, function, needs, kva)
