"""enheter: care units that perform, rehab units that prescribe."""

from dataclasses import dataclass

from beredd.importing.rules.cells import choice, key, phone, text
from beredd.importing.rules.sheet import Column, Sheet

KINDS = {"omsorg": "care", "rehab": "rehab", "omsorgsenhet": "care", "rehabenhet": "rehab"}


@dataclass(frozen=True, slots=True)
class UnitRecord:
    key: str
    name: str
    kind: str
    organisation: str
    phone: str


UNITS = Sheet(
    name="units",
    file="enheter",
    about="Omsorgsenheterna som utför och rehabenheterna som ordinerar.",
    identity=("key",),
    record=UnitRecord,
    columns=(
        Column(
            "nyckel", "key", key, "Kort namn som andra filer hänvisar till. Ändra det aldrig.", True, example="skrea"
        ),
        Column("namn", "name", text(120), "Enhetens namn som det ska stå på skärmen.", True, example="Hemtjänst Skrea"),
        Column("slag", "kind", choice(KINDS), "omsorg (utför) eller rehab (ordinerar).", True, example="omsorg"),
        Column(
            "vårdgivare",
            "organisation",
            key,
            "Nyckeln i organisationer.",
            True,
            refers="organisations",
            example="kommunen",
        ),
        Column(
            "telefon",
            "phone",
            phone,
            "Numret som utförare och legitimerade ringer.",
            default="",
            example="031-390 06 00",
        ),
    ),
)
