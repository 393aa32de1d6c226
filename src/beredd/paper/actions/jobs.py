"""Asking for something to be printed when its turn comes; changing one's mind; trying again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.paper.models import PrintFile, PrintJob, Sheet, SheetStep
from beredd.paper.order import Order
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.job import CANCELLABLE, KEPT_FOR, State
from beredd.people.events import entry
from beredd.people.rules.access import SYSTEM, Access, Refused, check
from beredd.people.rules.roles import Permission


class UnknownJob(Refused):
    """Code `unknown_job`: none, or somebody else's."""

    def __init__(self) -> None:
        super().__init__("unknown_job", N_("There is no such printing of yours. Open the list again."))


class TooLate(Refused):
    """Code `paper_too_late`."""

    def __init__(self) -> None:
        super().__init__("paper_too_late", N_("It is too late to cancel: the file has been made or handed on."))


def enqueue(order: Order, *, to: str = "", channel: str, by: Access, at: datetime) -> UUID:
    """`to`: empty to be fetched, “folder”, or “printer:NAME”. Raises NotAllowed."""
    check(by, Permission.SEE_PATIENTS)
    id = new_id(at)
    with transaction.atomic():
        head = lock()
        PrintJob.objects.create(
            id=id,
            kind=order.kind,
            about=order.about,
            routine=order.routine,
            first=order.span.first,
            last=order.span.last,
            everybody=order.everybody,
            changed_only=order.changed_only,
            to=to,
            channel=channel,
            asked_by=by.user,
            asked_at=at,
            next_try_at=at,
        )
        body = {"kind": order.kind, "about": order.about, "to": to}
        append([entry("paper.ordered", by=by, subject=("print_job", id), at=at, body=body)], head=head)
    return id


def cancel(*, job: UUID, by: Access, at: datetime) -> None:
    """Whoever makes it stops at the next sheet, and nothing of it is recorded. Of what was made and not handed on, each
    sheet has been counted out: it is destroyed. Raises UnknownJob, TooLate."""
    with transaction.atomic():
        head = lock()
        row = job_for(by, job)
        left = PrintJob.objects.filter(id=row.id, state__in=CANCELLABLE)
        if not left.update(state=State.CANCELLED, over_at=at, lease_until=None):
            raise TooLate
        PrintFile.objects.filter(job=row).delete()
        body = {"sheets": _never_out(row, by=by, at=at)}
        append([entry("paper.cancelled", by=by, subject=("print_job", job), at=at, body=body)], head=head)


def try_again(*, job: UUID, by: Access, at: datetime) -> None:
    """What failed goes on from where it was; when its file is kept no more it is made anew. Raises UnknownJob."""
    with transaction.atomic():
        head = lock()
        row = job_for(by, job)
        if row.state != State.FAILED:
            return
        kept = PrintFile.objects.filter(job=row).exists()
        state = State.HANDING if row.receipt else State.MADE if kept else State.WAITING
        sheets = _never_out(row, by=by, at=at) if state is State.WAITING else []
        PrintJob.objects.filter(id=row.id).update(
            state=state, attempts=0, next_try_at=at, lease_until=None, over_at=None, why=""
        )
        body = {"sheets": sheets}
        append([entry("paper.tried_again", by=by, subject=("print_job", job), at=at, body=body)], head=head)


def fetch(*, job: UUID, by: Access, at: datetime) -> bytes | None:
    """The file, while it is kept. Raises UnknownJob."""
    row = job_for(by, job)
    if row.state != State.READY:
        return None
    return bytes(row.file.pdf) if PrintFile.objects.filter(job=row).exists() else None


def forget_files(*, at: datetime) -> None:
    """Files that nobody has fetched for a day, and those that have been handed on."""
    PrintFile.objects.filter(job__over_at__lt=at - KEPT_FOR).delete()
    PrintFile.objects.filter(job__state__in=[State.DONE, State.CANCELLED]).delete()


def _never_out(row: PrintJob, *, by: Access, at: datetime) -> list[str]:
    """The sheets that were counted out for it and that nobody has got: destroyed."""
    sheets = list(Sheet.objects.filter(pack=row.pack_id).values_list("id", flat=True)) if row.pack_id else []
    SheetStep.objects.bulk_create(
        SheetStep(sheet_id=id, state=SheetState.DESTROYED, said_by=by.user, said_at=at) for id in sheets
    )
    return sheets


def job_for(by: Access, job: UUID) -> PrintJob:
    """One's own. Raises UnknownJob."""
    rows = PrintJob.objects.filter(id=job)
    row = (rows if by is SYSTEM else rows.filter(asked_by=by.user)).first()
    if row is None:
        raise UnknownJob
    return row
