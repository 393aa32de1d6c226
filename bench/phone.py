"""From a cold start without network to today's list, with 60 patients on a phone four times slower than this machine.

The person's typing is left out. What the machine needs falls into three: until the PIN can be typed, the derivation of
the key from the PIN (slow on purpose), and from there until today's list stands on the screen: its first screenful, the
rest is a row of its own. What is loaded while the PIN is typed must fit into that time: the last row is the PIN typed
without any pause, far quicker than a person does. Beside it, as the floor: a file of a few hundred bytes from the same
service worker, in a cold browser slowed as much.
"""

import argparse
import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.intake import await_server, free_port, in_process, setup
from playwright.sync_api import BrowserContext, Page, sync_playwright

APP = Path(__file__).resolve().parents[1] / "src" / "beredd" / "phone_api" / "app"
BEREDD = Path(sys.executable).with_name("beredd")
PASSWORD, PIN = "a-bench-of-oak-2026", "274915"
PATIENTS, SLOWER, LARGEST = 60, 4, 80 * 1024
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]

MARKS_WHEN = """wanted => new Promise(done => new PerformanceObserver((_, watcher) => {
    const marks = Object.fromEntries(performance.getEntriesByType("mark").map(one => [one.name, one.startTime]));
    if (wanted in marks) { watcher.disconnect(); done(marks); }
}).observe({ type: "mark", buffered: true }))"""
DOCUMENTS_HELD = """async () => {
    let held = 0;
    for (const { name } of await indexedDB.databases()) {
        const database = await new Promise(done => { indexedDB.open(name).onsuccess = e => done(e.target.result); });
        if (database.objectStoreNames.contains("docs")) {
            const all = database.transaction("docs").objectStore("docs").count();
            held += await new Promise(done => { all.onsuccess = () => done(all.result); });
        }
        database.close();
    }
    return held;
}"""


@dataclass(frozen=True)
class Start:
    """Milliseconds."""

    floor: float
    lock_shown: float
    typed: float
    key_derived: float
    list_shown: float
    list_whole: float


def main(rounds: int) -> None:
    with TemporaryDirectory(prefix="beredd-bench-") as folder:
        starts = measure(Path(folder), rounds)
    rows = {
        "a small file from the same service worker": [one.floor for one in starts],
        "app start → PIN can be typed": [one.lock_shown for one in starts],
        "PIN typed → key derived (argon2id)": [one.key_derived for one in starts],
        "key derived → today's list": [one.list_shown for one in starts],
        "key derived → the whole list": [one.list_whole for one in starts],
        "start to list, without the derivation": [one.lock_shown + one.list_shown for one in starts],
        "start to list, all machine time": [one.lock_shown + one.key_derived + one.list_shown for one in starts],
        "PIN can be typed → typed by a machine": [one.typed for one in starts],
    }
    print(f"{PATIENTS} patients, {SLOWER} × slower CPU, no network, {rounds} cold starts")
    print(f"{'':46}{'median ms':>10}{'worst ms':>10}")
    for name, figures in rows.items():
        print(f"{name:46}{statistics.median(figures):>10,.0f}{max(figures):>10,.0f}")
    print_sizes()


