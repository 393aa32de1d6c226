"""Paper at the end of each shift: agreed once, put into the queue by itself."""

from collections.abc import Sequence
from datetime import datetime, time
from uuid import UUID

from django.db import transaction

from beredd.clock import SWEDEN, local_day
from beredd.ledger.actions import append, lock
from beredd.paper.actions.jobs import enqueue
from beredd.paper.calendar import is_working_day
from beredd.paper.models import ShiftPrint
from beredd.paper.order import Order
from beredd.paper.rules.shifts import latest_due
from beredd.paper.rules.span import Form, span_of
from beredd.people.events import entry
from beredd.people.queries import access_of
from beredd.people.rules.access import Access, NotAllowed, check
from beredd.people.rules.roles import Permission


def put_shift_print(*, unit: UUID, times: Sequence[time], everybody: bool, to: str, by: Access, at: datetime) -> None:
    """From the next of the times on. Raises NotAllowed."""
    check(by, Permission.ARRANGE_PAPER, unit)
    said = {"times": [f"{one:%H:%M}" for one in times], "everybody": everybody, "to": to}
    with transaction.atomic():
        head = lock()
        ShiftPrint.objects.update_or_create(
            unit=unit, defaults={**said, "put_by": by.user, "put_at": at, "last_due": at}
        )
        append([entry("paper.shifts_put", by=by, subject=("unit", unit), at=at, body=said, unit=unit)], head=head)


def end_shift_print(*, unit: UUID, by: Access, at: datetime) -> None:
    """Raises NotAllowed."""
    check(by, Permission.ARRANGE_PAPER, unit)
    with transaction.atomic():
        head = lock()
        if ShiftPrint.objects.filter(unit=unit).delete()[0]:
            append([entry("paper.shifts_ended", by=by, subject=("unit", unit), at=at, body={}, unit=unit)], head=head)


def queue_shifts(*, at: datetime) -> int:
    """Orders what has become due, each once, however many ask at the same time; how many."""
    return sum(_queue(row, at) for row in ShiftPrint.objects.order_by("unit"))


def _queue(row: ShiftPrint, at: datetime) -> bool:
    due = latest_due([time.fromisoformat(one) for one in row.times], at, SWEDEN)
    if due is None or due <= row.last_due:
        return False
    order = Order("unit", span_of(Form.ROLLING, local_day(at), is_working_day), about=row.unit, everybody=row.everybody)
    with transaction.atomic():
        lock()
        if not ShiftPrint.objects.filter(unit=row.unit, last_due=row.last_due).update(last_due=due):
            return False
        try:
            enqueue(order, to=row.to, channel="shift", by=access_of(row.put_by, at=at), at=at)
        except NotAllowed:  # who agreed on it has left: the page says that somebody else must
            return False
    return True
