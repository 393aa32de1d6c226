"""A station beside a real server: it learns what to try, tells what it sees, waits while cut off, and loses nothing."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from tests.journeys.town import Server, environment

from beredd import clock
from beredd.disruption.tests.local_servers import web
from beredd.station.exchange import Exchange
from beredd.station.keep import Kept, Rounds
from beredd.station.tests.test_page import NOBODY, PLAN
from beredd.station.watch import LOOK_AGAIN, Watch
from beredd.sync.observed import MOST_ROUNDS

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Town:
    server: Server
    key: str

    @property
    def plan(self) -> Path:
        return self.server.data / "probes.toml"

    def do(self, verb: str) -> Any:
        return hand(self.server.data, verb)


def hand(data: Path, verb: str) -> Any:
    command = [sys.executable, "-m", "tests.station.at_data", verb]
    env = {**environment(data), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True, text=True)
    return json.loads(done.stdout) if done.stdout else None


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    if os.environ.get("DATABASE_URL"):
        pytest.skip("has a server of its own: once, with the run on SQLite, is enough")
    server = Server(tmp_path_factory.mktemp("town") / "server")
    server.start()
    told = hand(server.data, "put-town")
    yield Town(server, told["stations"]["east"]["key"])
    server.stop()


@pytest.fixture
def exorlive() -> Iterator[str]:
    with web() as address:
        yield address


def test_the_life_of_a_station(town: Town, exorlive: str, tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    together, alone = Watch(kept, Exchange(town.server.address, town.key)), Watch(kept, Exchange(NOBODY, town.key))

    # Nobody has said what to try: it asks, and tries nothing.
    assert together.round() == LOOK_AGAIN
    town.plan.write_text(PLAN.format(address=exorlive), encoding="utf-8")
    assert together.round() == 0.0
    assert kept.plan_sum() == Kept(town.server.data).plan_sum()

    # It tells what it sees.
    assert 15 < together.round() <= 20
    assert dict(town.do("look")["seen"]) == {"link": "works", "exorlive": "works"}
    word = kept.last_word()
    assert word and word.known and [one.title for one in word.status.systems] == ["ExorLive"]

    # Cut off for more than an hour, it goes on looking, and loses nothing of it.
    now, rounds = clock.now(), MOST_ROUNDS + 5
    for minute in range(1, rounds + 1):
        with time_machine.travel(now + timedelta(minutes=minute - rounds), tick=False):
            alone.round()
    assert len(kept.seen().waiting) == rounds
    together.round()
    assert len([one for one in town.do("look")["seen"] if one[0] == "exorlive"]) == 1 + rounds + 1
    assert kept.seen().waiting == []

    # What has been told is not told again, and not kept twice.
    before = len(town.do("look")["seen"])
    together.tell(clock.now())
    kept.put_seen(Rounds(waiting=kept.seen().rounds))  # as if the answer had been lost
    together.tell(clock.now())
    assert len(town.do("look")["seen"]) == before

    # When there is nothing to try any longer it learns that too.
    town.plan.unlink()
    together.round()
    assert kept.plan() is None

    # Switched off, it says goodbye; withdrawn, it is told so.
    before = len(town.do("look")["seen"])
    together.tell(clock.now(), resting=True)
    assert town.do("look")["resting"] == ["east"]
    town.do("withdraw")
    together.round()
    word = kept.last_word()
    assert word and not word.known
    assert len(town.do("look")["seen"]) == before
