"""What a button or field of the builder asks for, as a change of the draft."""

from uuid import UUID

from django.http import QueryDict

from beredd.care.queries import DraftRow
from beredd.care.rules.programme import Add, BadProgramme, Change, Dose, Item, Move, Remove, Rename
from beredd.i18n.mark import N_

LONGEST_NUMBER = 6
OLD_PAGE = N_("The page is an old one. Open the draft again.")


def change_of(post: QueryDict, draft: DraftRow) -> Change:
    """Raises BadProgramme."""
    number = _number(post.get("line", "")) or 0
    match post.get("do"):
        case "add":
            return Add(Item(_id(post.get("exercise", ""))))
        case "rename":
            return Rename(post.get("name", ""))
        case "remove":
            return Remove(number)
        case "move":
            return Move(number, _number(post.get("to", "")) or 1)
        case "up":
            return Move(number, _place(draft, number) - 1)
        case "down":
            return Move(number, _place(draft, number) + 1)
        case "dose":
            return _dose(post, number)
    raise BadProgramme("line", OLD_PAGE)


def _dose(post: QueryDict, number: int) -> Dose:
    sets, repetitions, seconds = (_number(post.get(name, "")) for name in ("sets", "repetitions", "seconds"))
    load, side, note = (post.get(name, "").strip() for name in ("load", "side", "note"))
    return Dose(number, sets, repetitions, seconds, load, side, note.replace("\r\n", "\n"))


def _place(draft: DraftRow, number: int) -> int:
    return next((place for place, line in enumerate(draft.lines, start=1) if line.number == number), 1)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise BadProgramme("exercise", OLD_PAGE) from None


def _number(text: str) -> int | None:
    """None where nothing stands; 0, which no dose can be, where something else than a number does."""
    told = text.strip()
    if not told:
        return None
    return int(told) if told.isdecimal() and len(told) <= LONGEST_NUMBER else 0
