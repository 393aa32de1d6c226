"""Who works where, and what they have been delegated. The first of each kind are those one signs in as."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from beredd.importing.demo import names
from beredd.importing.demo.numbers import MOBILE
from beredd.importing.demo.places import CARE, REHAB
from beredd.importing.demo.treatment import TASKS

PERFORMERS, LICENSED = 200, 20
LICENSED_ROLES = ["arbetsterapeut"] * 8 + ["fysioterapeut"] * 8 + ["sjuksköterska"] * 4
TITLES = {"utförare": ("Undersköterska", "Vårdbiträde"), "enhetschef": ("Enhetschef",), "mas/mar": ("MAS/MAR",)}

KNOWN = {  # role → those whose names stay the same whatever the seed, with their unit; first name to sign in with
    "arbetsterapeut": [("Alva Lindqvist", "rehab-centrum")],
    "fysioterapeut": [("Frida Strand", "rehab-inlandet")],
    "sjuksköterska": [("Sam Nordin", "rehab-centrum")],
    "utförare": [("Bo Lind", "skrea"), ("Cilla Sand", "humana-hjortsberg")],
    "enhetschef": [("Disa Alm", "skrea")],
    "mas/mar": [("Maria Stål", "rehab-centrum")],
    "systemsupport": [("Hugo Hjelm", "rehab-centrum")],
    "systemadministratör": [("Admin Adamsson", "rehab-centrum")],
    "it-service": [("Ivar Ström", "rehab-centrum")],
}


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    role: str
    unit: str
    username: str
    title: str
    phone: str


@dataclass
class Staff:
    people: list[Person] = field(default_factory=list)

    def with_role(self, *roles: str, unit: str = "") -> list[Person]:
        return [one for one in self.people if one.role in roles and unit in ("", one.unit)]


def hire(chance: Random) -> Staff:
    """Two hundred performers, twenty licensed, a manager for each care unit, and one each of the rest."""
    staff = Staff()
    fresh = names.people(chance, names.STAFF)
    care, rehab = [place.key for place in CARE], [place.key for place in REHAB]
    posts = [("utförare", care[number % len(care)]) for number in range(PERFORMERS)]
    posts += [(role, rehab[number % len(rehab)]) for number, role in enumerate(LICENSED_ROLES)]
    posts += [("enhetschef", unit) for unit in care]
    posts += [(role, "rehab-centrum") for role in ("mas/mar", "systemsupport", "systemadministratör", "it-service")]
    known = {role: list(people) for role, people in KNOWN.items()}
    for number, (role, unit) in enumerate(posts, start=1):
        match = next((one for one in known.get(role, ()) if one[1] == unit), None)
        if match:
            known[role].remove(match)
        name = match[0] if match else next(fresh)
        username = name.split()[0].lower() if match else names.username(name)
        title = chance.choice(TITLES.get(role, (role.capitalize(),)))
        staff.people.append(Person(f"a{1000 + number}", name, role, unit, username, title, chance.choice(MOBILE)))
    return staff


def users(staff: Staff) -> list[dict[str, object]]:
    return [
        {
            "nyckel": one.key,
            "användarnamn": one.username,
            "namn": one.name,
            "titel": one.title,
            "telefon": one.phone,
        }
        for one in staff.people
    ]


def memberships(staff: Staff, chance: Random, today: date) -> list[dict[str, object]]:
    """The licensed have been there longest: they gave the delegations. Some performers have two units."""
    rows = []
    for one in staff.people:
        days = chance.randrange(40, 2500) if one.role == "utförare" else chance.randrange(1500, 4000)
        rows.append(_membership(one.key, one.unit, one.role, today - timedelta(days=days)))
    for one in chance.sample(staff.with_role("utförare")[20:], 12):
        elsewhere = chance.choice([place.key for place in CARE if place.key != one.unit])
        rows.append(_membership(one.key, elsewhere, one.role, today - timedelta(days=chance.randrange(5, 30))))
    return rows


def _membership(user: str, unit: str, role: str, starts_on: date) -> dict[str, object]:
    return {"användare": user, "enhet": unit, "roll": role, "från": starts_on, "till": ""}


def delegations(staff: Staff, chance: Random, today: date) -> list[dict[str, object]]:
    """Most hold; every fifteenth or so has run out, and a few people have none."""
    rehab_of = {place.key: place.rehab for place in CARE}
    rows = []
    for one in staff.with_role("utförare"):
        known = one.username in ("bo", "cilla")
        for task in TASKS:
            if not known and chance.random() < 0.05:
                continue  # missing
            givers = staff.with_role("arbetsterapeut", "fysioterapeut", unit=rehab_of[one.unit])
            expired = not known and chance.random() < 0.07
            starts_on = today - timedelta(days=chance.randrange(370, 390) if expired else chance.randrange(5, 330))
            rows.append(
                {
                    "utförare": one.key,
                    "uppgift": task,
                    "enhet": "",
                    "given av": chance.choice(givers).key,
                    "från": starts_on,
                    "till": starts_on + timedelta(days=364),
                }
            )
    return rows
