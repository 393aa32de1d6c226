"""medlemskap: who works where, in which role, from when."""

from dataclasses import dataclass
from datetime import date

from beredd.importing.rules.cells import choice, day, key
from beredd.importing.rules.fault import BadCell
from beredd.importing.rules.sheet import Column, Derived, Sheet, Values
from beredd.people.rules.roles import Role

ROLES = {
    "utförare": Role.PERFORMER,
    "arbetsterapeut": Role.OCCUPATIONAL_THERAPIST,
    "fysioterapeut": Role.PHYSIOTHERAPIST,
    "sjuksköterska": Role.NURSE,
    "enhetschef": Role.UNIT_MANAGER,
    "mas/mar": Role.MEDICALLY_RESPONSIBLE,
    "systemsupport": Role.HELPDESK,
    "it-service": Role.IT_SERVICE,
    "systemadministratör": Role.ADMINISTRATOR,
    "mas": Role.MEDICALLY_RESPONSIBLE,
    "mar": Role.MEDICALLY_RESPONSIBLE,
}


@dataclass(frozen=True, slots=True)
class MembershipRecord:
    user: str
    unit: str
    role: Role
    starts_on: date
    ends_on: date | None


def _period(values: Values, today: date) -> None:
    if values["ends_on"] is not None and values["ends_on"] < values["starts_on"]:
        raise BadCell("period")


MEMBERSHIPS = Sheet(
    name="memberships",
    file="medlemskap",
    about="Vem som arbetar i vilken enhet, i vilken roll. En person kan ha flera rader.",
    identity=("user", "unit", "role", "starts_on"),
    record=MembershipRecord,
    derived=(Derived("period", ("starts_on", "ends_on"), "ends_on", _period),),
    columns=(
        Column("användare", "user", key, "Nyckeln i anvandare.", True, refers="users", example="a1001"),
        Column("enhet", "unit", key, "Nyckeln i enheter.", True, refers="units", example="skrea"),
        Column(
            "roll",
            "role",
            choice(ROLES),
            "utförare, arbetsterapeut, fysioterapeut, sjuksköterska, enhetschef, mas/mar, systemsupport, "
            "it-service eller systemadministratör.",
            True,
            example="utförare",
        ),
        Column("från", "starts_on", day, "Första dagen.", True, example="2026-01-01"),
        Column("till", "ends_on", day, "Sista dagen. Tomt betyder tills vidare.", example=""),
    ),
)
