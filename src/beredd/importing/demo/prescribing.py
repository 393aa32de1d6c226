"""Nine hundred prescriptions in every form of schedule and on every ground, around a given day."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from beredd.importing.demo.places import REHAB
from beredd.importing.demo.staff import Staff
from beredd.importing.demo.treatment import PROGRAMMES, SELF_CARE, TREATMENTS

PRESCRIPTIONS = 900
KNOWN_DAYS = 3  # how far back Beredd has been told what is planned, and knows what was done
Row = dict[str, object]

DAYS = ["alla", "alla", "mån-fre", "mån,ons,fre", "tis,tor", "mån,tor", "tis,tor,lör", "mån,tis,ons,tor,fre,lör"]
TIMES = ["08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "13:30", "14:00", "15:30", "17:30", "19:00"]
TWO_TIMES = ["09:00,14:00", "10:00,16:30", "08:30,19:00"]
PARTS = ["morgon", "förmiddag", "förmiddag", "mitt på dagen", "eftermiddag", "kväll", "förmiddag,kväll", "morgon,kväll"]


def programmes() -> list[Row]:
    return [
        {
            "program": key,
            "namn": name,
            "ordning": position,
            "övning": exercise,
            "set": sets,
            "repetitioner": repetitions or "",
            "sekunder": seconds or "",
            "belastning": load,
            "sida": side,
            "anmärkning": note,
        }
        for key, (name, items) in PROGRAMMES.items()
        for position, (exercise, sets, repetitions, seconds, load, side, note) in enumerate(items, start=1)
    ]


def prescriptions(staff: Staff, patients: Sequence[Row], chance: Random, today: date) -> list[Row]:
    """At least one for everybody."""
    more = [chance.choice(patients) for _ in range(PRESCRIPTIONS - len(patients))]
    both = sorted([*patients, *more], key=lambda row: str(row["nyckel"]))
    rehab_names = {place.key: place.name for place in REHAB}
    rows = []
    for number, patient in enumerate(both, start=1):
        by = chance.choice(staff.with_role("arbetsterapeut", "fysioterapeut", unit=str(patient["rehabenhet"])))
        rows.append(
            {
                "nyckel": f"o{number:04}",
                "patient": patient["nyckel"],
                "ordinerad av": by.key,
                **_what(chance),
                **_period(chance, today),
                **_when(chance, today),
                **_otherwise(chance, f"{by.title} i {rehab_names[by.unit]}"),
            }
        )
    return rows


def _what(chance: Random) -> Row:
    alone = chance.random() < 0.08
    treatment = chance.choice(SELF_CARE if alone else TREATMENTS)
    delegated = bool(treatment.task) and chance.random() < 0.75
    return {
        "insats": treatment.intervention,
        "instruktion": treatment.instruction,
        "program": treatment.programme,
        "grund": "egenvård" if alone else "delegering" if delegated else "instruktion",
        "uppgift": treatment.task if delegated else "",
    }


def _period(chance: Random, today: date) -> Row:
    starts_on = today - timedelta(days=chance.randrange(KNOWN_DAYS, 200))
    ends_on = today + timedelta(days=chance.randrange(14, 180)) if chance.random() < 0.4 else ""
    return {"från": starts_on, "till": ends_on, "gäller från": today - timedelta(days=KNOWN_DAYS)}


def _when(chance: Random, today: date) -> Row:
    form = chance.random()
    if form < 0.10:
        return {"gånger per vecka": chance.choice([2, 3, 3, 4, 5])}
    if form < 0.17:
        return {"vid behov": "ja"}
    anchor = {"varannan vecka från": today - timedelta(days=chance.randrange(28))} if form < 0.23 else {}
    if form < 0.20 or form > 0.66:
        return {"veckodagar": chance.choice(DAYS), "delar av dagen": chance.choice(PARTS), **anchor}
    times = chance.choice(TIMES) if chance.random() < 0.85 else chance.choice(TWO_TIMES)
    tolerance = {"minuter före": 30, "minuter efter": 120} if chance.random() < 0.1 else {}
    return {"veckodagar": chance.choice(DAYS), "tider": times, **anchor, **tolerance}


def _otherwise(chance: Random, whom: str) -> Row:
    if chance.random() < 0.65:
        return {"om ej utförd": "inget"}
    return {"om ej utförd": "kontakta", "inom dagar": chance.choice([1, 1, 2, 3, 7]), "kontakta": whom}
