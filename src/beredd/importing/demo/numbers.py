"""Personal numbers and telephone numbers that can belong to nobody.

Personal numbers come from the ranges that the Swedish Tax Agency publishes for tests: individual numbers 980–999 of a
date of birth, and for coordination numbers (day of birth plus 60) 238 and 239. Odd is a man, even a woman, and the
last digit is the usual check digit. Telephone numbers come from the series that PTS (the Swedish Post and Telecom
Authority) keeps free for fiction: 070-174 06 05–99, 031-390 06 00–99, 040-628 04 00–99, 08-465 004 00–99.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

PERSONAL, COORDINATION = range(980, 1000), range(238, 240)
MOBILE = [f"0701740{number}" for number in range(605, 700)]
LANDLINE = [
    *(f"0313900{number}" for number in range(600, 700)),
    *(f"0406280{number}" for number in range(400, 500)),
    *(f"08465004{number:02}" for number in range(100)),
]
FIRST_BORN, LAST_BORN = date(1925, 1, 1), date(1958, 12, 31)


def check_digit(nine: str) -> int:
    """Luhn over YYMMDDNNN."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(nine))
    return -sum(number // 10 + number % 10 for number in doubled) % 10


def personal_number(born: date, individual: int, *, coordination: bool = False) -> str:
    """YYYYMMDD-NNNN."""
    if individual not in (COORDINATION if coordination else PERSONAL):
        raise ValueError(f"{individual} is outside the test range")
    day = f"{born:%Y%m}{born.day + 60 * coordination:02}"
    return f"{day}-{individual}{check_digit(f'{day[2:]}{individual}')}"


def personal_numbers(chance: Random, *, woman: bool, coordination: bool = False) -> Iterator[str]:
    """Different ones of people old enough for home care, without end."""
    seen = set()
    individuals = [one for one in (COORDINATION if coordination else PERSONAL) if (one % 2 == 0) == woman]
    while True:
        born = FIRST_BORN + timedelta(days=chance.randrange((LAST_BORN - FIRST_BORN).days))
        number = personal_number(born, chance.choice(individuals), coordination=coordination)
        if number not in seen:
            seen.add(number)
            yield number
