"""Several people who declare and dismiss the same incident at the same moment, each on a connection of their own.

Run as a program against a database of its own. Prints what was done, refused and recorded in each round.
"""

import json
import os
import sys
import threading

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beredd.config.settings")

import django

ROUNDS = 10


def main() -> list[dict[str, object]]:
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from beredd.people.factories import town

    place = town()
    return [one_round(place, number) for number in range(ROUNDS)]


def one_round(place, number):
    from beredd.disruption import actions, queries
    from beredd.disruption.rules.incident import Move
    from beredd.disruption.rules.landscape import Layer
    from beredd.ledger import queries as ledger
    from beredd.people.factories import MONDAY

    maria = place.access(place.mas)
    said = {"layer": Layer.SYSTEM, "units": {place.north}, "ground": "Svarar inte", "by": maria, "at": MONDAY}
    id = actions.raise_incident(system=f"system-{number}", **said)
    held = ledger.head().position
    start, done, refused = threading.Barrier(4), [], []
    calls = [
        (place.alva, Move.DISMISS),
        (place.manager, Move.CONFIRM),
        (place.mas, Move.DISMISS),
        (place.mas, Move.DEGRADE),
    ]
    threads = [
        threading.Thread(target=attempt, args=(start, id, place.access(who), move, done, refused))
        for who, move in calls
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    row = queries.incident(maria, id)
    moves = [one.what for one in row.timeline[1:]]
    return {
        "done": sorted(done),
        "refused": refused,
        "state": row.state,
        "moves": moves,
        "events": ledger.head().position - held,
    }


def attempt(start, id, by, move, done, refused):
    from django.db import connection

    from beredd.disruption import actions
    from beredd.people.factories import MONDAY
    from beredd.people.rules.access import Refused

    start.wait()
    try:
        actions.move_incident(incident=id, move=move, ground="Vi har sett det", by=by, at=MONDAY)
        done.append(move.value)
    except Refused as no:
        refused.append(no.code)
    finally:
        connection.close()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main()))
