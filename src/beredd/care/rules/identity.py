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

    A reserve number is regional: some begin with 99, others hold letters; what could be a personal number never is one.
    """
    written = text.strip().upper().replace(" ", "")
    if DIGITS.fullmatch(written) and not written.startswith("99"):
        return _personal(written, today)
    if RESERVE.fullmatch(written):
        return Identity(IdentityKind.RESERVNUMMER, written)
    raise BadIdentity("identity_form", N_("This is not a personal number. Write it with 12 digits: YYYYMMDDNNNN."))


def _personal(written: str, today: date) -> Identity:
    try:
        number = personnummer.Personnummer(_twelve_digits(written, today), {"allow_interim_number": False})
    except personnummer.PersonnummerException:
        raise BadIdentity("identity_check", N_("A digit in the personal number is wrong. Check it.")) from None
    value = f"{number.century}{number.year}{number.month}{number.day}{number.num}{number.check}"
    born = _born(value)
    if born > today:
        raise BadIdentity("identity_future", N_("The personal number is in the future. Check it."))
    kind = IdentityKind.SAMORDNINGSNUMMER if int(value[6:8]) > 60 else IdentityKind.PERSONNUMMER
    return Identity(kind, value)


def _twelve_digits(written: str, today: date) -> str:
    """Ten digits mean the latest century in which the person is born by `today`; + means the century before."""
    match = DIGITS.fullmatch(written)
    assert match
    day, sign, rest = match.groups()
    if len(day) == 8:
        return day + rest
    century = today.year // 100
    if f"{century}{day[:2]}" > f"{today.year}" or int(f"{century}{day}") > int(f"{today:%Y%m%d}") + 60:
        century -= 1
    return f"{century - (sign == '+')}{day}{rest}"


def _born(value: str) -> date:
    day = int(value[6:8])
    return date(int(value[:4]), int(value[4:6]), day - 60 if day > 60 else day)


def display_identity(value: str) -> str:
    """19410203-9802; a reserve number as it is."""
    return f"{value[:8]}-{value[8:]}" if value.isdigit() and len(value) == 12 else value


def masked_identity(value: str) -> str:
    """19410203-••••: tells people apart in a list and is no identity."""
    return f"{value[:8]}-••••" if value.isdigit() and len(value) == 12 else f"{value[:2]}••••"
