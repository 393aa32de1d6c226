"""What has been told, and how each notice fared. Nothing in it is of patients; for those who arrange notices."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from beredd.notices.actions.queue import worded
from beredd.notices.models import Notice, Telling
from beredd.notices.rules.book import Book
from beredd.notices.rules.fate import LOST, Fate
from beredd.notices.setup import setup
from beredd.people.rules.access import Access, check
from beredd.people.rules.roles import Permission

MOST = 200


@dataclass(frozen=True, slots=True)
class LogRow:
    fate: Fate
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """`next_at`: when it is tried again, for what waits."""

    id: UUID
    name: str
    channel: str
    address: str
    fate: Fate
    attempts: int
    next_at: datetime
    why: str
    log: tuple[LogRow, ...]


@dataclass(frozen=True, slots=True)
class TellingRow:
    """`answers`: somebody is to say "I have seen it". `answered_by` is empty as long as nobody has."""

    id: UUID
    group: str
    subject: str
    text: str
    urgent: bool
    about: tuple[str, UUID]
    at: datetime
    answers: bool
    answered_by: str
    answered_at: datetime | None
    notices: tuple[NoticeRow, ...]


def tellings(access: Access) -> list[TellingRow]:
    """The latest 200, the newest first. Raises NotAllowed."""
    book = setup().book
    return [_row(one, book) for one in _rows(access).order_by("-at", "-id")[:MOST]]


def telling(access: Access, id: UUID) -> TellingRow | None:
    """Raises NotAllowed."""
    row = _rows(access).filter(id=id).first()
    return _row(row, setup().book) if row else None


def lost_count() -> int:
    """How many notices never came, or may not have; asked on every page."""
    return Notice.objects.filter(fate__in=LOST).count()


def fate_of(telling: UUID) -> Fate:
    """Of what went to one place only; whoever asks has been let in to what it is about."""
    return Fate(Notice.objects.get(telling=telling).fate)


def _rows(access: Access) -> QuerySet[Telling]:
    check(access, Permission.ARRANGE_NOTICES)
    return Telling.objects.select_related("answer").prefetch_related("notices__log")


def _row(row: Telling, book: Book) -> TellingRow:
    answer = getattr(row, "answer", None)
    group = book.groups.get(row.group)
    subject, text = worded(row)
    return TellingRow(
        id=row.id,
        group=group.title if group else row.group,
        subject=subject,
        text=text,
        urgent=row.urgent,
        about=(row.about_kind, row.about_id),
        at=row.at,
        answers=group is not None and group.answers,
        answered_by=answer.name if answer else "",
        answered_at=answer.at if answer else None,
        notices=tuple(_notice(one) for one in row.notices.all()),
    )


def _notice(row: Notice) -> NoticeRow:
    log = tuple(LogRow(Fate(one.fate), one.why, one.at) for one in row.log.all())
    return NoticeRow(
        id=row.id,
        name=row.name,
        channel=row.channel,
        address=row.address,
        fate=Fate(row.fate),
        attempts=row.attempts,
        next_at=row.next_at,
        why=log[-1].why if log else "",
        log=log,
    )
