"""The one who works the print queue off: takes a job, makes the file, hands it on. May be killed at any moment.

A job is taken on lease. Nothing is recorded until its file is whole, and then both are stored in one transaction; so a
job begun by somebody who vanished is simply begun again, and no sheet has been counted out that nobody has.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from time import monotonic

from django.db import OperationalError, transaction
from django.db.models import F, Q

from beredd.paper.actions.jobs import forget_files
from beredd.paper.actions.printing import Printed, print_pack
from beredd.paper.actions.shifts import queue_shifts
from beredd.paper.counting import pages_in
from beredd.paper.hand import CannotHand, way_to
from beredd.paper.models import PrintFile, PrintJob
from beredd.paper.order import Order, plan_of
from beredd.paper.rules.job import LEASE, MOST_ATTEMPTS, UNDER_WAY, State, pause_after
from beredd.paper.rules.span import Span
from beredd.people.queries import access_of
from beredd.people.rules.access import SYSTEM, Access, Refused

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


class Gone(Exception):
    """Somebody has cancelled it, or taken it over."""


def pump(clock: Clock) -> bool:
    """Orders what is due at a shift's end, then works on one job if any has its turn; whether one had."""
    queue_shifts(at=clock())
    job = _take(clock())
    if job is None:
        forget_files(at=clock())
        return False
    try:
        if job.state in (State.WAITING, State.MAKING):
            _make(job, clock)
        else:
            _hand(job, clock)
    except Gone:
        log.info("print job %s was cancelled or taken over", job.id)
    except OperationalError:
        raise
    except Refused as no:
        _fail(job, no.code, clock())
    except CannotHand as fault:
        _later(job, fault.code, clock())
    except Exception as fault:
        log.exception("print job %s", job.id, exc_info=fault)
        _later(job, "fault", clock())
    return True


def _take(at: datetime) -> PrintJob | None:
    free = Q(lease_until=None) | Q(lease_until__lt=at)
    for row in PrintJob.objects.filter(free, state__in=UNDER_WAY, next_try_at__lte=at).order_by("asked_at", "id"):
        state = State.MAKING if row.state == State.WAITING else State(row.state)
        begun = {"sheets_made": 0} if state is State.MAKING else {}
        mine = PrintJob.objects.filter(id=row.id, state=row.state, lease_until=row.lease_until)
        if mine.update(state=state, lease_until=at + LEASE, attempts=F("attempts") + 1, **begun):
            row.refresh_from_db()
            return row
    return None


def _make(job: PrintJob, clock: Clock) -> None:
    at, began = clock(), monotonic()
    order = Order(job.kind, Span(job.first, job.last), job.about, job.routine, job.everybody, job.changed_only)
    by = _whose(job, at)

    def told(made: int, of: int) -> None:
        _still_mine(job, sheets_made=made, sheets=of, lease_until=clock() + LEASE)

    def keep(printed: Printed) -> None:
        pages, foreseen = pages_in(printed.pdf), sum(one.draft.codes for one in printed.sheets)
        state, over = (State.MADE, None) if job.to else (State.READY, clock())
        _still_mine(
            job, state=state, pack_id=printed.pack, pages=pages, foreseen=foreseen, seconds=monotonic() - began,
            lease_until=None, over_at=over, why="",
        )  # fmt: skip
        PrintFile.objects.create(job=job, pdf=printed.pdf)

    plan = plan_of(order, by=by, at=at)
    print_pack(plan=plan, changed_only=job.changed_only, channel=job.channel, by=by, at=at, told=told, keep=keep)


def _hand(job: PrintJob, clock: Clock) -> None:
    way = way_to(job.to)
    if job.state == State.MADE:
        job.receipt = way.prepare(job.id, bytes(job.file.pdf))
        _still(job, State.MADE, state=State.HANDING, receipt=job.receipt)
    way.release(job.receipt)
    with transaction.atomic():
        _still(job, State.HANDING, state=State.DONE, lease_until=None, over_at=clock(), why="")
        PrintFile.objects.filter(job=job).delete()


def _whose(job: PrintJob, at: datetime) -> Access:
    return SYSTEM if job.asked_by == SYSTEM.user else access_of(job.asked_by, at=at)


def _still_mine(job: PrintJob, **fields: object) -> None:
    _still(job, State.MAKING, **fields)


def _still(job: PrintJob, where: State, **fields: object) -> None:
    """Raises Gone when it is no longer there, or another has taken it since."""
    if not PrintJob.objects.filter(id=job.id, state=where, attempts=job.attempts).update(**fields):
        raise Gone


def _later(job: PrintJob, why: str, at: datetime) -> None:
    if job.attempts >= MOST_ATTEMPTS:
        _fail(job, why, at)
        return
    state = F("state") if job.state != State.MAKING else State.WAITING
    PrintJob.objects.filter(id=job.id, state__in=UNDER_WAY).update(
        state=state, why=why, lease_until=None, next_try_at=at + pause_after(job.attempts)
    )


def _fail(job: PrintJob, why: str, at: datetime) -> None:
    PrintJob.objects.filter(id=job.id, state__in=UNDER_WAY).update(
        state=State.FAILED, why=why[:40], lease_until=None, over_at=at
    )
