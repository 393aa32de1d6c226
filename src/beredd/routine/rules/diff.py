"""What has changed between two versions of a routine, in words that a MAS can read aloud."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from beredd.i18n.mark import N_
from beredd.routine.rules.parts import Part, parts
from beredd.routine.rules.routine import Routine, Words


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


SENTENCES: dict[ChangeKind, str] = {
    ChangeKind.ADDED: N_("%(place)s has been added: “%(after)s”"),
    ChangeKind.REMOVED: N_("%(place)s has been removed: “%(before)s”"),
    ChangeKind.CHANGED: N_("%(place)s “%(name)s”, %(what)s: “%(before)s” has become “%(after)s”"),
}
NOTHING = Words("–")


@dataclass(frozen=True, slots=True)
class Change:
    """`text`, `place` and `what` are English for the catalogue; `name`, `before` and `after` fill the text."""

    kind: ChangeKind
    place: str
    name: Words
    what: str
    before: Words
    after: Words

    @property
    def text(self) -> str:
        return SENTENCES[self.kind]


def differences(old: Routine, new: Routine) -> tuple[Change, ...]:
    """In the order of the new version; what has been removed comes last."""
    before, after = parts(old), parts(new)
    return (
        *(change for key, part in after.items() for change in _changes(before.get(key), part)),
        *(_whole(ChangeKind.REMOVED, part) for key, part in before.items() if key not in after),
    )


def _changes(old: Part | None, new: Part) -> Iterator[Change]:
    if old is None:
        yield _whole(ChangeKind.ADDED, new)
        return
    for what, value in new.values.items():
        was = old.values[what]
        if was != value:
            if was.sv == value.sv:  # only the English is new: that is what everybody is to see
                was, value = Words(was.en), Words(value.en)
            yield Change(ChangeKind.CHANGED, new.place, old.name, what, _seen(was), _seen(value))


def _whole(kind: ChangeKind, part: Part) -> Change:
    """A part that is only in one of the versions, told by what says most about it."""
    what, value = next(iter(part.values.items()))
    before, after = (NOTHING, value) if kind is ChangeKind.ADDED else (value, NOTHING)
    return Change(kind, part.place, part.name, what, before, after)


def _seen(value: Words) -> Words:
    return value if value.sv else NOTHING
