"""Writers that commit late and a reader that follows a cursor: run as a program of its own, against a real database.

Prints {"written": …, "seen": …}. With --naive the positions come from a plain sequence instead of the ledger.
"""

import argparse
import json
import os
import sys
import threading
from uuid import uuid4

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beredd.config.settings")

import django

WRITERS, EVENTS = 4, 25
LATE = 0.02  # seconds between having a position and committing it, for every second event


def main(naive: bool) -> dict[str, int]:
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    if naive:
        prepare_naive()
    read, write = (naive_since, write_naive) if naive else (ledger_since, write_ledger)
    done = threading.Event()
    seen: list[int] = []
    reader = threading.Thread(target=follow, args=(read, seen, done))
    begin = max(read(0), default=0)
    seen.append(begin)
    reader.start()
    writers = [threading.Thread(target=write_many, args=(write,)) for _ in range(WRITERS)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    done.set()
    reader.join()
    return {"written": WRITERS * EVENTS, "seen": len(seen) - 1}


def follow(read, seen, done):
    """Asks for what is after the last position it has seen, again and again, and once more at the end."""
    from django.db import connection

    last_round = False
    while not last_round:
        last_round = done.wait(0.001)
        seen.extend(read(seen[-1]))
    connection.close()


def write_many(write):
    from django.db import connection

    for number in range(EVENTS):
        write(late=number % 2 == 0)
    connection.close()


def wait():
    threading.Event().wait(LATE)


def write_ledger(*, late):
    from django.db import transaction

    from beredd import clock
    from beredd.ledger.actions import append
    from beredd.people.events import entry
    from beredd.people.rules.access import SYSTEM

    with transaction.atomic():
        append([entry("test", by=SYSTEM, subject=("system", uuid4()), at=clock.now(), body={})])
        if late:
            wait()


def ledger_since(position):
    from beredd.ledger.queries import events_since

    return [event.position for event in events_since(position)]


def prepare_naive():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE naive (position bigserial PRIMARY KEY, id uuid)")


def write_naive(*, late):
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO naive (id) VALUES (%s)", [uuid4()])
        if late:
            wait()


def naive_since(position):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT position FROM naive WHERE position > %s ORDER BY position", [position])
        return [row[0] for row in cursor.fetchall()]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--naive", action="store_true")
    json.dump(main(parser.parse_args().naive), sys.stdout)
