"""Programmes and prescriptions as they could have been written: texts of our own, no advice to anybody."""

from dataclasses import dataclass

MOVEMENT, WALKING, BREATHING = "Rörelseträning", "Gång- och balansträning", "Andningsträning"
TASKS = (MOVEMENT, WALKING, BREATHING)

Item = tuple[str, int, int | None, int | None, str, str, str]  # exercise, sets, repetitions, seconds, load, side, note

PROGRAMMES: dict[str, tuple[str, list[Item]]] = {
    "uppresning": (
        "Uppresning och benstyrka",
        [
            ("chair-rise", 2, 8, None, "", "", "Stöd med händerna går bra."),
            ("knee-extension-sitting", 2, 10, None, "", "båda", ""),
            ("heel-raise", 2, 10, None, "", "", "Håll i diskbänken."),
        ],
    ),
    "staende-balans": (
        "Stående balans vid diskbänken",
        [
            ("march-standing", 2, 10, None, "", "", "Håll i hela tiden."),
            ("side-step", 2, 6, None, "", "båda", ""),
            ("tandem-stand", 3, None, 15, "", "", "Byt fot mellan gångerna."),
        ],
    ),
    "sittande-grund": (
        "Sittande träning, grund",
        [
            ("march-sitting", 2, 10, None, "", "", ""),
            ("knee-extension-sitting", 2, 10, None, "", "båda", ""),
            ("shoulder-lift-sitting", 2, 8, None, "", "", ""),
            ("trunk-rotation-sitting", 2, 6, None, "", "båda", ""),
        ],
    ),
    "ben-med-vikt": (
        "Benstyrka med viktmanschett",
        [
            ("knee-extension-sitting", 3, 8, None, "viktmanschett 1 kg", "båda", ""),
            ("hip-abduction-standing", 2, 8, None, "viktmanschett 0,5 kg", "båda", "Stå vid diskbänken."),
        ],
    ),
    "hoger-hoft": (
        "Efter höftoperation, höger sida",
        [
            ("ankle-pump-lying", 2, 15, None, "", "båda", "På morgonen, innan hon eller han stiger upp."),
            ("hip-abduction-standing", 2, 8, None, "", "höger", ""),
            ("march-standing", 2, 10, None, "", "", ""),
        ],
    ),
    "vanster-hoft": (
        "Efter höftoperation, vänster sida",
        [
            ("ankle-pump-lying", 2, 15, None, "", "båda", "På morgonen, innan hon eller han stiger upp."),
            ("hip-abduction-standing", 2, 8, None, "", "vänster", ""),
            ("march-standing", 2, 10, None, "", "", ""),
        ],
    ),
    "sangtraning": (
        "Träning i sängen",
        [
            ("ankle-pump-lying", 2, 15, None, "", "", ""),
            ("bridge-lying", 2, 8, None, "", "", "Låg höjd räcker."),
        ],
    ),
    "axlar-armar": (
        "Axlar och armar",
        [
            ("shoulder-lift-sitting", 2, 8, None, "", "", ""),
            ("band-row-sitting", 2, 10, None, "gult gummiband", "", ""),
            ("reach-to-shelf", 2, 5, None, "", "båda", "Lätta saker."),
        ],
    ),
    "hand": (
        "Handstyrka",
        [
            ("hand-squeeze", 2, 10, None, "mjuk boll", "båda", ""),
            ("reach-to-shelf", 2, 5, None, "", "", ""),
        ],
    ),
    "promenad": (
        "Gång med rollator",
        [
            ("walk-with-rollator", 1, None, 300, "", "", "Vila på rollatorn vid behov."),
            ("toe-raise", 2, 10, None, "", "", "Före promenaden."),
        ],
    ),
    "forflyttning": (
        "Upp ur sängen",
        [
            ("roll-to-side", 1, 3, None, "", "båda", ""),
            ("sit-up-in-bed", 1, 3, None, "", "", "Sitt kvar en stund på kanten."),
            ("rise-from-bed", 1, 5, None, "", "", ""),
            ("bed-to-chair", 1, 2, None, "", "", "Lås hjulen på rullstolen."),
        ],
    ),
    "trappa": (
        "Trappa med räcke",
        [
            ("step-up", 2, 6, None, "", "båda", ""),
            ("stairs-up", 1, 4, None, "", "", "Gå snett bakom."),
            ("stairs-down", 1, 4, None, "", "", "Gå snett framför."),
        ],
    ),
    "halsena": ("Töjning av hälsenan", [("calf-stretch", 2, None, 30, "", "båda", "")]),
    "pakladning": (
        "Klä på sig",
        [
            ("put-on-cardigan", 1, 1, None, "", "", "Den svagare armen först."),
            ("put-on-sock", 1, 2, None, "", "båda", "Hjälp bara med strumpan om det behövs."),
            ("put-on-shoe", 1, 2, None, "", "båda", ""),
        ],
    ),
    "nacke-rygg": (
        "Nacke och rygg i sittande",
        [
            ("sit-tall", 2, 6, None, "", "", ""),
            ("head-turn-sitting", 2, 5, None, "", "båda", ""),
            ("side-lean-sitting", 2, 5, None, "", "båda", ""),
        ],
    ),
    "andning": (
        "Andning i sittande",
        [("deep-breathing-sitting", 3, 5, None, "", "", "Vila en minut mellan omgångarna.")],
    ),
}


