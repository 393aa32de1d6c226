"""Searching 10,000 exercises: ours, SQLite FTS5 and LIKE, on the same library and the same questions in the same run.

The library is the one that comes with Beredd, each exercise copied with another word in its name. Found: how many of
the questions of contract/cases/exercise_search.json have what is expected among the first five, in the library itself.
"""

import argparse
import json
import os
import re
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

ROOT = Path(__file__).resolve().parents[1]
CASES = json.loads((ROOT / "contract" / "cases" / "exercise_search.json").read_text("utf-8"))
SOUNDS = ("ba", "de", "fi", "go", "hu", "ky", "lå", "mä", "nö", "ra")
Search = Callable[[str], list[UUID]]


def main(many: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beredd.config.settings")
    import django

    django.setup()
    files = sorted((ROOT / "content" / "exercises").glob("*.json"))
    library = {uuid4(): json.loads(path.read_text("utf-8")) for path in files}
    large = dict(enumerated(library, many))
    print(f"{'':14}{'found':>8}{'index s':>9}{'median ms':>11}{'slowest ms':>12}")
    for name, make in (("Beredd", ours), ("SQLite FTS5", fts5), ("SQLite LIKE", like)):
        found = sum(answers(case, make(library), library) for case in CASES)
        start = time.perf_counter()
        search = make(large)
        made = time.perf_counter() - start
        took = [timed(search, case["query"]) * 1000 for case in CASES]
        print(f"{name:14}{found:>5}/{len(CASES)}{made:>9.2f}{statistics.median(took):>11.2f}{max(took):>12.2f}")
    print(f"{len(large)} exercises; load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def enumerated(library: dict[UUID, Any], many: int) -> Any:
    originals = list(library.values())
    for number in range(many):
        word = "".join(SOUNDS[int(digit)] for digit in f"{number:05}")
        one = originals[number % len(originals)]
        yield uuid4(), {**one, "name": {tongue: f"{text} {word}" for tongue, text in one["name"].items()}}


def answers(case: dict[str, Any], search: Search, library: dict[UUID, Any]) -> bool:
    first = [library[id] for id in search(case["query"])[:5]]
    keys = {one["key"] for one in first}
    alike = all(one[field] == value for field, value in case.get("all", {}).items() for one in first)
    return bool(first) and {*case.get("expect", ())} <= keys and alike


def ours(library: dict[UUID, Any]) -> Search:
    from beredd.care.queries.search import findable, synonyms
    from beredd.care.rules.search import find, index

    made = index((findable(id, one) for id, one in library.items()), synonyms())
    return lambda query: find(made, query, limit=50)


def fts5(library: dict[UUID, Any]) -> Search:
    base = filled(library, "CREATE VIRTUAL TABLE e USING fts5(id UNINDEXED, name, text)")
    asked = "SELECT id FROM e WHERE e MATCH ? ORDER BY bm25(e, 0, 6, 1) LIMIT 50"
    return lambda query: rows(base, asked, [" ".join(f'"{word}"*' for word in re.findall(r"\w+", query))])


def like(library: dict[UUID, Any]) -> Search:
    base = filled(library, "CREATE TABLE e (id, name, text)")

    def search(query: str) -> list[UUID]:
        words = re.findall(r"\w+", query)
        tests = " AND ".join(["(name || ' ' || text) LIKE ?"] * len(words))
        return rows(base, f"SELECT id FROM e WHERE {tests} ORDER BY name LIMIT 50", [f"%{word}%" for word in words])

    return search


def filled(library: dict[UUID, Any], table: str) -> sqlite3.Connection:
    from beredd.care.queries.search import findable

    base = sqlite3.connect(":memory:")
    base.execute(table)
    told = [findable(id, one) for id, one in library.items()]
    base.executemany("INSERT INTO e VALUES (?, ?, ?)", [(str(o.id), o.name, f"{o.kinds} {o.text}") for o in told])
    return base


def rows(base: sqlite3.Connection, statement: str, values: list[str]) -> list[UUID]:
    return [UUID(id) for (id,) in base.execute(statement, values)]


def timed(search: Search, query: str) -> float:
    start = time.perf_counter()
    search(query)
    return time.perf_counter() - start


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exercises", type=int, default=10_000)
    sys.exit(main(parser.parse_args().exercises))
