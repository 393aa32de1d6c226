"""What a prescription says, and whether it says enough."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from beredd.care.rules.not_performed import NotPerformedRule
from beredd.care.rules.schedule import Schedule
from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

LONGEST_INTERVENTION, LONGEST_INSTRUCTION, LONGEST_TASK, LONGEST_WHOM = 200, 4000, 60, 120
MOST_DAYS_TO_CONTACT = 30


class Basis(StrEnum):
    """Why a performer may carry it out."""

    DELEGATION = "delegation"
    INSTRUCTION = "instruction"
    SELF_CARE = "self_care"


class BadPrescription(Refused):
    """`code` names the field: intervention, instruction, period, task, contact_days, contact_whom, effective."""


@dataclass(frozen=True, slots=True)
class Content:
    """All that a version says. `programme`: the newest version of it is taken when the prescription is written."""

    intervention: str
    starts_on: date
    ends_on: date | None
    schedule: Schedule
    basis: Basis
    instruction: str = ""
    programme: UUID | None = None
    task: str = ""
    if_not_performed: NotPerformedRule = NotPerformedRule.NOTHING
    contact_within_days: int | None = None
    contact_whom: str = ""


def check_content(content: Content) -> None:
    """Raises BadPrescription at the first thing that is missing or cannot be."""
    for wrong, code, text in _faults(content):
        if wrong:
            raise BadPrescription(code, text)


def _faults(content: Content) -> list[tuple[bool, str, str]]:
    contact, days = content.if_not_performed is NotPerformedRule.CONTACT, content.contact_within_days
    return [
        (not content.intervention.strip(), "intervention", N_("Say what is to be carried out.")),
        (
            len(content.intervention) > LONGEST_INTERVENTION,
            "intervention",
            N_("The intervention is too long. Keep it within 200 characters and put the rest into the instruction."),
        ),
        (
            len(content.instruction) > LONGEST_INSTRUCTION,
            "instruction",
            N_("The instruction is too long. Keep it within 4000 characters."),
        ),
        (
            content.ends_on is not None and content.ends_on < content.starts_on,
            "period",
            N_("The last day lies before the first day. Correct one of the days."),
        ),
        (
            content.basis is Basis.DELEGATION and not content.task.strip(),
            "task",
            N_("Say which task must be delegated."),
        ),
        (
            len(content.task) > LONGEST_TASK,
            "task",
            N_("The name of the task is too long. Keep it within 60 characters."),
        ),
        (
            contact and (days is None or not 0 <= days <= MOST_DAYS_TO_CONTACT),
            "contact_days",
            N_("Say within how many days (0 to 30) a licensed professional must be contacted."),
        ),
        (
            len(content.contact_whom) > LONGEST_WHOM,
            "contact_whom",
            N_("Whom to contact is too long. Keep it within 120 characters."),
        ),
    ]
