"""A rehearsal: a real server, three real stations and what lies beyond, in a network of their own. Wires are cut one at
a time, and each cut is named within three simulated minutes: a minute is a round of the server's, as in earnest.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import pytest
from tests.rehearsal.net import ADDRESS, CannotBeMade, World, world
from tests.station.test_a_station import ROOT, hand

from beredd import clock
from beredd.station.keep import Kept

pytestmark = pytest.mark.xdist_group("rehearsal")  # one world is enough

WITHIN = 3  # simulated minutes
CALM = 2
PATIENCE = 30  # simulated minutes until the rehearsal gives up
SYSTEMS = ("exorlive", "appva", "intraphone", "combine")
PLAN = f"""
every_seconds = 1
timeout_seconds = 1
slow_seconds = 0.7
certificate_days = 14
[titles]
exorlive = "ExorLive"
[[target]]
key = "internet"
kind = "http"
addresses = ["http://{ADDRESS["world"]}/"]
[[target]]
key = "names"
kind = "names"
addresses = ["world.example"]
{
    "".join(
        f'''[[target]]
key = "{name}"
kind = "http"
addresses = ["http://{name}.example/"]
'''
        for name in SYSTEMS
    )
}
[[target]]
key = "beredd"
owner = "it_service"
parents = ["link"]
kind = "http"
addresses = ["http://{ADDRESS["server"]}:8000/api/v1/hello"]
"""


@dataclass
class Town:
    """`said`: what the server has made of it, a list of verdicts for each of its rounds."""

    world: World
    folder: Path
    eye: IO[bytes]
    units: Mapping[str, str]
    took: dict[str, int] = field(default_factory=dict)

    def next(self, *, begun_after: datetime | None = None) -> list[str]:
        """After the next round; one that was under way at that time is let go by."""
        while True:
            began, said = json.loads(self.eye.readline())
            if begun_after is None or datetime.fromisoformat(began) > begun_after:
                return [self._plain(one) for one in said]

    def _plain(self, verdict: str) -> str:
        for id, name in self.units.items():
            verdict = verdict.replace(id, name)
        return verdict.rpartition(" · ")[0]  # how sure it is depends on how many are awake

    def settles(self) -> None:
        calm = 0
        for _ in range(PATIENCE):
            calm = 0 if self.next() else calm + 1
            if calm >= CALM:
                return
        raise AssertionError("it does not settle")

    def named(self, what: str, verdicts: Sequence[str], *, since: datetime) -> None:
        """In how many simulated minutes the server says exactly that."""
        heard: list[list[str]] = []
        for minute in range(1, PATIENCE + 1):
            heard.append(self.next(begun_after=since))
            if heard[-1] == list(verdicts):
                self.took[what] = minute
                assert minute <= WITHIN, f"{what}: named after {minute} minutes: {heard}"
                return
        raise AssertionError(f"{what} was never named: {heard[-3:]}")

    def own_view(self, station: str) -> Kept:
        return Kept(self.folder / station)


@contextmanager
def running(command: Sequence[str], **more: Any) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, cwd=ROOT, **more)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    if os.environ.get("DATABASE_URL"):
        pytest.skip("has a server of its own: once, with the run on SQLite, is enough")
    folder = tmp_path_factory.mktemp("rehearsal")
    with ExitStack() as stack:
        try:
            made = stack.enter_context(world())
        except CannotBeMade as fault:
            pytest.skip(f"network namespaces cannot be made here: {fault}")
        for name in (*SYSTEMS, "world", "names"):
            stack.enter_context(stand_in(made, name, folder))
        env = {**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": "", "BEREDD_HOSTS": ADDRESS["server"]}
        server = {**env, "BEREDD_DATA": str(folder / "server")}
        (folder / "server").mkdir()
        (folder / "server" / "probes.toml").write_text(PLAN, encoding="utf-8")
        stack.enter_context(running(hurried(made, "server", "serve", "--host", ADDRESS["server"]), env=server))
        answers(made, "east", f"http://{ADDRESS['server']}:8000/api/v1/hello")
        told = hand(folder / "server", "put-town")
        stack.enter_context(running(hurried(made, "server", "work"), env=server))
        for name, one in told["stations"].items():
            file = folder / f"{name}.key"
            file.touch(0o600)
            file.write_text(one["key"])
            station = {**env, "BEREDD_DATA": str(folder / name)}
            command = hurried(made, name, "station", "--to", f"http://{ADDRESS['server']}:8000", "--key", str(file))
            stack.enter_context(running(command, env=station))
        looking = [sys.executable, "-m", "tests.rehearsal.eye"]
        eye = stack.enter_context(running(looking, env=server, stdout=subprocess.PIPE))
        assert eye.stdout
        stack.enter_context(eye.stdout)
        names = {told["unit"]: "north"} | {one["id"]: name for name, one in told["stations"].items()}
        found = Town(made, folder, eye.stdout, names)
        found.settles()
        yield found
        sys.stdout.write("".join(f"\n{minutes} min  {what}" for what, minutes in found.took.items()))


def hurried(made: World, host: str, *arguments: str) -> list[str]:
    return made.inside(host, [sys.executable, "-m", "tests.rehearsal.hurried", *arguments])


@contextmanager
def stand_in(made: World, name: str, folder: Path) -> Iterator[None]:
    where = folder / name
    where.mkdir()
    (where / "hosts").write_text("\n".join(f"{one} {address}" for one, address in ADDRESS.items()))
    file = str(Path(__file__).with_name("stand_in.py"))
    what = "names" if name == "names" else "web"
    with running(made.inside(name, [sys.executable, file, what, str(where)])):
        yield


def answers(made: World, host: str, address: str) -> None:
    """Waits until it does."""
    ask = "import sys, httpx; t = httpx.HTTPTransport(retries=60); httpx.Client(transport=t).get(sys.argv[1])"
    subprocess.run(made.inside(host, [sys.executable, "-c", ask, address]), check=True, timeout=60)


CUTS: list[tuple[str, tuple[str, ...], list[str]]] = [
    ("the way out of the town", ("gate",), ["fixed_line no_answer · all · it_service"]),
    ("ExorLive", ("exorlive",), ["exorlive no_answer · all · vendor"]),
    ("Appva", ("appva",), ["appva no_answer · all · vendor"]),
    (
        "Intraphone and Combine at once",
        ("intraphone", "combine"),
        ["combine no_answer · all · vendor", "intraphone no_answer · all · vendor"],
    ),
    ("the lookup of names", ("names",), ["names no_answer · all · it_service"]),
    ("the line of a unit", ("line",), ["fixed_line no_answer · one_unit north · it_service"]),
    ("one station's own wire", ("west",), ["fixed_line no_answer · one_device west · it_service"]),
    ("the mobile network of one station", ("south",), ["mobile_network no_answer · one_device south · own_it"]),
    ("the internet", ("core",), ["internet no_answer · all · it_service"]),
    ("the server's own wire", ("server",), ["fixed_line no_answer · one_device server · it_service"]),
]


@pytest.mark.parametrize(("what", "wires", "verdicts"), CUTS, ids=[what for what, *_ in CUTS])
def test_each_cut_is_named(town: Town, what: str, wires: tuple[str, ...], verdicts: list[str]) -> None:
    try:
        for one in wires:
            town.world.cut(one)
        town.named(what, verdicts, since=clock.now())
    finally:
        for one in wires:
            town.world.mend(one)
    town.settles()
