"""beredd notices at a terminal, and what the doctor says of channels."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from beredd.cli.doctor import notices
from beredd.cli.tests.command import run
from beredd.notices.factories import BOOK, book


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA", tmp_path)


def found(text: str) -> list[tuple[bool, str]]:
    book(text)
    return [(one.well, one.text) for one in notices.examine()]


def test_the_doctor_names_each_channel_that_is_not_set_up(tmp_path: Path) -> None:
    assert [well for well, _ in found(BOOK)] == [True, False]  # mail is, sms lacks its secret
    (tmp_path / "keys").mkdir()
    key = tmp_path / "keys" / "sms.secret"
    key.write_text("x")
    key.chmod(0o644)
    assert [well for well, _ in found(BOOK)] == [True, False]
    key.chmod(0o600)
    assert [well for well, _ in found(BOOK)] == [True, True]
    assert [well for well, _ in found(BOOK.replace('user = "u"', ""))] == [True, False]
    assert [well for well, _ in found(BOOK.replace('kind = "46elks"', 'kind = "pigeon"'))] == [True, False]
    assert found("group = 1")[0][0] is False
    assert [well for well, _ in found("")] == [True]


def test_a_test_is_queued_listed_and_the_call_tree_printed(tmp_path: Path) -> None:
    book()
    environment = {**os.environ, "BEREDD_DATA": str(tmp_path)}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "django", "migrate", "-v0", "--settings", "beredd.config.settings"]
    subprocess.run(command, env=environment, check=True)
    assert "Inga meddelanden" in run("notices", "list", data=tmp_path).stdout
    assert run("notices", "send-test", "disa", data=tmp_path).returncode == 0
    listed = run("notices", "list", data=tmp_path).stdout
    assert "Disa Alm, sms: i kö" in listed
    assert "Disa Alm, mail: i kö" in listed
    wrong = run("notices", "send-test", "nobody", data=tmp_path)
    assert (wrong.returncode, "Välj en mottagare" in wrong.stderr) == (1, True)
    out = tmp_path / "tree.pdf"
    assert run("notices", "call-tree", "--out", str(out), data=tmp_path).returncode == 0
    assert out.read_bytes().startswith(b"%PDF")
    book("")
    assert "inga grupper" in run("notices", "call-tree", "--out", str(out), data=tmp_path).stderr
