"""Reminds of what is soon due in each open incident: once for each time, whoever is killed in between.

That somebody has been reminded is kept in the transaction that queues the notices; the outbox does the rest.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from beredd.clock import SWEDEN
from beredd.disruption.models import Incident, Reminder
from beredd.disruption.plan import plan
from beredd.disruption.queries.incidents import IncidentRow, incidents
from beredd.disruption.queries.reminders import DueRow, due, is_reminded
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.notices.actions import tell
from beredd.notices.book_file import BookFault
from beredd.people.events import entry
from beredd.people.rules.access import SYSTEM

log = logging.getLogger(__name__)
EVERY = timedelta(seconds=20)
TASK = "step_due"


class Reminders:
    """A pump of the worker. Looks now and then: a warning is minutes long."""

    def __init__(self) -> None:
        self._looked: datetime | None = None

    def __call__(self, clock: Callable[[], datetime]) -> bool:
        at = clock()
        if self._looked is None or abs(at - self._looked) >= EVERY:
            self._looked = at
            remind(at=at)
        return False


def remind(*, at: datetime) -> int:
    """How many reminders there were. By the system: nobody has to look for it to be done."""
    count = 0
    for row in incidents(SYSTEM, open_only=True):
        for one in due(row, at=at):
            try:
                count += remind_of(row, one, at=at)
            except BookFault as fault:
                log.error("Nobody is reminded: %s", fault.params["what"])
    return count


def remind_of(row: IncidentRow, one: DueRow, *, at: datetime) -> bool:
    """False: somebody was faster."""
    with transaction.atomic():
        head = lock()
        if is_reminded(row.id, one):
            return False
        incident = Incident.objects.get(id=row.id)
        Reminder.objects.create(id=new_id(at), incident=incident, what=one.what, due_at=one.due_at, at=at)
        body = {"what": one.what, "due_at": one.due_at}
        append([entry("incident.reminded", by=SYSTEM, subject=("incident", row.id), at=at, body=body)], head=head)
        params = {
            "system": plan().landscape.title(row.system),
            "units": ", ".join(unit.name for unit in one.units),
            "time": _time(one.due_at, at),
            "task": one.text,
        }
        template = f"limit_{one.limit}" if one.limit else TASK
        units = None if row.units is None else [unit.id for unit in one.units]
        tell(template, params=params, about=("incident", row.id), units=units, head=head, by=SYSTEM, at=at)
    return True


def _time(due_at: datetime, at: datetime) -> str:
    local = due_at.astimezone(SWEDEN)
    same_day = local.date() == at.astimezone(SWEDEN).date()
    return f"{local:%H:%M}" if same_day else f"{local.day}/{local.month} {local:%H:%M}"
