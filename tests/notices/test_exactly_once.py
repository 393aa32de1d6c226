"""Each notice arrives exactly once, though the worker and the servers are killed right between sending and receipt."""

import json
import os
import signal
import socket
import subprocess
import sys
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from threading import Event
from typing import Any
from uuid import uuid4

import pytest

from beredd.cli.tests.command import PROGRAM, run
from beredd.notices.tests import servers
from beredd.notices.tests.browser import Browser

RECIPIENTS = ("disa", "maria", "noor")
DEVICES = {key: str(uuid4()) for key in RECIPIENTS}
LEASE = "1.5"
PATIENCE = 60  # seconds


class Scene:
    """A data folder, two servers and a worker; everything that is started is ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ports = {"mail": _free_port(), "web": _free_port()}
        self.files = {kind: folder / f"{kind}.jsonl" for kind in self.ports}
        self.running: dict[str, subprocess.Popen[str]] = {}
        (folder / "notices.toml").write_text(self.book())
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        secrets = {"BEREDD_SECRET_SMS": "x", "BEREDD_SECRET_TEAMS": f"http://127.0.0.1:{self.ports['web']}/card"}
        self.environment = {**environment, **secrets, "BEREDD_DATA": str(folder), "LANG": "en_GB.UTF-8"}
        command = [sys.executable, "-m", "django", "migrate", "-v0", "--settings", "beredd.config.settings"]
        subprocess.run(command, env=self.environment, check=True)
        self.phones = {key: Browser(f"http://127.0.0.1:{self.ports['web']}/push/{key}") for key in RECIPIENTS}
        said = [json.dumps([DEVICES[key], *astuple(self.phones[key].subscription)]) for key in RECIPIENTS]
        command = [sys.executable, "-m", "beredd.notices.tests.agreeing", *said]
        subprocess.run(command, env=self.environment, check=True)

    def book(self) -> str:
        mail, web = self.ports["mail"], f"http://127.0.0.1:{self.ports['web']}"
        people = "".join(
            f'[[recipient]]\nkey = "{key}"\nname = "{key.title()}"\n'
            f'reach = {{ mail = "{key}@example.se", sms = "+4670{key}", gateway = "{key}", teams = "{key}", '
            f'push = "{DEVICES[key]}" }}\n'
            for key in RECIPIENTS
        )
        return f"""
[channel.mail]
kind = "mail"
host = "127.0.0.1"
port = {mail}
tls = "none"
from = "beredd@example.se"
[channel.sms]
kind = "46elks"
address = "{web}/a1/sms"
user = "u"
from = "Beredd"
[channel.gateway]
kind = "http"
address = "{web}/messages"
recognises_key = true
body = {{ number = "{{to}}", text = "{{text}}" }}
[channel.teams]
kind = "webhook"
[channel.push]
kind = "webpush"
contact = "mailto:it@example.se"
services = ["{web}"]
{people}"""

    def start(self, name: str, *arguments: str) -> None:
        kind = [sys.executable, servers.__file__, name, str(self.ports[name]), str(self.files[name]), *arguments]
        worker = [str(PROGRAM), "notices", "work", "--lease", LEASE]
        self.running[name] = subprocess.Popen(
            worker if name == "worker" else kind,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.hears(name)

    def start_worker(self) -> None:
        self.ports.setdefault("worker", 0)
        self.files.setdefault("worker", self.folder / "none")
        self.start("worker")

    def hears(self, name: str) -> str:
        """The next line that it says."""
        out = self.running[name].stdout
        assert out
        return out.readline().strip()

    def kill(self, name: str) -> None:
        process = self.running.pop(name)
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGKILL)
        process.communicate(timeout=PATIENCE)

    def listed(self) -> list[dict[str, Any]]:
        told = run("notices", "list", "--json", data=self.folder)
        assert told.returncode == 0, told.stderr
        return [{**one, "to": row["subject"]} for row in json.loads(told.stdout) for one in row["notices"]]

    def settled(self) -> list[dict[str, Any]]:
        """Waits until nothing is on its way."""
        for _ in range(PATIENCE):
            rows = self.listed()
            if not {one["fate"] for one in rows} & {"queued", "sending", "failed"}:
                return rows
            Event().wait(0.2)
        raise AssertionError(rows)

    def came(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.files[name].read_text().splitlines()]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    made = Scene(tmp_path)
    yield made
    for name in list(made.running):
        made.kill(name)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_each_comes_once_whoever_is_killed_between_sending_and_receipt(scene: Scene) -> None:
    scene.start("mail", "hold=1")
    scene.start("web", "hold=1,2,3,4")
    for key in RECIPIENTS:
        assert run("notices", "send-test", key, data=scene.folder).returncode == 0
    scene.start_worker()
    heard = [scene.hears("mail"), *(scene.hears("web") for _ in range(4))]
    assert heard == ["holding"] * 5  # each channel has one that came, and nobody has been told so
    scene.kill("worker")
    for name in ("mail", "web"):
        scene.kill(name)
    scene.start("mail", "die=2")
    scene.start("web", "die=2")
    scene.start_worker()
    for name in ("mail", "web"):
        assert scene.hears(name) == "died"
        scene.kill(name)
        scene.start(name)
    rows = scene.settled()

    letters = Counter(row["id"] for row in scene.came("mail"))
    assert len(letters) == len(RECIPIENTS)  # in a mailbox that knows a Message-ID again, as Exchange and Gmail do
    assert sum(letters.values()) > len(RECIPIENTS)  # SMTP itself knows nothing again: it had some twice
    web = scene.came("web")
    texts = Counter(row["to"] for row in web if row["path"] == "/a1/sms")
    assert texts == Counter({f"+4670{key}": 1 for key in RECIPIENTS})  # it was asked
    keys = Counter(row["id"] for row in web if row["path"] == "/messages")
    assert len(keys) == len(RECIPIENTS)
    assert set(keys.values()) == {1}  # it knew the key again
    cards = Counter(row["id"] for row in web if row["path"] == "/card")
    assert set(cards.values()) == {1}  # never twice; of those that were cut off nobody knows, and it says so
    pushed = [row for row in web if row["path"].startswith("/push/")]
    for key, phone in scene.phones.items():
        theirs = [phone.read(b64decode(row["content"])) for row in pushed if row["path"].endswith(key)]
        assert len({one["tag"] for one in theirs}) == 1  # on the phone, where the same tag replaces what is shown
    assert len(pushed) > len(RECIPIENTS)  # a push service may have had it twice, by one Topic
    fates = {kind: Counter(one["fate"] for one in rows if one["channel"] == kind) for kind in ("mail", "teams", "push")}
    assert fates["mail"] == fates["push"] == Counter(sent=len(RECIPIENTS))
    assert fates["teams"]["unsure"] in (1, 2)
    assert fates["teams"]["sent"] + fates["teams"]["unsure"] == len(RECIPIENTS)
