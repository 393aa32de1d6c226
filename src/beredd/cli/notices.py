"""What `beredd notices` does: lists the latest, sends a test, works the outbox until stopped."""

import signal
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

from beredd import clock
from beredd.cli.trouble import Trouble
from beredd.cli.whole_file import whole_file
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_
from beredd.notices import actions, queries
from beredd.notices.rules.fate import Fate
from beredd.notices.setup import setup, setup_file
from beredd.notices.worker import Worker
from beredd.paper.call_tree import call_trees
from beredd.people.rules.access import SYSTEM

FATES = {
    Fate.QUEUED: N_("queued"),
    Fate.SENDING: N_("being sent"),
    Fate.SENT: N_("sent"),
    Fate.DELIVERED: N_("delivered"),
    Fate.FAILED: N_("failed, is tried again"),
    Fate.GIVEN_UP: N_("given up"),
    Fate.NOT_NEEDED: N_("not needed any more"),
    Fate.UNSURE: N_("may not have come"),
}


def work(*, lease: float) -> int:
    """Until SIGTERM or Ctrl-C; what is being sent is finished by the next that works."""
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    print(_("The outbox of notices is worked (stop with Ctrl-C)"), flush=True)
    Worker(lease=timedelta(seconds=lease)).run(stop, every=min(2.0, lease))
    return 0


def send_test(recipient: str) -> int:
    actions.send_test(recipient=recipient, by=SYSTEM, at=clock.now())
    print(_("The test is queued. See how it fares: beredd notices list"))
    return 0


def call_tree(out: Path) -> int:
    """Every group on paper; faults of the file are said by whoever called."""
    book = setup().book
    if not book.groups:
        raise Trouble(_("There are no groups. Write them in %s.") % setup_file())
    pdf = call_trees(list(book.groups.values()), book.recipients, at=clock.now())
    with whole_file(out) as file:
        file.write(pdf)
    print(_("The call tree is in %s") % out)
    return 0


def listed() -> list[dict[str, Any]]:
    """[{at, group, subject, answered_by, notices: [{name, channel, fate, attempts, why}]}], the newest first."""
    return [
        {
            "at": row.at.isoformat(),
            "group": row.group,
            "subject": row.subject,
            "answered_by": row.answered_by,
            "notices": [
                {
                    "id": str(one.id),
                    "name": one.name,
                    "channel": one.channel,
                    "fate": one.fate.value,
                    "attempts": one.attempts,
                    "why": one.why,
                }
                for one in row.notices
            ],
        }
        for row in queries.tellings(SYSTEM)
    ]


def as_text(told: Sequence[dict[str, Any]]) -> str:
    return "\n".join(line for row in told for line in _lines(row)) or _("No notices have been sent.")


def _lines(row: dict[str, Any]) -> list[str]:
    at = datetime.fromisoformat(row["at"]).astimezone(clock.SWEDEN)
    head = f"{at:%Y-%m-%d %H:%M}  {row['subject']}  {row['group']}"
    return [head, *(_line(one) for one in row["notices"])]


def _line(one: dict[str, Any]) -> str:
    why = f": {one['why']}" if one["why"] else ""
    return f"  {one['name']}, {one['channel']}: {_(FATES[Fate(one['fate'])])}{why}"
