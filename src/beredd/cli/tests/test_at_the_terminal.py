"""Import, balance, demo and serve as whole commands, each in a process of its own."""

import json
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from beredd import clock
from beredd.cli.tests.command import PROGRAM, run

ROWS = {
    "organisationer": "nyckel;namn;slag\nkommunen;Kommunen;kommun\n",
    "enheter": "nyckel;namn;slag;vårdgivare\nnorr;Hemtjänst Norr;omsorg;kommunen\n",
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in ROWS.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_is_read_in_once_and_then_nothing_is_new(files: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    checked = json.loads(run("import", str(files), "--check", "--json", data=data).stdout)
    assert (checked["stored"], checked["faults"]) == (False, [])
    first = json.loads(run("import", str(files), "--json", data=data).stdout)
    assert first["stored"] and first["changed"]["units"] == 1
    again = run("import", str(files), data=data)
    assert (again.returncode, again.stdout) == (0, "Inget nytt: allt fanns redan.\n")
    balance = run("balance", "--unit", "norr", "--day", "2026-11-23", "--json", data=data)
    assert json.loads(balance.stdout)["name"] == "Hemtjänst Norr"


def test_faults_are_listed_and_nothing_is_stored(files: Path, tmp_path: Path) -> None:
    (files / "enheter.csv").write_text("nyckel;namn;slag;vårdgivare\nnorr;Norr;skola;kommunen\n", encoding="utf-8")
    answer = run("import", str(files), data=tmp_path / "data")
    assert answer.returncode == 1
    assert "enheter.csv, rad 2, kolumn ”slag”" in answer.stderr
    assert "Inget har sparats" in answer.stderr
    asked = run("balance", "--unit", "norr", "--day", "2026-11-23", data=tmp_path / "data")
    assert asked.returncode == 2
    told = json.loads(run("import", str(files), "--json", data=tmp_path / "data").stdout)
    assert [(one["file"], one["row"], one["column"]) for one in told["faults"]] == [("enheter.csv", 2, "slag")]


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    answer = run("import", str(tmp_path / "nowhere"), data=tmp_path / "data")
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr


def test_a_lost_key_is_a_sentence_and_no_new_key_is_made(tmp_path: Path) -> None:
    run("doctor", data=tmp_path)
    (tmp_path / "keys" / "database.key").unlink()
    answer = run("balance", "--unit", "norr", "--day", "2026-11-23", data=tmp_path)
    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "keys" / "database.key").exists()


def test_a_taken_port_is_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        answer = run("serve", "--port", str(other.getsockname()[1]), data=tmp_path)
    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1)
    assert "--port" in answer.stderr


def test_the_demo_is_made_once_and_served_until_stopped(tmp_path: Path) -> None:
    made = run("demo", "--load-only", "--today", str(clock.today()), data=tmp_path)
    assert made.returncode == 0, made.stderr
    assert "beredd-demo-2026" in made.stdout
    again = run("demo", "--load-only", data=tmp_path)
    assert (again.stdout, again.stderr) == (made.stdout, "")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [str(PROGRAM), "serve", "--port", port, "--workers", "1"]
    environment = {"BEREDD_DATA": str(tmp_path), "PATH": "/usr/bin:/bin", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as service:
        assert service.stdout is not None
        assert f"http://localhost:{port}" in service.stdout.readline()
        service.send_signal(signal.SIGINT)
        assert service.wait(timeout=30) == 0
