"""What has been read in before: whom a file may refer to, and what it must not clash with."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from beredd.care import queries as care
from beredd.care.queries.library import known_programmes
from beredd.ids import entity_id
from beredd.ledger.queries import versions
from beredd.people import queries as people
from beredd.people.queries import Worked
from beredd.people.rules.access import SYSTEM
from beredd.people.rules.roles import Permission

KIND = {
    "organisations": "organisation",
    "units": "unit",
    "users": "user",
    "patients": "patient",
    "programmes": "programme",
    "prescriptions": "prescription",
    "exercises": "exercise",
}


@dataclass(slots=True)
class Known:
    """`ids`: by sheet, short name → id, of those with an id from elsewhere. `there`: every id there is."""

    ids: dict[str, dict[str, UUID]]
    there: set[UUID]
    unit_kinds: dict[UUID, str]
    usernames: dict[str, UUID]
    identities: dict[str, UUID]
    work: dict[UUID, list[Worked]]
    patient_of: dict[UUID, UUID] = field(default_factory=dict)

    def id(self, sheet: str, key: str) -> UUID:
        """The same for the same short name, today and next year."""
        return self.ids.get(sheet, {}).get(key) or entity_id(KIND[sheet], key)

    def has(self, sheet: str, key: str) -> bool:
        return self.id(sheet, key) in self.there


def load(*, organisations: Iterable[str], prescriptions: Iterable[str]) -> Known:
    """In a handful of statements; of organisations and prescriptions only those with these short names."""
    units, users = people.all_units(SYSTEM, Permission.MANAGE_USERS), people.users(SYSTEM)
    patients, exercises = care.patients(SYSTEM), care.exercises()
    programmes = known_programmes()
    made = care.prescription_facts([entity_id("prescription", key) for key in prescriptions])
    return Known(
        ids={
            "units": {row.key: row.id for row in units},
            "users": {row.key: row.id for row in users},
            "programmes": programmes,
            "exercises": {row.key: row.id for row in exercises},
        },
        there={
            # organisations have no list of their own; the ledger tells of each
            *versions("organisation", [entity_id("organisation", key) for key in organisations]),
            *(row.id for row in units),
            *(row.id for row in users),
            *(row.id for row in patients),
            *(row.id for row in exercises),
            *programmes.values(),
            *made,
        },
        unit_kinds={row.id: row.kind for row in units},
        usernames={row.username: row.id for row in users},
        identities={row.identity: row.id for row in patients},
        work=people.work_of(row.id for row in users),
        patient_of={id: facts.patient for id, facts in made.items()},
    )
