"""The whole search of the library, as the office asks: 10,000 exercises with their pictures in an encrypted database.

The questions of contract/cases/exercise_search.json, without and with filters; from the call to the rows one shows.
Beside it, in the same run: the same rows fetched by their ids, which nothing can be quicker than.
"""

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from search import CASES, ROOT, enumerated

SHOWN = 24


def main(many: int) -> None:
    with tempfile.TemporaryDirectory(prefix="beredd-bench-") as folder:
        os.environ |= {"BEREDD_DATA": folder, "DJANGO_SETTINGS_MODULE": "beredd.config.settings"}
        from beredd.cli.house import prepare

        prepare()
        fill(many)
        from beredd.care.models import Exercise
        from beredd.care.queries import Wanted, search_exercises
        from beredd.people.rules.access import SYSTEM

        def ask(wanted: Wanted) -> Callable[[str], Any]:
            return lambda query: search_exercises(SYSTEM, query, wanted, limit=SHOWN)

        start = time.perf_counter()
        ask(Wanted())("balans")
        print(f"the first question, which makes the index: {time.perf_counter() - start:.1f} s")
        ids = list(Exercise.objects.order_by("name").values_list("id", flat=True)[:SHOWN])
        three = Wanted(position="sitting", function="strength", need="band")
        print(f"{'':28}{'median ms':>11}{'slowest ms':>12}")
        for name, search in (
            ("all", ask(Wanted())),
            ("those that use a chair", ask(Wanted(need="chair"))),
            ("three filters", ask(three)),
            ("the rows alone, by their ids", lambda _: list(Exercise.objects.filter(id__in=ids))),
        ):
            took = [timed(search, case["query"]) for case in CASES]
            print(f"{name:28}{statistics.median(took):>11.1f}{max(took):>12.1f}")
    print(f"{many} exercises; load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def fill(many: int) -> None:
    from beredd.care.models import Exercise
    from beredd.care.rules.exercise import kinds

    files = sorted((ROOT / "content" / "exercises").glob("*.json"))
    library: dict[UUID, Any] = {UUID(int=number): whole(path) for number, path in enumerate(files)}
    rows = []
    for number, (id, one) in enumerate(enumerated(library, many)):
        of = kinds(one)
        columns = {"position": of.position, "region": of.region, "function": of.function, "needs": list(of.needs)}
        rows.append(Exercise(id=id, key=f"e{number}", name=one["name"]["sv"], content=one, **columns))
    Exercise.objects.bulk_create(rows, batch_size=500)


def whole(path: Any) -> dict[str, Any]:
    """The exercise with its pictures read in, as it is stored."""
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    pictures = [{"svg": (path.parent / one["file"]).read_text("utf-8"), "alt": one["alt"]} for one in told["pictures"]]
    return {**told, "pictures": pictures}


def timed(search: Callable[[str], Any], query: str) -> float:
    start = time.perf_counter()
    search(query)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", type=int, default=10_000)
    main(parser.parse_args().many)
