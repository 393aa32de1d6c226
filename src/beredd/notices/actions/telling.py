"""Telling the groups that are to hear of something, in the transaction of what caused it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.ids import new_id
from beredd.ledger.actions import Head, append, lock
from beredd.notices.actions.queue import queue
from beredd.notices.models import Telling
from beredd.notices.rules.book import Book, Group
from beredd.notices.rules.templates import TEMPLATES
from beredd.notices.setup import setup
from beredd.people.events import entry
from beredd.people.queries import unit_rows
from beredd.people.rules.access import Access


def tell(
    template: str,
    *,
    params: Mapping[str, str],
    about: tuple[str, UUID],
    units: Collection[UUID] | None = None,
    groups: Collection[str] | None = None,
    urgent: bool | None = None,
    head: Head | None = None,
    by: Access,
    at: datetime,
) -> list[UUID]:
    """One telling for each group; none when nobody is to hear of it. It is sent by the worker, whatever happens to us.

    `groups`: None is those that hear of the template, and of one of `units` (None: all). `urgent`: None is as the
    template says. Who may cause it is for the caller to check. `head` when the caller already has the ledger's lock.
    Raises BookFault.
    """
    made = setup()
    chosen = _hearing(made.book, template, units) if groups is None else [made.book.groups[key] for key in groups]
    pressing = TEMPLATES[template].urgent if urgent is None else urgent
    tellings = []
    with transaction.atomic():
        turn = head or lock()
        for group in chosen:
            telling = Telling.objects.create(
                id=new_id(at),
                group=group.key,
                template=template,
                params=dict(params),
                urgent=pressing,
                about_kind=about[0],
                about_id=about[1],
                units=None if units is None else [str(one) for one in units],
                by=by.user,
                at=at,
            )
            queue(telling, made, at=at)
            body = {"group": group.key, "template": template, "urgent": pressing, "about": [about[0], about[1]]}
            append([entry("notice.told", by=by, subject=("telling", telling.id), at=at, body=body)], head=turn)
            tellings.append(telling.id)
    return tellings


def _hearing(book: Book, template: str, units: Collection[UUID] | None) -> list[Group]:
    if units is None:
        return [one for one in book.groups.values() if template in one.hears]
    keys = ["", *(row.key for row in unit_rows(units))]
    return list({group.key: group for key in keys for group in book.hearing(template, key)}.values())
