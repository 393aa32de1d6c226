"""organisationer: the municipality and the private providers."""

from dataclasses import dataclass

from beredd.importing.rules.cells import choice, key, text, whole
from beredd.importing.rules.sheet import Column, Sheet

KINDS = {"kommun": "municipality", "lov": "lov", "privat": "private"}


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    key: str
    name: str
    kind: str
    offline_hours: int


ORGANISATIONS = Sheet(
    name="organisations",
    file="organisationer",
    about="Vårdgivarna: kommunen själv och de privata.",
    identity=("key",),
    record=OrganisationRecord,
    columns=(
        Column(
            "nyckel", "key", key, "Kort namn som andra filer hänvisar till. Ändra det aldrig.", True, example="kommunen"
        ),
        Column("namn", "name", text(120), "Vårdgivarens namn.", True, example="Falkenbergs kommun"),
        Column(
            "slag",
            "kind",
            choice(KINDS),
            "kommun, lov (privat enligt lagen om valfrihet) eller privat.",
            True,
            example="kommun",
        ),
        Column(
            "timmar utan nät",
            "offline_hours",
            whole(1, 720),
            "Så många timmar visar en telefon patienter utan kontakt med servern. 1–720, tomt betyder 72.",
            default=72,
            example="72",
        ),
    ),
)
