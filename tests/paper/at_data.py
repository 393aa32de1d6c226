"""A hand inside a data folder: orders, looks, and lets a lease run out. Run as python -m tests.paper.at_data VERB."""

import json
import os
import sys

from beredd.cli.house import open_house


def order() -> None:
    """Three units' papers, for everybody, to the folder."""
    from beredd import clock
    from beredd.clock import local_day
    from beredd.ids import entity_id
    from beredd.paper.actions import enqueue
    from beredd.paper.order import Order
    from beredd.paper.rules.span import days_from
    from beredd.people.rules.access import SYSTEM

    at = clock.now()
    for key in ("skrea", "centrum-norra", "glommen"):
        unit = Order("unit", days_from(local_day(at), 28), about=entity_id("unit", key), everybody=True)
        enqueue(unit, to="folder", channel="cli", by=SYSTEM, at=at)


def order_blank() -> None:
    """Blank forms, which need no patients, to the folder."""
    from beredd import clock
    from beredd.clock import local_day
    from beredd.paper.actions import enqueue
    from beredd.paper.order import Order
    from beredd.paper.rules.span import days_from
    from beredd.people.rules.access import SYSTEM

    at = clock.now()
    enqueue(Order("blank", days_from(local_day(at), 28)), to="folder", channel="cli", by=SYSTEM, at=at)


def print_without_end() -> None:
    """Blank forms, again and again, into nothing."""
    from itertools import repeat

    from beredd import clock
    from beredd.clock import local_day
    from beredd.paper import packs
    from beredd.paper.assemble import assemble
    from beredd.paper.documents.draft import Numbered
    from beredd.paper.render import render
    from beredd.paper.rules.sheet import sheet_id
    from beredd.paper.rules.span import days_from

    at = clock.now()
    drafts = packs.blank_plan(span=days_from(local_day(at), 28)).after
    sheets = [Numbered(draft, sheet_id(number)) for number, draft in enumerate(drafts)]
    part = next(assemble(sheets, title="", by_name="", at=at))
    with open(os.devnull, "wb") as nowhere:
        render(repeat(part), nowhere, at=at)


def look() -> None:
    """The state of each job for the folder (the demo has jobs of its own), and the SHA-256 of the file it made."""
    from beredd.paper.models import PrintJob

    rows = PrintJob.objects.filter(to="folder").select_related("pack").order_by("asked_at")
    sys.stdout.write(
        json.dumps([{"id": str(row.id), "state": row.state, "digest": row.pack and row.pack.digest} for row in rows])
    )


def run_out() -> None:
    """As if the time of the leases and the pauses had gone by."""
    from datetime import timedelta

    from beredd import clock
    from beredd.paper.models import PrintJob

    PrintJob.objects.update(lease_until=clock.now() - timedelta(hours=1), next_try_at=clock.now() - timedelta(hours=1))


if __name__ == "__main__":
    open_house()
    {
        "order": order,
        "order-blank": order_blank,
        "print-without-end": print_without_end,
        "look": look,
        "run-out": run_out,
    }[sys.argv[1]]()
