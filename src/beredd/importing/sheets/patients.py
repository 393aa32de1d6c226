"""patienter: whom the care is for."""

from dataclasses import dataclass
from datetime import date

from beredd.care.rules.identity import Identity, parse_identity
from beredd.importing.rules.cells import LIKE_IDENTITY, choice, identity_text, key, phone, text
from beredd.importing.rules.fault import BadCell
from beredd.importing.rules.sheet import Column, Derived, Sheet, Values

PROTECTIONS = {
    "nej": "none",
    "sekretessmarkering": "confidentiality_mark",
    "skyddad folkbokföring": "protected_registration",
}


@dataclass(frozen=True, slots=True)
class PatientRecord:
    key: str
    identity: Identity
    name: str
    protection: str
    unit: str
    rehab_unit: str
    address: str
    phone: str
    door_note: str


def _key(values: Values, today: date) -> None:
    """A short name is seen where a personal number must not be."""
    if LIKE_IDENTITY.fullmatch(values["key"]):
        raise BadCell("key_identity")


def _identity(values: Values, today: date) -> Identity:
    return parse_identity(values["identity_text"], today=today)


PATIENTS = Sheet(
    name="patients",
    file="patienter",
    about="Patienterna. Formatera kolumnen personnummer som text i Excel innan du fyller i den.",
    identity=("key",),
    record=PatientRecord,
    derived=(
        Derived("key_form", ("key",), "key", _key),
        Derived("identity", ("identity_text",), "identity_text", _identity),
    ),
    columns=(
        Column(
            "nyckel",
            "key",
            key,
            "Kort namn som ordinationerna hänvisar till. Inte personnumret. Ändra det aldrig.",
            True,
            example="p0001",
        ),
        Column(
            "personnummer",
            "identity_text",
            identity_text,
            "Personnummer eller samordningsnummer med 12 siffror (ÅÅÅÅMMDDNNNN), eller reservnummer.",
            True,
            personal=True,
            example="19410203-9809",
        ),
        Column("namn", "name", text(120), "För- och efternamn.", True, personal=True, example="Greta Holm"),
        Column(
            "skydd",
            "protection",
            choice(PROTECTIONS),
            "nej, sekretessmarkering eller skyddad folkbokföring. Med skydd visas adress och telefon ingenstans. "
            "Tomt betyder nej.",
            default="none",
            personal=True,
            example="nej",
        ),
        Column("omsorgsenhet", "unit", key, "Nyckeln i enheter: den som utför.", True, refers="units", example="skrea"),
        Column(
            "rehabenhet",
            "rehab_unit",
            key,
            "Nyckeln i enheter: den som ordinerar.",
            True,
            refers="units",
            example="rehab-centrum",
        ),
        Column(
            "adress", "address", text(200), "Dit utföraren ska.", default="", personal=True, example="Strandvägen 214"
        ),
        Column("telefon", "phone", phone, "Patientens telefon.", default="", personal=True, example="031-390 06 01"),
        Column(
            "dörrnot",
            "door_note",
            text(200),
            "Det man behöver veta vid dörren. Inga koder till lås eller larm.",
            default="",
            personal=True,
            example="Ring på, det tar en stund.",
        ),
    ),
)
