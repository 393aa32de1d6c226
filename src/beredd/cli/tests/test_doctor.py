"""The doctor sees what is wrong and says what to do."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.db.utils import OperationalError

from beredd.cli.doctor import database, house, machine
from beredd.cli.tests.command import run
from beredd.people.factories import MONDAY, town


def test_a_machine_without_data_is_told_to_start_the_service(tmp_path: Path) -> None:
    answer = run("doctor", "--json", data=tmp_path)
    found = {one["check"]: one for one in json.loads(answer.stdout)}
    assert answer.returncode == 1
    assert not found["migrations"]["ok"]
    assert "beredd serve" in found["migrations"]["remedy"]
    assert found["python"]["ok"] and found["sqlite"]["ok"] and found["time_zone"]["ok"]


def test_a_key_that_others_can_read_is_found(tmp_path: Path) -> None:
    run("doctor", data=tmp_path)
    key = tmp_path / "keys" / "secret.key"
    key.chmod(0o644)
    answer = run("doctor", data=tmp_path)
    assert answer.returncode == 1
    assert f"chmod 600 {key}" in answer.stdout


def test_keys_for_the_owner_alone_are_well(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    os.close(os.open(tmp_path / "keys" / "a.key", os.O_CREAT, 0o600))
    assert [one.well for one in machine.keys(tmp_path)] == [True]
    (tmp_path / "keys" / "a.key").chmod(0o640)
    assert [one.well for one in machine.keys(tmp_path)] == [False]


def test_what_is_not_built_is_named(tmp_path: Path) -> None:
    found = [house.phone_app(tmp_path), house.office_assets(tmp_path)]
    assert not any(one.well for one in found)
    assert all("make install" in one.remedy for one in found)


def test_catalogues_that_are_older_than_their_texts_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "care" / "locale" / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").touch()
    assert "care" in house.catalogues(tmp_path).text
    (folder / "django.mo").touch()
    assert house.catalogues(tmp_path).well


def test_a_full_disk_is_ill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "LEAST_FREE", 10**18)
    assert not machine.disk(tmp_path / "not" / "yet" / "there").well


def test_a_fit_database_is_well(db: None) -> None:
    assert [one.name for one in database.examine() if one.well] == ["database", "migrations", "ledger", "clock"]


def test_a_broken_chain_is_told_with_its_place(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beredd.ledger.queries.verify", lambda: 17)
    found = database.chain()
    assert not found.well
    assert "17" in found.text


def test_nothing_more_is_asked_of_a_database_that_does_not_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError("no such file")

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.ensure_connection", refuse)
    found = list(database.examine())
    assert [(one.name, one.well) for one in found] == [("database", False)]


def test_a_clock_behind_the_ledger_is_found(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    town()
    monkeypatch.setattr("beredd.clock.now", lambda: MONDAY - timedelta(hours=1))
    assert [one.name for one in database.examine() if not one.well] == ["clock"]
