"""The name of a sheet of paper: short enough to say over a telephone, and to read from a photocopy.

Eleven characters of chance and one that tells when any one of them is wrong or two have changed places. 31 characters
are used, so that no two of them look alike; 31 being a prime, the weights below find every such slip.

Twin: phone/src/rules/sheet.ts; cases: contract/cases/sheet_id.json.
"""

import re

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"  # no I, L, O, U, Z
LOOK_ALIKES = str.maketrans("ILOUZ", "110V2")
CHANCE = len(ALPHABET) ** 11  # a sheet's number lies below this
LENGTH = 12
PREFIX = "BE"
PAYLOAD = re.compile(rf"{PREFIX}([{ALPHABET}]{{{LENGTH}}})([1-9])", re.ASCII)


class BadSheetId(Refused):
    """Code `sheet_id`: what was read or typed names no sheet."""

    def __init__(self) -> None:
        super().__init__(
            "sheet_id", N_("A character in the sheet's number is wrong. Compare it with the number on the paper.")
        )


def sheet_id(number: int) -> str:
    """The id with that number, 0 ≤ number < CHANCE."""
    if not 0 <= number < CHANCE:
        raise ValueError(number)
    digits = []
    for _ in range(LENGTH - 1):
        number, digit = divmod(number, len(ALPHABET))
        digits.append(digit)
    return "".join(ALPHABET[digit] for digit in (*digits, _check(digits)))


def read_sheet_id(text: str) -> str:
    """What somebody typed, with spaces and dashes as they like. Raises BadSheetId."""
    written = re.sub(r"[\s–-]", "", text).upper().translate(LOOK_ALIKES)
    if len(written) != LENGTH or not set(written) <= set(ALPHABET):
        raise BadSheetId
    *digits, check = (ALPHABET.index(one) for one in written)
    if check != _check(digits):
        raise BadSheetId
    return written


def show_sheet_id(id: str) -> str:
    """K7M3-9QXW-2PRT."""
    return "-".join(id[at : at + 4] for at in range(0, LENGTH, 4))


def payload(id: str, page: int) -> str:
    """What stands in the code on that page: 15 characters of those that codes pack tightest; nothing personal."""
    return f"{PREFIX}{id}{page}"


def read_payload(text: str) -> tuple[str, int]:
    """The sheet and the page of it. Raises BadSheetId."""
    match = PAYLOAD.fullmatch(text)
    if match is None:
        raise BadSheetId
    return read_sheet_id(match[1]), int(match[2])


def find_sheet_id(text: str) -> str:
    """What was typed, or what a reader of codes wrote as if it were a keyboard. Raises BadSheetId."""
    read = PAYLOAD.fullmatch(text.strip().upper())
    return read_sheet_id(read[1] if read else text)


def _check(digits: list[int]) -> int:
    return -sum(weight * digit for weight, digit in enumerate(digits, start=2)) % len(ALPHABET)
