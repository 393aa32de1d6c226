"""Saying "I have seen it": nobody more is told of it after that."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ledger.actions import append, lock
from beredd.notices.link import notice_of
from beredd.notices.models import Answer, Attempt, Notice, Telling
from beredd.notices.rules.fate import WAITING, Fate
from beredd.notices.setup import setup
from beredd.people.events import entry
from beredd.people.rules.access import SYSTEM, Access, Refused, check
from beredd.people.rules.roles import Permission


class UnknownTelling(Refused):
    """Code `unknown_telling`."""

    def __init__(self) -> None:
        super().__init__("unknown_telling", N_("There is no such notice. Open the list of notices again."))


class AlreadyOver(Refused):
    """Code `already_answered`: somebody was faster."""

    def __init__(self, name: str) -> None:
        super().__init__("already_answered", N_("%(name)s has already said that they have seen it."), name=name)


def answer(*, telling: UUID, by: Access, at: datetime) -> None:
    """By somebody who is signed in. Raises NotAllowed, UnknownTelling, AlreadyOver."""
    check(by, Permission.HANDLE_DISRUPTIONS)
    _answer(telling, recipient="", name=by.name, by=by, at=at)


def answer_by_link(*, token: str, at: datetime) -> None:
    """By whoever has the link of a notice; no more is known of them. Raises UnknownTelling, AlreadyOver."""
    id = notice_of(token)
    notice = Notice.objects.filter(id=id).first() if id else None
    if notice is None:
        raise UnknownTelling
    _answer(notice.telling_id, recipient=notice.recipient, name=notice.name, by=SYSTEM, at=at)


def seen_by_acting(*, about: tuple[str, UUID], by: Access, at: datetime) -> None:
    """Whoever does something about it has seen it. In the caller's transaction and event, with the ledger's lock."""
    groups = [key for key, group in setup().book.groups.items() if group.answers]
    for row in Telling.objects.filter(about_kind=about[0], about_id=about[1], answer=None, group__in=groups):
        Answer.objects.create(telling=row, user=None if by is SYSTEM else by.user, name=by.name, at=at)
        _not_needed(row, at=at)


def _not_needed(row: Telling, *, at: datetime) -> None:
    for notice in row.notices.filter(fate__in=WAITING):
        Notice.objects.filter(id=notice.id, fate__in=WAITING).update(fate=Fate.NOT_NEEDED, settled_at=at)
        Attempt.objects.create(notice=notice, fate=Fate.NOT_NEEDED, at=at)


def _answer(telling: UUID, *, recipient: str, name: str, by: Access, at: datetime) -> None:
    """What is queued and has not gone is not sent."""
    with transaction.atomic():
        head = lock()
        row = Telling.objects.filter(id=telling).select_related("answer").first()
        if row is None:
            raise UnknownTelling
        had = Answer.objects.filter(telling=row).first()
        if had is not None:
            raise AlreadyOver(had.name)
        user = None if by is SYSTEM else by.user
        Answer.objects.create(telling=row, recipient=recipient, user=user, name=name, at=at)
        if answers(row):
            _not_needed(row, at=at)
        body = {"recipient": recipient, "name": name}
        append([entry("notice.answered", by=by, subject=("telling", telling), at=at, body=body)], head=head)


def answers(telling: Telling) -> bool:
    """Is this one of which nobody more needs to hear when somebody has answered?"""
    group = setup().book.groups.get(telling.group)
    return group is not None and group.answers
