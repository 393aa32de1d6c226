"""Sends what is queued, a thread for each channel, so that one that is slow holds up no other.

Killed at any moment, it loses nothing and sends nothing twice:
1. `take` commits that we try. Killed here: after the lease it is certain that nothing went; it is tried again.
2. `hand` commits that it may go now. Killed here: nobody knows. The channel is asked, or sent the same with the same
   key when it knows that again, else it is left as unsure and the recipient's next channel is used.
3. `settle` commits how it went.
"""

import logging
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event, Thread

from django.db import close_old_connections, connection

from beredd import clock
from beredd.database.keys import KeyReadableByOthers
from beredd.i18n.mark import N_
from beredd.notices.actions.queue import LONGEST, queue_due
from beredd.notices.actions.sending import (
    LEASE,
    Notice,
    TakenByAnother,
    busy_channels,
    hand,
    look_later,
    settle,
    take,
    take_left,
    to_follow,
)
from beredd.notices.book_file import BookFault
from beredd.notices.channels import channel as made_channel
from beredd.notices.channels.parcel import Channel, MaybeSent, NotSent, Parcel
from beredd.notices.rules.fate import MOST_ATTEMPTS, Fate, Unsure, after_failure, wait
from beredd.notices.secret import SecretMissing
from beredd.notices.setup import setup

log = logging.getLogger(__name__)
EVERY = 2.0  # seconds between looks
LOOK_AGAIN = timedelta(minutes=5)
# What is noted of an attempt, in English; what comes after a colon is the machine's own word.
NOT_SET_UP = N_("the channel is not set up")
SECRET_MISSING = N_("the channel's secret is missing")
INTERRUPTED = N_("interrupted before it went")
CUT_OFF = N_("cut off while it went")
NOT_ASKED = N_("cannot be asked")
HAD_COME = N_("asked, and it had come")
HAD_NOT_COME = N_("asked, and it had not come")
NOT_DELIVERED = N_("it was not delivered")
TOO_OLD = N_("too old to be of use")


@dataclass
class Worker:
    """`lease` is shorter in tests only."""

    lease: timedelta = LEASE
    threads: dict[str, Thread] = field(default_factory=dict)

    def run(self, stop: Event, *, every: float = EVERY) -> None:
        """Until told to stop. What goes wrong with the database is said, and tried again."""
        while not stop.is_set():
            try:
                self.look()
            except BookFault as fault:
                log.error("%s", fault.params["what"])
            except Exception:
                log.exception("The outbox of notices cannot be worked")
            close_old_connections()
            stop.wait(every)

    def look(self) -> None:
        """One look: queue what is due, and let each channel that has nobody get somebody."""
        queue_due(at=clock.now())
        for name in sorted(busy_channels(at=clock.now())):
            running = self.threads.get(name)
            if running is None or not running.is_alive():
                thread = Thread(target=self._in_thread, args=(name,), name=f"notices-{name}", daemon=True)
                self.threads[name] = thread
                thread.start()

    def pump(self, name: str) -> int:
        """All that is due on one channel; how many were tried."""
        try:
            channel = made_channel(name, setup().channels[name])
        except (SecretMissing, KeyReadableByOthers, KeyError, ValueError) as fault:
            return self._not_set_up(name, fault)
        tried = _each(lambda: take_left(name, lease=self.lease, at=clock.now()), lambda row: _resolve(row, channel))
        tried += _each(lambda: take(name, lease=self.lease, at=clock.now()), lambda row: self._send(row, channel))
        for row in to_follow(name, at=clock.now()):
            _follow(row, channel)
        return tried

    def _in_thread(self, name: str) -> None:
        try:
            self.pump(name)
        except Exception:
            log.exception("The channel %s of notices cannot be worked", name)
        finally:
            connection.close()

    def _not_set_up(self, name: str, fault: Exception) -> int:
        """As if the channel were down: set up in time, it still goes; meanwhile the next channel is used."""
        said = fault.where if isinstance(fault, SecretMissing) else fault
        why = f"{SECRET_MISSING if isinstance(fault, SecretMissing) else NOT_SET_UP}: {said}"
        return _each(lambda: take(name, at=clock.now()), lambda row: _failed(row, why, again=True))

    def _send(self, row: Notice, channel: Channel) -> None:
        if clock.now() - row.queued_at > LONGEST:
            settle(row, Fate.GIVEN_UP, why=TOO_OLD, at=clock.now())
            return

        def handing() -> None:
            hand(row.id, attempts=row.attempts, at=clock.now())

        try:
            receipt = channel.send(_parcel(row), handing)
        except NotSent as fault:
            _failed(row, str(fault), again=fault.again)
        except MaybeSent as fault:
            _unsure(row, channel.unsure, str(fault), asked_in=self.lease)
        except TakenByAnother:
            log.warning("A notice took longer than its lease on a channel")
        else:
            now = clock.now()
            settle(row, receipt.fate, receipt=receipt.reference, next_at=now + LOOK_AGAIN / 10, at=now)


def _each(take_one: Callable[[], Notice | None], do: Callable[[Notice], None]) -> int:
    count = 0
    while (row := take_one()) is not None:
        do(row)
        count += 1
    return count


def _resolve(row: Notice, channel: Channel) -> None:
    """Somebody began with it and did not end."""
    if row.handed_at is None:
        _failed(row, INTERRUPTED, again=True)
    elif channel.unsure is Unsure.ASK:
        _ask(row, channel)
    else:
        _unsure(row, channel.unsure, CUT_OFF, asked_in=LEASE)


def _ask(row: Notice, channel: Channel) -> None:
    now = clock.now()
    try:
        receipt = channel.find(_parcel(row))
    except NotSent as fault:
        if row.attempts < MOST_ATTEMPTS:
            later = now + wait(row.attempts, random.random())  # noqa: S311  # spreads, hides nothing
            settle(row, Fate.SENDING, why=f"{NOT_ASKED}: {fault}", next_at=later, at=now)
        else:
            settle(row, Fate.UNSURE, why=f"{NOT_ASKED}: {fault}", at=now)
        return
    if receipt:
        settle(row, receipt.fate, receipt=receipt.reference, why=HAD_COME, next_at=now + LOOK_AGAIN, at=now)
    else:
        _failed(row, HAD_NOT_COME, again=True)


def _unsure(row: Notice, how: Unsure, why: str, *, asked_in: timedelta) -> None:
    now = clock.now()
    if how is Unsure.AGAIN:
        _failed(row, why, again=True)
    elif how is Unsure.ASK:  # what is still on its way has then come
        settle(row, Fate.SENDING, why=why, next_at=now + asked_in, at=now)
    else:
        settle(row, Fate.UNSURE, why=why, at=now)


def _failed(row: Notice, why: str, *, again: bool) -> None:
    now = clock.now()
    later = now + wait(row.attempts, random.random())  # noqa: S311
    settle(row, after_failure(row.attempts, again=again), why=why, next_at=later, at=now)


def _follow(row: Notice, channel: Channel) -> None:
    now = clock.now()
    try:
        fate = channel.follow(row.receipt)
    except NotSent:
        fate = None
    if fate is None:
        look_later(row, next_at=now + LOOK_AGAIN)
    else:
        settle(row, fate, why="" if fate is Fate.DELIVERED else NOT_DELIVERED, at=now)


def _parcel(row: Notice) -> Parcel:
    return Parcel(row.id, row.address, row.subject, row.text, row.queued_at)
