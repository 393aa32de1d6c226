"""beredd probe, diagnose and incident, as somebody at a terminal runs them."""

import json
from argparse import Namespace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.cli import incident_moves, incident_report
from beredd.cli.tests.command import run
from beredd.cli.trouble import Trouble
from beredd.disruption.factories import incident
from beredd.disruption.rules.incident import Move
from beredd.people.factories import MONDAY, town
from beredd.people.rules.access import NotAllowed, Refused

PLAN = """
every_seconds = 60
timeout_seconds = 2
slow_seconds = 2
certificate_days = 14
[titles]
exorlive = "ExorLive"
[[target]]
key = "exorlive.app"
kind = "http"
addresses = ["http://127.0.0.1:9/"]
"""
ROOT = Path(__file__).resolve().parents[4]


def test_probe_says_what_does_not_answer_from_here(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(PLAN)
    told = run("probe", "--file", str(file), "--json", data=tmp_path)
    assert told.returncode == 1, told.stderr
    found = {one["target"]: (one["result"], one["fault"]) for one in json.loads(told.stdout)}
    assert found["exorlive.app"] == ("fails", "no_answer")
    spoken = run("probe", "--file", str(file), data=tmp_path)
    assert "fungerar inte: inget svar" in spoken.stdout


def test_probe_says_in_a_sentence_what_is_wrong_with_the_file(tmp_path: Path) -> None:
    (tmp_path / "probes.toml").write_text(PLAN.replace("= 60", "= 1"))
    told = run("probe", data=tmp_path)
    assert told.returncode == 1
    assert "kan inte användas: probes.toml" in told.stderr


def test_diagnose_reads_the_cases_and_says_why(tmp_path: Path) -> None:
    told = run("diagnose", str(ROOT / "contract" / "cases" / "diagnosis.json"), data=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "exorlive no_answer · all · vendor · high" in told.stdout
    assert "ExorLive svarar inte (11 av 11 mätpunkter som kan avgöra det)." in told.stdout
    assert "Inget är känt som inte fungerar." in told.stdout


def test_diagnose_names_the_row_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "seen.json"
    file.write_text(json.dumps({"seen": {"server": "moon wwww"}}))
    told = run("diagnose", str(file), data=tmp_path)
    assert told.returncode == 1
    assert "“moon wwww”" in told.stderr


@pytest.mark.django_db
def test_incident_shows_what_goes_on_and_who_decided_it() -> None:
    assert incident_report.as_text(incident_report.of(None, everything=True, now=MONDAY)) == "Ingen störning pågår."
    id = incident(town(), Move.CONFIRM)
    (one,) = incident_report.of(str(id), everything=False, now=MONDAY + timedelta(hours=5))
    assert (one["state"], one["late"]) == ("confirmed", ["next_word", "go_to_paper"])
    spoken = incident_report.as_text([one])
    assert "exorlive: bekräftad" in spoken
    assert "2026-11-23 09:00  confirm  Maria Stål  Vi har sett det" in spoken
    with pytest.raises(Trouble, match="--all"):
        incident_report.of(str(uuid4()), everything=False, now=MONDAY)


def test_incident_says_what_an_id_looks_like(tmp_path: Path) -> None:
    told = run("incident", "not-an-id", data=tmp_path)
    assert told.returncode == 1
    assert "är inte numret på en störning" in told.stderr


def decided(id: UUID, do: str, by: str | None = "maria", **more: Any) -> None:
    given = {"do": do, "by": by, "ground": "Vi har sett det", "unit": None, "system": None, "when": None, **more}
    incident_moves.decide(Namespace(**given), id, at=MONDAY)


@pytest.mark.django_db
def test_incident_decides_in_somebodys_name_and_with_their_rights() -> None:
    place = town()
    id = incident(place)
    decided(id, "confirm")
    decided(id, "tell", when=MONDAY + timedelta(hours=1))
    decided(id, "paper", by="disa", unit="north")
    with pytest.raises(NotAllowed):
        decided(id, "long", by="disa")
    decided(id, "long")
    decided(id, "recovering")
    with pytest.raises(Refused) as refused:
        decided(id, "close")
    assert refused.value.code == "paper_still_master"
    decided(id, "paper-over", by="disa", unit="north", when=MONDAY + timedelta(minutes=1))
    (one,) = incident_report.of(str(id), everything=True, now=MONDAY)
    said = {(step["what"], step["by"]) for step in one["timeline"]}
    assert {("told", "Maria Stål"), ("paper_begun", "Disa Alm"), ("paper_ended", "Disa Alm")} <= said
    assert one["state"] == "recovering"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"do": "confirm", "by": None}, "--by"),
        ({"do": "confirm", "by": "nobody"}, "nobody"),
        ({"do": "paper"}, "--unit"),
        ({"do": "paper-over", "unit": "north"}, "beredd incident ID"),
        ({"do": "confirm", "by": "cilla"}, "--all"),
    ],
)
def test_incident_says_what_is_missing_before_it_decides(given: dict[str, Any], word: str) -> None:
    id = incident(town(), Move.CONFIRM)
    with pytest.raises(Trouble, match=word):
        decided(id, **given)


def test_incident_asks_for_the_id_before_anything_is_decided(tmp_path: Path) -> None:
    told = run("incident", "--do", "confirm", "--by", "maria", data=tmp_path)
    assert told.returncode == 1
    assert "är inte numret på en störning" in told.stderr
