"""Making the routine known: answering its scenario questions, confirming that one has read it, reminding."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, NotAllowed, Refused, check
from beredd.people.rules.roles import Permission
from beredd.routine.actions.stand import standing, version_of
from beredd.routine.models import Confirmation, Reminder, RoutineVersion, ScenarioAnswer
from beredd.routine.queries.readers import audience_of, units_of_reader
from beredd.routine.queries.standing import text_of, told
from beredd.routine.rules.routine import Check


class NotForYou(Refused):
    """Code `not_for_you`: the routine is not for those who work as this person does."""

    def __init__(self) -> None:
        super().__init__(
            "not_for_you", N_("This routine is not for those who work as you do. You need not confirm it.")
        )


class UnknownScenario(Refused):
    """Code `unknown_scenario`."""

    def __init__(self) -> None:
        super().__init__("unknown_scenario", N_("There is no such question or answer. Open the page again."))


class NotAnswered(Refused):
    """Code `not_answered`: each question of one's audience must have been answered rightly once."""

    def __init__(self) -> None:
        super().__init__(
            "not_answered", N_("Answer the questions first. A wrong answer is explained, and you try again.")
        )


class ReplacedMeanwhile(Refused):
    """Code `replaced_meanwhile`."""

    def __init__(self) -> None:
        super().__init__("replaced_meanwhile", N_("Another version is in force now. Read that one instead."))


def answer_scenario(*, version: UUID, scenario: str, choice: str, by: Access, at: datetime) -> bool:
    """Was it right? Both are kept. Raises UnknownVersion, ReplacedMeanwhile, NotForYou, UnknownScenario."""
    row = _in_force(version, at)
    asked = next((one for one in _checks(row, by, at) if one.id == scenario), None)
    if asked is None or choice not in {one.id for one in asked.options}:
        raise UnknownScenario
    right = choice == asked.right
    with transaction.atomic():
        ScenarioAnswer.objects.create(
            version=row, user_id=by.user, scenario=scenario, choice=choice, right=right, at=at
        )
        body = {"number": row.number, "scenario": scenario, "choice": choice, "right": right}
        append([entry("routine.answered", by=by, subject=("routine", row.routine_id), at=at, body=body)])
    return right


def confirm_known(*, version: UUID, by: Access, at: datetime) -> None:
    """Confirming twice is confirming once.

    Raises UnknownVersion, ReplacedMeanwhile, NotForYou, NotAnswered.
    """
    row = _in_force(version, at)
    asked = {one.id for one in _checks(row, by, at)}
    with transaction.atomic():
        head = lock()
        mine = ScenarioAnswer.objects.filter(version=row, user_id=by.user, right=True)
        if asked - set(mine.values_list("scenario", flat=True)):
            raise NotAnswered
        _, new = Confirmation.objects.get_or_create(version=row, user_id=by.user, defaults={"at": at})
        if new:
            body = {"number": row.number}
            append([entry("routine.known", by=by, subject=("routine", row.routine_id), at=at, body=body)], head=head)


def remind(*, version: UUID, user: UUID, by: Access, at: datetime) -> None:
    """It shows to the user until they have read. Raises UnknownVersion, ReplacedMeanwhile, NotAllowed."""
    row = _in_force(version, at)
    check(by, Permission.FOLLOW_KNOWN)
    units = units_of_reader(by, user, at=at)
    if not units:
        raise NotAllowed(Permission.FOLLOW_KNOWN)
    with transaction.atomic():
        Reminder.objects.create(version=row, user_id=user, by_id=by.user, at=at)
        body = {"number": row.number, "user": user}
        subject = ("routine", row.routine_id)
        append([entry("routine.reminded", by=by, subject=subject, at=at, body=body, unit=units[0])])


def _in_force(version: UUID, at: datetime) -> RoutineVersion:
    row = version_of(version)
    if standing(row.routine_id, at).id != row.id:
        raise ReplacedMeanwhile
    return row


def _checks(row: RoutineVersion, by: Access, at: datetime) -> list[Check]:
    """The questions that this reader gets."""
    routine = told(text_of(row.id), row.routine.slug)
    audience = audience_of(by.user, routine, at=at)
    if audience is None:
        raise NotForYou
    return [one for one in routine.checks if one.audience == audience]
