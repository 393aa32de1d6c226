"""From a cell, as CSV or Excel gives it, to a value. Each parser raises BadCell and nothing else."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from unicodedata import category, normalize

import phonenumbers

from beredd.importing.rules.fault import BadCell

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Parser = Callable[[Cell], Any]

UNSEEN = str.maketrans({"\ufeff": "", "\u200b": "", "\u00ad": "", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
KEY = re.compile(r"[\w][\w.@-]{0,59}")
USERNAME = re.compile(r"[a-z0-9][a-z0-9._@-]{1,59}", re.ASCII)
WHOLE = re.compile(r"(\d{1,9})(?:[.,]0+)?", re.ASCII)
DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[ T]00:00(?::00)?)?", re.ASCII)
SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)  # 23 November 2026 is 46349 to Excel
EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
IDENTITY_AS_NUMBER = re.compile(r"\d+([.,]\d+)?E\+?\d+|(?!99)\d{7,9}|\d+[.,]0+", re.ASCII)
LIKE_IDENTITY = re.compile(r"(\d{6,8})[-+]?\d{4}(?!\d)", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2100


def written(cell: Cell) -> str:
    """The cell as a person would have written it: no stray spaces, letters composed, decimal comma."""
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nej"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else str(cell).replace(".", ",")
        case datetime():
            return cell.isoformat(sep=" ", timespec="minutes")
        case time():
            return f"{cell:%H:%M}"
        case timedelta():
            minutes = int(cell.total_seconds()) // 60
            return f"{minutes // 60:02}:{minutes % 60:02}"
    return normalize("NFC", str(cell)).replace("\r\n", "\n").translate(UNSEEN).strip()


def text(most: int, *, lines: bool = False) -> Parser:
    """At most so many characters; `lines`: over several lines. What looks like a formula is a text like any other."""

    def parse(cell: Cell) -> str:
        found = written(cell).replace("\t", " ")
        if "\n" in found and not lines:
            raise BadCell("line_break")
        if any(category(sign) in INVISIBLE for sign in found if sign != "\n"):
            raise BadCell("invisible")
        if len(found) > most:
            raise BadCell("too_long", length=len(found), most=most)
        return found

    return parse


def key(cell: Cell) -> str:
    """A short name; capitals and small letters are the same."""
    found = written(cell).lower()
    if not KEY.fullmatch(found):
        raise BadCell("key_form")
    return found


def username(cell: Cell) -> str:
    """What one signs in with."""
    found = written(cell).lower()
    if not USERNAME.fullmatch(found):
        raise BadCell("username_form")
    return found


def choice(words: Mapping[str, object]) -> Parser:
    """One of some words; several may mean the same."""

    def parse(cell: Cell) -> object:
        found = " ".join(written(cell).lower().split())
        if found not in words:
            raise BadCell("word_unknown", value=shown(found), words=listed(words))
        return words[found]

    return parse


def listed(words: Mapping[str, object]) -> str:
    """The first word for each meaning."""
    first: dict[object, str] = {}
    for word, meaning in words.items():
        first.setdefault(meaning, word)
    return ", ".join(first.values())


YES_NO: Mapping[str, object] = {"ja": True, "nej": False, "j": True, "n": False, "x": True, "1": True, "0": False}
yes_no = choice(YES_NO)


def whole(least: int, most: int) -> Parser:
    """A whole number; 2,0 is one and 2,5 is none."""

    def parse(cell: Cell) -> int:
        match = WHOLE.fullmatch(written(cell).replace(" ", ""))
        if match is None:
            raise BadCell("number_form")
        number = int(match[1])
        if not least <= number <= most:
            raise BadCell("number_range", least=least, most=most)
        return number

    return parse


def day(cell: Cell) -> date:
    """A day, as a date cell or as 2026-11-23 or 20261123."""
    found = cell if isinstance(cell, date) and not isinstance(cell, datetime) else _day(cell)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise BadCell("date_range")
    return found


def _day(cell: Cell) -> date:
    found = written(cell)
    if SERIAL.fullmatch(found):
        raise BadCell("date_number")
    match = DATE.fullmatch(found)
    try:
        return date(*map(int, match.groups())) if match else date(0, 0, 0)
    except ValueError:
        raise BadCell("date_form") from None


def phone(cell: Cell) -> str:
    """As E.164; a number without a country is Swedish."""
    try:
        number = phonenumbers.parse(written(cell), "SE")
    except phonenumbers.NumberParseException:
        raise BadCell("phone_form") from None
    if number.extension or not phonenumbers.is_valid_number(number):
        raise BadCell("phone_form")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def email(cell: Cell) -> str:
    found: str = text(254)(cell)
    if not EMAIL.fullmatch(found):
        raise BadCell("email_form")
    return found


def identity_text(cell: Cell) -> str:
    """A personal number as written, unless a spreadsheet has eaten part of it; whether it is one is checked later."""
    found: str = text(20)(cell)
    if IDENTITY_AS_NUMBER.fullmatch(found.upper()):
        raise BadCell("identity_number")
    return found


def shown(found: str) -> str:
    """A short, harmless piece of what was written, for a message; never a whole personal number."""
    plain = "".join("·" if category(sign) in INVISIBLE else sign for sign in found)[:40]
    return LIKE_IDENTITY.sub(r"\1-••••", plain)
