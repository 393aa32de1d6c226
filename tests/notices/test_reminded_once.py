"""A reminder is queued exactly once, though several workers look at the same time and are killed while they do."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from beredd.cli.tests.command import PROGRAM, run

BOOK = """
[channel.mail]
kind = "mail"
host = "127.0.0.1"
port = 9
tls = "none"
from = "beredd@example.se"
[[recipient]]
key = "disa"
name = "Disa"
reach = { mail = "disa@example.se" }
[[group]]
key = "remind"
title = "Påminns"
hears = ["limit_look_into"]
step = [{ after_minutes = 0, recipients = ["disa"] }]
"""
SUSPECTED = """
import django; django.setup()
from datetime import timedelta
from beredd import clock
from beredd.disruption import actions
from beredd.disruption.rules.landscape import Layer
from beredd.people.factories import town
from beredd.people.rules.access import SYSTEM
place = town()
actions.raise_incident(system="exorlive", layer=Layer.SYSTEM, units={place.north}, ground="Svarar inte", by=SYSTEM,
                       at=clock.now() - timedelta(minutes=12))
"""


def test_it_is_queued_once_however_many_look_and_are_killed(tmp_path: Path) -> None:
    (tmp_path / "notices.toml").write_text(BOOK)
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = {**kept, "BEREDD_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "beredd.config.settings"}
    for command in (["-m", "django", "migrate", "-v0"], ["-c", SUSPECTED]):
        subprocess.run([sys.executable, *command], env=environment, check=True)
    looking = [
        subprocess.Popen([str(PROGRAM), "work", "--once"], env=environment, stderr=subprocess.DEVNULL) for _ in range(5)
    ]
    for process in looking[:-1]:
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.4)  # each is killed a little further on its way
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGKILL)
    for process in looking:
        process.communicate(timeout=60)
    assert run("work", "--once", data=tmp_path).returncode == 0
    told = json.loads(run("notices", "list", "--json", data=tmp_path).stdout)
    assert [(row["subject"], len(row["notices"])) for row in told] == [("Undersök: ExorLive", 1)]
