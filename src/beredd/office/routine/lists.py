"""The lists of a piece: each line in a sentence, where it leads, and the name that a new one gets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from beredd.office.routine.drafting import Draft, address
from beredd.office.routine.shapes import DAYS, DAYS_BY_NAME, Holds
from beredd.office.words import schedule
from beredd.office.words.programmes import in_language
from beredd.routine.rules.editing import Key, NoSuchPlace, Place, name_for, piece


@dataclass(frozen=True, slots=True)
class Entry:
    text: str
    more: str
    url: str
    act: str
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Listed:
    label: str
    entries: Sequence[Entry]
    news: Sequence[tuple[str, str]]  # (word, url)


def drawn(draft: Draft, where: Place, holds: Holds) -> Listed:
    """In its order."""
    place = (*where, holds.name)
    lines = _lines(draft.whole, place)
    entries = [
        Entry(
            text=_text(draft.whole, one) or str(key),
            more=_more(draft.whole, one),
            url=address(draft, "office:routine-piece", _written((*place, key))),
            act=address(draft, "office:routine-line", _written((*place, key))),
            first=at == 0,
            last=at == len(lines) - 1,
        )
        for at, (key, one) in enumerate(lines)
    ]
    news = [(_(word), address(draft, "office:routine-new", kind, _written(place))) for kind, word in holds.news]
    return Listed(_(holds.label), entries, news)


def named(kind: str, value: Any, draft: Draft, where: Place) -> tuple[str, Any]:
    """The name of a new line in its table ("" in a list), and the line made whole."""
    taken = [str(key) for key, _line in _lines(draft.whole, where)]
    match kind:
        case "step":
            steps = [str(one.get("step")) for _key, one in _lines(draft.whole, where)]
            return "", {**value, "step": name_for(_sv(value["text"]), steps)}
        case "question" | "check":
            first, second = value.pop("first"), value.pop("second")
            options = {"first": first, "second": second}
            more = {"right": "first"} if kind == "check" else {}
            return name_for(_sv(value["text"]), taken), {**value, "options": options, **more}
        case "situation":
            return name_for(_sv(value["title"]), taken), value
        case "contact":
            return name_for(_sv(value["name"]), taken), value
        case "option":
            return name_for(_sv(value), taken), value
    return "", value


def _lines(whole: Any, place: Place) -> list[tuple[Key, Any]]:
    try:
        lines = piece(whole, place)
    except NoSuchPlace:
        return []
    return list(lines.items()) if isinstance(lines, Mapping) else list(enumerate(lines))


def _text(whole: Any, one: Any) -> str:
    match one:
        case str():
            return one
        case {"ask": question}:
            return _("Ask: %(question)s") % {"question": in_language(whole["questions"][question]["text"])}
        case {"see": situation}:
            return _("See: %(title)s") % {"title": in_language(whole["situations"][situation]["title"])}
        case {"use": step}:
            return _("The same step as elsewhere") + f": {step}"
        case {"opens": opens, "closes": closes, "days": days}:
            said = [days] if isinstance(days, str) else days
            order = [day for day, _word in DAYS]
            numbers = {order.index(one) + 1 for name in said for one in DAYS_BY_NAME.get(name, [name])}
            return f"{schedule.days(sorted(numbers))} {opens}–{closes}"
        case {"title": text} | {"text": text} | {"name": text}:
            return in_language(text)
    return in_language(one)


def _more(whole: Any, one: Any) -> str:
    """Whom to reach, for a step; the telephone, for somebody to reach."""
    match one:
        case {"step": _step, "reach": reach}:
            ids = [reach] if isinstance(reach, str) else reach
            return ", ".join(in_language(whole["contacts"][id]["name"]) for id in ids)
        case {"phone": phone}:
            return str(phone)
    return ""


def _sv(text: Any) -> str:
    return str(text.get("sv", "")) if isinstance(text, Mapping) else str(text)


def _written(place: Place) -> str:
    return "/".join(str(key) for key in place)