def measure(folder: Path, rounds: int) -> list[Start]:
    os.environ.update(BEREDD_DATA=str(folder / "data"), DATABASE_URL="")
    in_process(prepare, PATIENTS)
    port = free_port()
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    server = subprocess.Popen([BEREDD, "serve", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL)
    with sync_playwright() as playwright:

        def launch() -> BrowserContext:
            return playwright.chromium.launch_persistent_context(
                folder / "phone",
                executable_path=os.environ.get("BEREDD_CHROMIUM") or shutil.which("chromium"),
                args=QUIET,
                viewport={"width": 390, "height": 844},
                locale="sv-SE",
            )

        try:
            await_server(port)
            context = launch()
            enrol(context.pages[0], f"http://localhost:{port}/app/")
            context.close()
        finally:
            server.terminate()
            server.wait(30)
        address = f"http://localhost:{port}/app/"
        return [cold_start(launch, address) for _ in range(rounds)]


def enrol(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_test_id("username").fill("bo")
    page.get_by_test_id("password").fill(PASSWORD)
    page.get_by_test_id("sign-in").click()
    for _ in range(2):
        page.get_by_test_id("pin-1").wait_for()
        page.keyboard.type(PIN)
    page.get_by_test_id("today-date").wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    page.wait_for_timeout(3_000)
    held = page.evaluate(DOCUMENTS_HELD)
    if held < PATIENTS:
        raise SystemExit(f"the phone holds {held} documents only")


def slowed(context: BrowserContext) -> Page:
    context.set_offline(True)
    page = context.pages[0]
    page.goto("about:blank")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def floor_of(context: BrowserContext, address: str) -> float:
    """In a browser of its own: what it warms up would be given to the app for nothing."""
    page = slowed(context)
    page.goto(f"{address}manifest.webmanifest")
    duration: float = page.evaluate("performance.getEntriesByType('navigation')[0].duration")
    context.close()
    return duration


def cold_start(launch: Callable[[], BrowserContext], address: str) -> Start:
    floor = floor_of(launch(), address)
    context = launch()
    page = slowed(context)
    page.goto(address)
    page.evaluate(MARKS_WHEN, "lock-shown")
    page.keyboard.type(PIN[:-1])
    page.evaluate("addEventListener('keydown', () => performance.mark('last-digit'), {capture: true, once: true})")
    page.keyboard.type(PIN[-1])
    marks = page.evaluate(MARKS_WHEN, "today-whole")
    context.close()
    return Start(
        floor=floor,
        lock_shown=marks["lock-shown"],
        typed=marks["last-digit"] - marks["lock-shown"],
        key_derived=marks["pin-accepted"] - marks["last-digit"],
        list_shown=marks["today-shown"] - marks["pin-accepted"],
        list_whole=marks["today-whole"] - marks["pin-accepted"],
    )


def print_sizes() -> None:
    def packed(files: list[Path]) -> float:
        return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) / 1024

    def with_imports(*names: str) -> list[Path]:
        files = [file for name in names for file in assets.glob(f"{name}-*.js")]
        imported = [assets / found for file in files for found in re.findall(r'from"\./([^"]+)"', file.read_text())]
        return list({*files, *imported})

    assets = APP / "assets"
    print(
        f"\nJavaScript to today's list, gzipped: {packed(with_imports('index', 'inside')):.1f} KiB of {LARGEST // 1024}"
    )
    print(f"of it to the lock: {packed(with_imports('index')):.1f} KiB")
    print(f"all of the app's JavaScript: {packed([*assets.glob('*.js'), APP / 'sw.js']):.1f} KiB")


def prepare(patients: int) -> None:
    """Bo's unit with sixty patients, two prescriptions each, one of them with a programme of four exercises."""
    setup()
    from django.contrib.auth.hashers import make_password
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from beredd.care import actions as care
    from beredd.care.factories import patient, prescription
    from beredd.ids import entity_id
    from beredd.importing.library import read_library
    from beredd.people import actions as people
    from beredd.people.factories import MONDAY, town
    from beredd.people.rules.access import SYSTEM

    place = town()
    for one in read_library(Path(os.environ["BEREDD_DATA"]))[0][:8]:
        id = entity_id("exercise", one.key)
        care.put_exercise(id=id, key=one.key, name=one.name, content=one.content, by=SYSTEM, at=MONDAY)
    people.set_password(user=place.bo, encoded=make_password(PASSWORD), by=SYSTEM, at=MONDAY)
    programme = entity_id("programme", "bench")
    care.put_programme(id=programme, key="bench", name="Ben", items=items(), by=SYSTEM, at=MONDAY)
    for number in range(patients):
        id = patient(place, f"p{number:02}", identity=f"99{number:08}")
        prescription(place, id, "08:00", "14:00", programme=programme)
        prescription(place, id, "10:00", "18:00")


def items() -> list[object]:
    from beredd.care import queries
    from beredd.care.actions import Item

    return [Item(row.id, sets=2, repetitions=8) for row in queries.exercises()[:4]]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    main(parser.parse_args().rounds)
