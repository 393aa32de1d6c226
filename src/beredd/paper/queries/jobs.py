"""The print queue as those see it who have asked for something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from beredd.paper.models import PrintFile, PrintJob, Sheet
from beredd.paper.rules.job import UNDER_WAY, Flow, Made, State, flow
from beredd.people.rules.access import Access

LOOKED_BACK = 20
JUST_NOW = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class JobRow:
    """`sheets`: how many it will be, None before that is known. `take_out`: what is to be taken away instead.

    `kept`: the file can still be fetched. `why`: the code of what went wrong last.
    """

    id: UUID
    kind: str
    about: UUID | None
    routine: str
    first: date
    last: date
    to: str
    state: State
    sheets: int | None
    sheets_made: int
    pages: int | None
    asked_at: datetime
    over_at: datetime | None
    next_try_at: datetime
    attempts: int
    why: str
    kept: bool
    take_out: tuple[str, ...]


def jobs(access: Access, *, limit: int = 30) -> list[JobRow]:
    """One's own, the newest first."""
    rows = PrintJob.objects.filter(asked_by=access.user).order_by("-asked_at", "-id")[:limit]
    return [_row(row) for row in rows]


def print_job(access: Access, id: UUID) -> JobRow | None:
    """One's own."""
    row = PrintJob.objects.filter(id=id, asked_by=access.user).first()
    return _row(row) if row else None


def ordered_for_all(unit: UUID, *, since: datetime) -> bool:
    """Has somebody asked since then for paper to every patient of the unit, and not changed their mind?"""
    asked = PrintJob.objects.filter(kind="unit", about=unit, everybody=True, asked_at__gte=since)
    return asked.exclude(state=State.CANCELLED).exists()


def lately_made() -> Sequence[Made]:
    """How long the latest jobs took: to tell how long the next will take."""
    rows = PrintJob.objects.filter(pages__gt=0, seconds__gt=0, foreseen__gt=0).order_by("-asked_at")
    found = rows.values_list("pages", "seconds", "foreseen")[:LOOKED_BACK]
    return [Made(pages, seconds, foreseen) for pages, seconds, foreseen in found if pages and seconds and foreseen]


def _row(row: PrintJob) -> JobRow:
    replaced = Sheet.objects.filter(pack=row.pack_id).exclude(replaces="") if row.pack_id else Sheet.objects.none()
    return JobRow(
        id=row.id,
        kind=row.kind,
        about=row.about,
        routine=row.routine,
        first=row.first,
        last=row.last,
        to=row.to,
        state=State(row.state),
        sheets=row.sheets,
        sheets_made=row.sheets_made,
        pages=row.pages,
        asked_at=row.asked_at,
        over_at=row.over_at,
        next_try_at=row.next_try_at,
        attempts=row.attempts,
        why=row.why,
        kept=PrintFile.objects.filter(job=row).exists(),
        take_out=tuple(replaced.order_by("position").values_list("replaces", flat=True)),
    )


def queue_flow(*, at: datetime) -> Flow:
    """How the print queue gets on, all jobs together. Names nobody."""
    under_way = PrintJob.objects.filter(state__in=UNDER_WAY).values_list("asked_at", flat=True)
    ended = PrintJob.objects.filter(over_at__gt=at - JUST_NOW, over_at__lte=at)
    failed = ended.filter(state=State.FAILED).count()
    went = ended.filter(state__in=[State.DONE, State.READY]).count()
    return flow([at - asked for asked in under_way], went=went, failed=failed)
