"""Four hundred people who do not exist."""

from random import Random

from beredd.importing.demo import names
from beredd.importing.demo.numbers import LANDLINE, MOBILE, personal_numbers
from beredd.importing.demo.places import CARE, DOOR_NOTES, Place, address

PATIENTS = 400
FIRST_UNIT_ALSO = 46  # every so many more go to the first unit, which then has about 35
COORDINATION, RESERVE = {37, 121, 203, 318}, {64, 255}  # those without a personal number, by their place in the file
PROTECTED = {18: "sekretessmarkering", 142: "sekretessmarkering", 290: "skyddad folkbokföring"}


def patients(chance: Random) -> list[dict[str, object]]:
    """A row each, spread over the care units."""
    fresh = {woman: names.people(chance, names.OLD_WOMEN if woman else names.OLD_MEN) for woman in (True, False)}
    numbers = {
        (woman, coordination): personal_numbers(chance, woman=woman, coordination=coordination)
        for woman in (True, False)
        for coordination in (True, False)
    }
    rows: list[dict[str, object]] = []
    for number in range(1, PATIENTS + 1):
        woman = chance.random() < 0.62
        identity = f"HR26-{number:05}" if number in RESERVE else next(numbers[woman, number in COORDINATION])
        place = CARE[0] if number % FIRST_UNIT_ALSO == 0 else CARE[number % len(CARE)]
        rows.append(_row(chance, number, identity, next(fresh[woman]), place))
    return rows


def _row(chance: Random, number: int, identity: str, name: str, place: Place) -> dict[str, object]:
    return {
        "nyckel": f"p{number:04}",
        "personnummer": identity,
        "namn": name,
        "skydd": PROTECTED.get(number, ""),
        "omsorgsenhet": place.key,
        "rehabenhet": place.rehab,
        "adress": address(chance, place),
        "telefon": chance.choice(LANDLINE if chance.random() < 0.7 else MOBILE),
        "dörrnot": chance.choice(DOOR_NOTES) if chance.random() < 0.3 else "",
    }
