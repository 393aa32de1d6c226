"""A programme as the phone will show it: exercise after exercise, the dose first. As in phone/src/screens/programme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.care.queries import ItemRow
from beredd.office.words import times
from beredd.office.words.programmes import SIDES, Picture, exercise_name, in_language, pictures


@dataclass(frozen=True, slots=True)
class Shown:
    name: str
    dose: Sequence[str]
    pictures: Sequence[Picture]
    note: str
    equipment: str
    start: str
    how: Sequence[str]
    watch: str
    easier: str


def on_phone(items: Sequence[ItemRow]) -> list[Shown]:
    return [_shown(item) for item in items]


def _shown(item: ItemRow) -> Shown:
    content: Mapping[str, Any] = item.exercise.content
    how = content.get("how") or {}
    steps = (how.get(times.language()) or how.get("sv") or []) if isinstance(how, Mapping) else how
    told = {field: in_language(content.get(field)) for field in ("equipment", "start", "watch", "easier")}
    return Shown(exercise_name(item.exercise), _dose(item), pictures(item.exercise), item.note, how=steps, **told)


def _dose(item: ItemRow) -> list[str]:
    words = [
        ngettext("%(n)s set", "%(n)s sets", item.sets) % {"n": item.sets} if item.sets else "",
        ngettext("%(n)s time", "%(n)s times", item.repetitions) % {"n": item.repetitions} if item.repetitions else "",
        _("%(n)s seconds") % {"n": item.seconds} if item.seconds else "",
        item.load,
        _(SIDES[item.side]) if item.side in SIDES else "",
    ]
    return [word for word in words if word]
