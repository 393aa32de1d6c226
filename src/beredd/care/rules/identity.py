"""Personal numbers, coordination numbers and reserve numbers: read, checked, shown."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from personnummer import personnummer

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

DIGITS = re.compile(r"(\d{6}|\d{8})([-+]?)(\d{4})", re.ASCII)
RESERVE = re.compile(r"(?=(?:.*\d){4})(?=.*[A-Z]|99)[0-9A-Z-]{6,15}", re.ASCII)


class BadIdentity(Refused):
    """Code identity_form (cannot be one), identity_check (a digit is wrong) or identity_future (born after today)."""


class IdentityKind(StrEnum):
    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    RESERVNUMMER = "reservnummer"


@dataclass(frozen=True, slots=True)
class Identity:
    """`value`: 12 digits, or a reserve number in capitals as written."""

    kind: IdentityKind
    value: str


def parse_identity(text: str, *, today: date) -> Identity:
    """Reads 10 or 12 digits with or without - or +, or a reserve number. Raises BadIdentity.

    Reserve numbers are regional: some begin with 99, others hold letters. What begins with a day that exists is never
    one, so that a slip of the pen in the personal number of somebody born in 1999 is found.
    """
    written = text.strip().upper().replace(" ", "")
    digits = DIGITS.fullmatch(written)
    if digits and not (written.startswith("99") and _born(_twelve_digits(digits, today)) is None):
        return _personal(_twelve_digits(digits, today), today)
    if RESERVE.fullmatch(written):
        return Identity(IdentityKind.RESERVNUMMER, written)
    raise BadIdentity("identity_form", N_("This is not a personal number. Write it with 12 digits: YYYYMMDDNNNN."))


def _personal(value: str, today: date) -> Identity:
    born = _born(value)
    if born is None or not personnummer.valid(value):
        raise BadIdentity("identity_check", N_("A digit in the personal number is wrong. Check it."))
    if born > today:
        raise BadIdentity("identity_future", N_("The personal number is in the future. Check it."))
    return Identity(_kind(value), value)


def _kind(value: str) -> IdentityKind:
    return IdentityKind.SAMORDNINGSNUMMER if int(value[6:8]) > 60 else IdentityKind.PERSONNUMMER


def _twelve_digits(match: re.Match[str], today: date) -> str:
    """Ten digits mean the latest year there has been; + means that the person turns at least 100 this year."""
    day, sign, rest = match.groups()
    if len(day) == 8:
        return f"{day}{rest}"
    latest = today.year - (100 if sign == "+" else 0)
    year = latest - (latest - int(day[:2])) % 100
    born = _born(f"{year}{day[2:]}{rest}")
    if born is not None and born > today:  # a hundred years old this year, written without the +
        year -= 100
    return f"{year}{day[2:]}{rest}"


def _born(value: str) -> date | None:
    """The day of birth in twelve digits, a coordination number's less 60; None when there is no such day."""
    day = int(value[6:8])
    try:
        return date(int(value[:4]), int(value[4:6]), day - 60 if day > 60 else day)
    except ValueError:
        return None


def display_identity(value: str) -> str:
    """19410203-9802; a reserve number as it is."""
    return f"{value[:8]}-{value[8:]}" if value.isdigit() and len(value) == 12 else value


def masked_identity(value: str) -> str:
    """19410203-••••: tells people apart in a list and is no identity."""
    return f"{value[:8]}-••••" if value.isdigit() and len(value) == 12 else f"{value[:2]}••••"
