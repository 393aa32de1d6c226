"""delegeringar: tasks that a licensed professional has handed over to a performer, for at most a year."""

from dataclasses import dataclass
from datetime import date

from beredd.importing.rules.cells import day, key, text
from beredd.importing.rules.fault import BadCell
from beredd.importing.rules.sheet import Column, Derived, Sheet, Values
from beredd.people.rules.delegation import check_period


@dataclass(frozen=True, slots=True)
class DelegationRecord:
    performer: str
    task: str
    unit: str | None
    given_by: str
    starts_on: date
    ends_on: date


def _period(values: Values, today: date) -> None:
    check_period(values["starts_on"], values["ends_on"])


def _by_another(values: Values, today: date) -> None:
    if values["performer"] == values["given_by"]:
        raise BadCell("own_delegation")


DELEGATIONS = Sheet(
    name="delegations",
    file="delegeringar",
    about="Uppgifter som en legitimerad har delegerat till en utförare. Personligen, och högst ett år.",
    identity=("performer", "task", "unit", "starts_on"),
    record=DelegationRecord,
    derived=(
        Derived("period", ("starts_on", "ends_on"), "ends_on", _period),
        Derived("by_another", ("performer", "given_by"), "given_by", _by_another),
    ),
    columns=(
        Column("utförare", "performer", key, "Nyckeln i anvandare.", True, refers="users", example="a1001"),
        Column(
            "uppgift",
            "task",
            text(60),
            "Uppgiftens namn, skrivet på samma sätt här och i ordinationer.",
            True,
            example="Gångträning",
        ),
        Column(
            "enhet",
            "unit",
            key,
            "Nyckeln i enheter, om delegeringen bara gäller där. Tomt betyder överallt där personen arbetar.",
            refers="units",
            example="skrea",
        ),
        Column(
            "given av", "given_by", key, "Nyckeln i anvandare; en legitimerad.", True, refers="users", example="a2001"
        ),
        Column("från", "starts_on", day, "Första dagen.", True, example="2026-03-01"),
        Column("till", "ends_on", day, "Sista dagen, högst ett år efter den första.", True, example="2027-02-28"),
    ),
)
