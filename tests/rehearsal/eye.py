"""Says what the server makes of it, a line for each of its rounds, with when that began. Run with the server's data."""

import json
import sys
import time

from tests.rehearsal import hurried  # noqa: F401  # reads the hurried file

from beredd.cli.house import open_house

LOOK = 0.05


def main() -> None:
    from beredd import clock
    from beredd.disruption import queries
    from beredd.disruption.models import Observation
    from beredd.disruption.notation import told
    from beredd.people.rules.access import SYSTEM

    last = None
    while True:
        newest = Observation.objects.filter(vantage="server").order_by("-at").values_list("at", flat=True).first()
        if newest is not None and newest != last:
            last = newest
            verdicts = [told(one) for one in queries.diagnosis(SYSTEM, at=clock.now())]
            sys.stdout.write(json.dumps([newest.isoformat(), verdicts], ensure_ascii=False) + "\n")
            sys.stdout.flush()
        time.sleep(LOOK)


if __name__ == "__main__":
    open_house()
    main()
