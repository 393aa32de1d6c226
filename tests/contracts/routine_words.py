"""Moments and contacts as a MAS writes them in the cases: "tis 2026-11-24 10:00", "Rehabiliteringen öppnar ons …"."""

from datetime import UTC, datetime

from beredd.routine.rules.advice import Advice, AdvisedStep
from beredd.routine.rules.contacts import SWEDEN, Reached

WEEKDAYS = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")
ROLES = {"utförare": "performer", "legitimerad": "licensed", "chef": "manager", "okänd": ""}
EMPLOYERS = {"kommunen": "municipality", "LOV": "lov", "Humana": "humana", "privat": "private", "okänd": ""}
OFFSETS = {"sommartid": "+02:00", "vintertid": "+01:00"}


def moment(text: str) -> datetime:
    """Weekday, day, clock time on the wall; sommartid or vintertid for the hour that comes twice."""
    weekday, day, clock, *season = text.split()
    if season:
        at = datetime.fromisoformat(f"{day}T{clock}{OFFSETS[season[0]]}")
    else:
        at = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=SWEDEN)
    assert weekday == WEEKDAYS[at.weekday()], f"{day} is not {weekday}"
    return at.astimezone(UTC)


def clock(at: datetime) -> str:
    local = at.astimezone(SWEDEN)
    return f"{WEEKDAYS[local.weekday()]} {local:%Y-%m-%d %H:%M}"


def contact(reached: Reached) -> str:
    one = reached.contact
    if not reached.open:
        opens = f"öppnar {clock(reached.opens_at)}" if reached.opens_at else "stängt tills vidare"
        return f"{one.name.sv} {opens}" + (f", till dess {contact(reached.instead)}" if reached.instead else "")
    ways = " / ".join(way for way in (one.phone, one.mail, one.portal) if way)
    until = f" till {clock(reached.open_until)}" if reached.open_until else ""
    return " ".join(word for word in (one.name.sv, ways) if word) + until


def step(advised: AdvisedStep) -> str:
    said = f"{advised.step.source} · {advised.step.id}"
    begins = f" från {clock(advised.starts_at)}" if advised.starts_at else ""
    return said + begins + "".join(f" → {contact(one)}" for one in advised.reach)


def answer(advice: Advice) -> dict[str, object]:
    return {
        "gäller": advice.applies,
        "fråga": advice.question.id if advice.question else None,
        "steg": [step(one) for one in advice.steps],
    }
