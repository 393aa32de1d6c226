"""anvandare: everybody who signs in."""

from dataclasses import dataclass

from beredd.importing.rules.cells import choice, email, key, phone, text, username, yes_no
from beredd.importing.rules.sheet import Column, Sheet

LANGUAGES = {"svenska": "sv", "engelska": "en", "sv": "sv", "en": "en"}


@dataclass(frozen=True, slots=True)
class UserRecord:
    key: str
    username: str
    name: str
    title: str
    phone: str
    email: str
    hsa_id: str
    language: str
    is_active: bool


USERS = Sheet(
    name="users",
    file="anvandare",
    about="Alla som loggar in. Vad de får göra står i medlemskap.",
    identity=("key",),
    record=UserRecord,
    columns=(
        Column(
            "nyckel",
            "key",
            key,
            "Kort namn som andra filer hänvisar till, till exempel anställningsnumret. Ändra det aldrig.",
            True,
            example="a1001",
        ),
        Column(
            "användarnamn",
            "username",
            username,
            "Det man loggar in med: a–z, siffror, punkt och bindestreck.",
            True,
            unique=True,
            personal=True,
            example="anna.ek",
        ),
        Column("namn", "name", text(120), "För- och efternamn.", True, personal=True, example="Anna Ek"),
        Column("titel", "title", text(80), "Yrkestitel.", default="", example="Undersköterska"),
        Column("telefon", "phone", phone, "Tjänstetelefon.", default="", personal=True, example="070-174 06 05"),
        Column(
            "e-post", "email", email, "Tjänsteadress.", default="", personal=True, example="anna.ek@kommunen.example"
        ),
        Column("hsa-id", "hsa_id", text(40), "HSA-id om det finns.", default="", personal=True, example=""),
        Column(
            "språk",
            "language",
            choice(LANGUAGES),
            "svenska eller engelska. Tomt betyder svenska.",
            default="sv",
            example="svenska",
        ),
        Column(
            "aktiv",
            "is_active",
            yes_no,
            "nej stänger av inloggningen. Tomt betyder ja.",
            default=True,
            example="ja",
        ),
    ),
)
