"""program: exercise programmes, a row for each exercise."""

from dataclasses import dataclass
from datetime import date

from beredd.importing.rules.cells import choice, key, text, whole
from beredd.importing.rules.fault import BadCell
from beredd.importing.rules.sheet import Column, Derived, Sheet, Values

SIDES = {"höger": "right", "vänster": "left", "båda": "both", "hö": "right", "vä": "left"}


@dataclass(frozen=True, slots=True)
class ProgrammeRecord:
    programme: str
    name: str
    position: int
    exercise: str
    sets: int | None
    repetitions: int | None
    seconds: int | None
    load: str
    side: str
    note: str


def _dose(values: Values, today: date) -> None:
    if not any(values[field] for field in ("sets", "repetitions", "seconds")):
        raise BadCell("dose_missing")


PROGRAMMES = Sheet(
    name="programmes",
    file="program",
    about="Träningsprogrammen: en rad för varje övning. Ett ändrat program blir en ny version.",
    identity=("programme", "position"),
    record=ProgrammeRecord,
    derived=(Derived("dose", ("sets", "repetitions", "seconds"), "repetitions", _dose),),
    columns=(
        Column(
            "program",
            "programme",
            key,
            "Kort namn, lika på programmets alla rader. Ändra det aldrig.",
            True,
            example="benstyrka",
        ),
        Column("namn", "name", text(120), "Programmets namn, lika på alla rader.", True, example="Starka ben, grund"),
        Column("ordning", "position", whole(1, 60), "Vilken övning i ordningen: 1, 2, 3 …", True, example="1"),
        Column(
            "övning",
            "exercise",
            key,
            "Övningens nyckel i övningsbanken (content/exercises).",
            True,
            refers="exercises",
            example="chair-rise",
        ),
        Column("set", "sets", whole(1, 20), "Antal set.", example="2"),
        Column("repetitioner", "repetitions", whole(1, 200), "Antal gånger i varje set.", example="8"),
        Column("sekunder", "seconds", whole(1, 3600), "Så länge, för det som tas på tid.", example=""),
        Column(
            "belastning", "load", text(40), "Vikt eller gummiband, i ord.", default="", example="viktmanschett 1 kg"
        ),
        Column(
            "sida", "side", choice(SIDES), "höger, vänster eller båda. Tomt om det inte spelar någon roll.", default=""
        ),
        Column(
            "anmärkning",
            "note",
            text(300),
            "Det som är särskilt för övningen här.",
            default="",
            example="Stöd med händerna går bra.",
        ),
    ),
)
