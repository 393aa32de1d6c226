"""Several people who declare, dismiss and take the lead of one incident at the same moment, each on a connection.

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
    leads = together(
        [take(id, place.access(who)) for who in (place.alva, place.manager, place.mas)],
    )
    held = ledger.head().position
    done, refused = together(
        [
            move(id, place.access(who), what)
            for who, what in [
                (place.alva, Move.DISMISS),
                (place.manager, Move.CONFIRM),
                (place.mas, Move.DISMISS),
                (place.mas, Move.DEGRADE),
            ]
        ]
    )
    row = queries.incident(maria, id)
    moves = [one.what for one in row.timeline[1:] if not one.what.startswith("lead_")]
    return {
        "done": sorted(done),
        "refused": refused,
        "state": row.state,
        "moves": moves,
        "events": ledger.head().position - held,
        "led": leads,
        "leads": len(row.leads),
    }


def move(id, by, what):
    from beredd.disruption import actions
    from beredd.people.factories import MONDAY

    def act():
        actions.move_incident(incident=id, move=what, ground="Vi har sett det", by=by, at=MONDAY)
        return what.value

    return act


def take(id, by):
    from beredd.disruption import actions
    from beredd.people.factories import MONDAY

    def act():
        actions.take_lead(incident=id, seen=0, by=by, at=MONDAY)
        return by.name

    return act


def together(acts):
    """All at once: what those gave that went through, and why the others were refused."""
    start, done, refused = threading.Barrier(len(acts)), [], []
    threads = [threading.Thread(target=attempt, args=(start, act, done, refused)) for act in acts]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return done, refused


def attempt(start, act, done, refused):
    from django.db import connection

    from beredd.people.rules.access import Refused

    start.wait()
    try:
        done.append(act())
    except Refused as no:
        refused.append(no.code)
    finally:
        connection.close()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main()))
