"""One press in the office: from the button to the whole PDF of a unit of forty, over HTTP to a running server.

The demo's municipality, with people moved into one of its units until they are forty; everybody, the whole month. The
first press meets a server that has just been started. By the clock, and by the seconds of all the server's processes.
"""

import argparse
import csv
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pypdfium2

BEREDD = Path(sys.executable).with_name("beredd")
PASSWORD, WHO, UNIT, UNIT_NAME = "beredd-demo-2026", "maria", "skrea", "Hemtjänst Skrea"
TICKS = os.sysconf("SC_CLK_TCK")


def main(people: int, presses: int) -> None:
    with TemporaryDirectory(prefix="beredd-bench-") as folder:
        environment = {**os.environ, "BEREDD_DATA": folder, "DATABASE_URL": "", "PYTHONWARNINGS": "ignore"}
        unit_of(people, Path(folder), environment)
        with serving(environment) as (port, process):
            desk = Desk(f"http://127.0.0.1:{port}")
            desk.sign_in()
            for number in range(1, presses + 1):
                before, began = spent(process), time.perf_counter()
                pdf = desk.press()
                seconds, processor = time.perf_counter() - began, spent(process) - before
                pages = len(pypdfium2.PdfDocument(pdf))
                print(f"press {number}: {people} people, {pages} pages in {seconds:.2f} s, processor {processor:.2f} s")
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def unit_of(people: int, folder: Path, environment: dict[str, str]) -> None:
    """Patients are moved in as an import would move them."""
    run([BEREDD, "demo", "--load-only"], environment)
    file = folder / "demo" / "patienter.csv"
    with file.open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text, delimiter=";"))
    lacking = people - sum(row["omsorgsenhet"] == UNIT for row in rows)
    movable = (row for row in rows if row["omsorgsenhet"] == "centrum-norra")
    for row, _number in zip(movable, range(lacking), strict=False):
        row["omsorgsenhet"] = UNIT
    with file.open("w", encoding="utf-8-sig", newline="") as text:
        writer = csv.DictWriter(text, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    run([BEREDD, "import", str(folder / "demo")], environment)


def run(command: list[str | Path], environment: dict[str, str]) -> None:
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """The port and the process that all others of the server's come from."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = subprocess.Popen(
        [BEREDD, "serve", "--port", str(port)], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        server.stdout.readline()  # it says so when it listens
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(30)


@dataclass
class Desk:
    """Somebody at a browser, without the browser."""

    address: str
    browser: OpenerDirector = field(default_factory=lambda: build_opener(HTTPCookieProcessor(CookieJar())))

    def sign_in(self) -> None:
        self.send("/sign-in", {"username": WHO, "password": PASSWORD, "next": "/"})

    def press(self) -> bytes:
        """Raises SystemExit when the answer is no file."""
        asked = {"unit": self.unit(), "first": time.strftime("%Y-%m-%d"), "form": "month", "everybody": "on"}
        made = self.send("/paper/", asked)
        if not made.startswith(b"%PDF"):
            raise SystemExit("the office gave no file; is the pack too large to be made at once?")
        return made

    def unit(self) -> str:
        page = self.browser.open(self.address + "/paper/").read().decode()
        found = re.search(rf'<option value="([0-9a-f-]+)"[^>]*>\s*{UNIT_NAME}', page)
        if not found:
            raise SystemExit(f"{UNIT_NAME} cannot be chosen")
        return found[1]

    def send(self, path: str, said: dict[str, str]) -> bytes:
        page = self.browser.open(self.address + path).read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        if not token:
            raise SystemExit(f"no form at {path}")
        body = urlencode({**said, "csrfmiddlewaretoken": token[1]}).encode()
        with self.browser.open(self.address + path, body) as answer:
            return bytes(answer.read())


def spent(process: int) -> float:
    """Seconds of processor of a process, those it started and those that have ended."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = stat.read_text().rpartition(")")[2].split()
        except OSError:  # ended meanwhile: its parent has counted it
            continue
        parents[int(stat.parent.name)] = (int(after[1]), sum(map(int, after[11:15])))

    def is_ours(one: int) -> bool:
        return one == process or (one in parents and is_ours(parents[one][0]))

    return sum(ticks for one, (_parent, ticks) in parents.items() if is_ours(one)) / TICKS


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=40)
    arguments.add_argument("--presses", type=int, default=5)
    chosen = arguments.parse_args()
    main(chosen.people, chosen.presses)
