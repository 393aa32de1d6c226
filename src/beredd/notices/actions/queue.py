"""Putting into the outbox what is due: the first notices at once, the later ones as time goes."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext, override

from beredd.clock import SWEDEN
from beredd.ids import entity_id
from beredd.ledger.actions import lock
from beredd.notices.actions.meant import everybody_meant
from beredd.notices.book_file import Setup
from beredd.notices.link import link
from beredd.notices.models import Answer, Attempt, Handover, Notice, Telling
from beredd.notices.rules.book import Group, Recipient
from beredd.notices.rules.duty import StandIn, on_duty
from beredd.notices.rules.escalation import Told, Turn, due
from beredd.notices.rules.fate import Fate, is_not_waited_for
from beredd.notices.rules.templates import TEMPLATES
from beredd.notices.setup import setup

SUBJECT = 200  # characters
LONGEST = timedelta(days=2)  # after which it is too old to be told of any more


def queue_due(*, at: datetime) -> int:
    """For each telling that is not over; how many notices there were. Raises BookFault."""
    made = setup()
    count = 0
    for telling in open_tellings(at=at):
        if not _turns(telling, made, at=at):
            continue
        with transaction.atomic():
            lock()  # two who ask at once take turns: the second sees what the first has queued
            count += queue(telling, made, at=at)
    return count


def open_tellings(*, at: datetime) -> list[Telling]:
    """Not answered, and not long gone."""
    return list(Telling.objects.filter(answer=None, at__gt=at - LONGEST))


def queue(telling: Telling, made: Setup, *, at: datetime) -> int:
    """Inside the caller's transaction, with the ledger's lock."""
    group = made.book.groups.get(telling.group)
    office = made.office if group and group.answers else ""
    turns = _turns(telling, made, at=at)
    for turn, one in turns:
        put(telling, turn, one, at=at, office=office)
    return len(turns)


def _turns(telling: Telling, made: Setup, *, at: datetime) -> list[tuple[Turn, Recipient]]:
    written = group_now(telling.group, made, at=at)
    if written is None:
        return []
    group, recipients = everybody_meant(written, telling, made)
    turns = due(
        group,
        recipients,
        since=telling.at,
        urgent=telling.urgent,
        answered=Answer.objects.filter(telling=telling).exists(),
        told=told(telling),
        now=at,
        local=at.astimezone(SWEDEN),
    )
    return [(turn, recipients[turn.recipient]) for turn in turns]


def group_now(key: str, made: Setup, *, at: datetime) -> Group | None:
    """With those who stand in; None when the file no longer has it."""
    group = made.book.groups.get(key)
    if group is None:
        return None
    rows = Handover.objects.filter(group=key, starts_at__lte=at, ends_at__gt=at, taker__in=made.book.recipients)
    stand_ins = [StandIn(one.replaced, one.taker, one.starts_at, one.ends_at) for one in rows]
    return on_duty(group, stand_ins, now=at)


def told(telling: Telling) -> list[Told]:
    return [
        Told(one.recipient, one.turn, one.queued_at, failed=is_not_waited_for(Fate(one.fate), one.attempts))
        for one in telling.notices.all()
    ]


def put(telling: Telling, turn: Turn, one: Recipient, *, at: datetime, office: str = "") -> None:
    """`office`: where the link to answer leads; empty when there is none."""
    id = entity_id("notice", f"{telling.id}/{turn.recipient}/{turn.number}")
    subject, text = worded(telling, one.language)
    if office:
        with override(one.language):
            text += "\n\n" + gettext("I have seen it: %(link)s") % {"link": office + link(id)}
    notice = Notice.objects.create(
        id=id,
        telling=telling,
        recipient=one.key,
        name=one.name,
        turn=turn.number,
        channel=turn.channel,
        address=turn.address,
        subject=subject[:SUBJECT],
        text=text,
        queued_at=at,
        next_at=at,
    )
    Attempt.objects.create(notice=notice, fate=Fate.QUEUED, at=at)


def worded(telling: Telling, language: str = settings.LANGUAGE_CODE) -> tuple[str, str]:
    """Subject and text."""
    template = TEMPLATES[telling.template]
    with override(language):
        return gettext(template.subject) % telling.params, gettext(template.text) % telling.params
