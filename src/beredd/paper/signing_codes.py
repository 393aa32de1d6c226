"""What a letter in a cell of a signing list means. Each municipality has its own: `paper/signing_codes.json` in the
data folder, without it the one that comes with us."""

import json
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from beredd.i18n.mark import N_
from beredd.paper.words import in_language
from beredd.people.rules.access import Refused
from beredd.signing.rules.balance import Outcome, Reason

PACKAGE = Path(__file__).resolve().parents[1]
NAME = Path("paper") / "signing_codes.json"


class BadSigningCodes(Refused):
    """Code `signing_codes`: the municipality's file cannot be used as it is."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            "signing_codes",
            N_("%(file)s cannot be read. Each code needs code, outcome, reason and text, and no code may stand twice."),
            file=file,
        )


@dataclass(frozen=True, slots=True)
class SigningCode:
    code: str
    outcome: Outcome
    reason: Reason | None
    text: str


def signing_codes() -> list[SigningCode]:
    """In the order of the file, worded in the reader's language. Raises BadSigningCodes."""
    own = Path(settings.DATA) / NAME
    file = own if own.exists() else _shipped()
    try:
        found = [
            SigningCode(one["code"], Outcome(one["outcome"]), _reason(one["reason"]), in_language(one["text"]))
            for one in json.loads(file.read_text(encoding="utf-8"))
        ]
    except (ValueError, KeyError, TypeError) as fault:
        raise BadSigningCodes(file) from fault
    if not found or len({one.code for one in found}) != len(found):
        raise BadSigningCodes(file)
    return found


def _reason(text: str | None) -> Reason | None:
    return Reason(text) if text else None


def _shipped() -> Path:
    installed = PACKAGE / "content" / NAME
    return installed if installed.exists() else PACKAGE.parents[1] / "content" / NAME
