"""What has changed between two versions, in words: "Ny dos: 3 set × 8 gånger, tidigare 2 set × 8 gånger"."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from beredd.care.queries import ItemRow, ProgrammeRow
from beredd.care.rules.compare import Changed, Difference, compare
from beredd.care.rules.programme import Item
from beredd.i18n.mark import N_
from beredd.office.words.programmes import dose, exercise_name

TAGS = {
    Changed.ADDED: (N_("New exercise"), "success", "plus"),
    Changed.REMOVED: (N_("Exercise removed"), "danger", "x"),
    Changed.MOVED: (N_("Moved"), "info", "arrows-sort"),
    Changed.DOSE: (N_("New dose"), "warning", "pencil"),
    Changed.NOTE: (N_("New note"), "warning", "pencil"),
}


@dataclass(frozen=True, slots=True)
class Look:
    word: str
    color: str
    icon: str


@dataclass(frozen=True, slots=True)
class Told:
    look: Look
    exercise: str
    text: str


def differences(old: ProgrammeRow, new: Sequence[ItemRow]) -> list[Told]:
    """Empty when they say the same."""
    names = {item.exercise.id: exercise_name(item.exercise) for item in (*old.items, *new)}
    found = compare([_item(one) for one in old.items], [_item(one) for one in new])
    return [_told(one, names[one.exercise]) for one in found]


def _told(one: Difference, name: str) -> Told:
    word, color, icon = TAGS[one.kind]
    return Told(Look(_(word), color, icon), name, _text(one))


def _text(one: Difference) -> str:
    nothing = _("nothing")
    before, after = one.before, one.after
    match one.kind:
        case Changed.ADDED:
            prescribed = dose(after) if after else ""
            return _("as number %(now)s") % {"now": one.now} + (f": {prescribed}" if prescribed else "")
        case Changed.REMOVED:
            return _("was number %(was)s") % {"was": one.was}
        case Changed.MOVED:
            return _("from number %(was)s to number %(now)s") % {"was": one.was, "now": one.now}
    words = _note if one.kind is Changed.NOTE else dose
    told = {"before": (before and words(before)) or nothing, "after": (after and words(after)) or nothing}
    return _("%(after)s, was %(before)s") % told


def _note(item: Item) -> str:
    return _("“%(words)s”") % {"words": item.note} if item.note else ""


def _item(row: ItemRow) -> Item:
    return Item(row.exercise.id, row.sets, row.repetitions, row.seconds, row.load, row.side, row.note)
