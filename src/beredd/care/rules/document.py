"""What must be said of a programme that comes from elsewhere."""

from dataclasses import dataclass
from datetime import date

from beredd.care.rules.programme import check_name
from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

LONGEST_SOURCE = 80


class BadDocument(Refused):
    """`code` names the field: source, dated."""


@dataclass(frozen=True, slots=True)
class Named:
    name: str
    source: str
    dated: date


def named(name: str, source: str, dated: date, *, today: date) -> Named:
    """Raises BadProgramme for the name, BadDocument for the rest."""
    told = " ".join(source.split())
    if not told or len(told) > LONGEST_SOURCE:
        raise BadDocument("source", N_("Write which system the PDF was printed from, for example ExorLive."))
    if dated > today:
        raise BadDocument("dated", N_("The day has not come yet. Write the day that stands on the programme."))
    return Named(check_name(name), told, dated)