@dataclass(frozen=True)
class Treatment:
    """`task`: what must be delegated, when it is on delegation; empty where it never is."""

    intervention: str
    instruction: str
    programme: str = ""
    task: str = ""


TREATMENTS = [
    Treatment(
        "Uppresningsträning",
        "Följ programmet. Låt patienten ta den tid som behövs. Stanna bredvid hela tiden.",
        "uppresning",
        MOVEMENT,
    ),
    Treatment(
        "Balansträning vid diskbänken",
        "Ställ en stol bakom patienten. Avbryt vid yrsel och skriv det i anmärkningen.",
        "staende-balans",
        WALKING,
    ),
    Treatment("Sittande träning", "Sitt mitt emot och visa. Räkna högt tillsammans.", "sittande-grund"),
    Treatment(
        "Benstyrka med vikt",
        "Manschetterna ligger i korgen i hallen. Sätt fast dem ovanför fotknölen.",
        "ben-med-vikt",
        MOVEMENT,
    ),
    Treatment("Träning efter höftoperation, höger", "Påminn om att inte korsa benen.", "hoger-hoft", MOVEMENT),
    Treatment("Träning efter höftoperation, vänster", "Påminn om att inte korsa benen.", "vanster-hoft", MOVEMENT),
    Treatment("Träning i sängen", "Höj sängen till arbetshöjd. Sänk den igen efteråt.", "sangtraning", MOVEMENT),
    Treatment("Träning för axlar och armar", "Lugnt tempo. Det ska inte göra ont.", "axlar-armar"),
    Treatment("Handträning", "Bollen ligger på köksbordet. Låt patienten göra själv, påminn bara.", "hand"),
    Treatment(
        "Gångträning inomhus",
        "Gå till köket och tillbaka med rollatorn, två gånger. Gå snett bakom.",
        "promenad",
        WALKING,
    ),
    Treatment("Promenad utomhus", "Ta med nyckeln. Gå till grinden och vila på bänken.", "promenad", WALKING),
    Treatment("Andningsträning", "Sitt upprätt, gärna vid bordet.", "andning", BREATHING),
    Treatment(
        "Träna förflyttning säng–stol",
        "Patienten gör själv. Du står bredvid och påminner om ordningen.",
        "forflyttning",
        MOVEMENT,
    ),
    Treatment("Stå upp vid måltid", "Be patienten resa sig och stå en stund före varje måltid.", ""),
    Treatment("Trappträning", "Ett steg i taget med handen på räcket. Gå alltid nedanför.", "trappa", WALKING),
    Treatment("Töjning av hälsenan", "I stående vid väggen, en halv minut på varje sida.", "halsena", MOVEMENT),
    Treatment("Påklädning som träning", "Lägg fram kläderna i ordning. Hjälp bara med strumporna.", "pakladning"),
    Treatment("Träna att gå till brevlådan", "Följ med till dörren och se till att rollatorn är med."),
    Treatment("Använda griptång och strumppådragare", "Låt patienten prova först. Hjälpmedlen hänger i hallen."),
    Treatment("Kompressionsstrumpor, påminnelse om tåhävning", "Tio tåhävningar innan strumporna tas av."),
    Treatment("Rörelse för nacke och rygg", "Vrid och böj mjukt åt båda håll, sittande.", "nacke-rygg"),
    Treatment("Avlastande läge i sängen", "Kudde mellan knäna i sidoläge. Fråga hur det känns.", "", MOVEMENT),
]
FOLLOWED = "Uppresning tre gånger i veckan"  # what one patient has trained for eleven weeks
SELF_CARE = [
    Treatment("Egen träning, påminn", "Patienten gör själv. Fråga om det är gjort.", "sittande-grund"),
    Treatment("Egen promenad, påminn", "Fråga om dagens promenad.", "promenad"),
    Treatment("Egen andningsträning, påminn", "Pipan ligger vid sängen.", "andning"),
]
