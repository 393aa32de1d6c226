"""Advice and routines at the terminal."""

import json
from pathlib import Path

import pytest

from beredd.cli.tests.command import run
from beredd.routine.shelf import shelf

EXORLIVE = next(path for path in shelf() if path.stem == "exorlive")
LONG = ("advise", "--situation", "phones-down-long", "--role", "performer", "--employer", "municipality")


def asked(data: Path, *arguments: str) -> dict[str, object]:
    answer = run(*arguments, "--json", data=data)
    assert answer.returncode == 0, answer.stderr
    told: dict[str, object] = json.loads(answer.stdout)
    return told


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-24T10:00", {"open_until": "2026-11-24T12:00:00+01:00", "instead": None}),
        ("2026-11-24T14:00", {"opens_at": "2026-11-25T08:00:00+01:00"}),
        ("2026-10-31T10:00", {"opens_at": "2026-11-02T08:00:00+01:00"}),
        ("2026-12-24T09:00Z", {"opens_at": "2026-12-28T08:00:00+01:00"}),
    ],
)
def test_whom_to_reach_depends_on_the_moment(at: str, expected: dict[str, object], tmp_path: Path) -> None:
    told = asked(tmp_path, *LONG, "--at", at)
    assert set(told) == {"applies", "question", "steps"}
    inform = told["steps"][1]  # type: ignore[index]
    assert {"id", "text", "source", "reach"} <= set(inform)
    rehab = inform["reach"][0]
    assert (rehab["name"], rehab["phone"]) == ("Rehabiliteringen", "0346-886300")
    assert expected.items() <= rehab.items()
    if "opens_at" in expected:
        assert rehab["instead"]["name"] == "Kontaktcenter"


def test_a_question_comes_with_its_answers_and_an_answer_leads_on(tmp_path: Path) -> None:
    launch = ("advise", "--situation", "launch-fails", "--role", "performer", "--employer", "lov", "--lang", "en")
    first = asked(tmp_path, *launch)
    assert first["applies"] is True
    assert [one["id"] for one in first["question"]["options"]] == ["yes", "no", "unknown"]  # type: ignore[index]
    alone = asked(tmp_path, *launch, "--answer", "alone=yes")
    assert (alone["applies"], alone["question"]) == (False, None)
    assert "Your own IT department" in str(alone["steps"])


def test_people_read_it_in_order(tmp_path: Path) -> None:
    said = run(*LONG, "--at", "2026-11-24T14:00", data=tmp_path).stdout
    assert "1. Gå över till signeringslistor" in said
    assert "→ Rehabiliteringen, öppnar 2026-11-25 08:00; till dess: Kontaktcenter" in said
    said = run(
        "advise", "--situation", "launch-fails", "--lang", "en", "--at", "2026-11-24T10:00", data=tmp_path
    ).stdout
    assert "until 2026-11-24 12:00" in said
    assert "--answer alone=no" in said


def test_time_limits_are_told_with_their_clock_time(tmp_path: Path) -> None:
    limits = ("advise", "--routine", "alvlunda", "--situation", "planning-down", "--since", "2026-11-24T07:15")
    told = asked(tmp_path, *limits, "--at", "2026-11-24T10:00")
    timed = {one["id"]: one for one in told["steps"]}  # type: ignore[attr-defined]
    assert timed["planning-down/go-to-paper"]["from"] == "2026-11-24T11:15:00+01:00"
    assert timed["planning-down/go-to-paper"]["decides"] == "Enhetschefen"
    assert "från 2026-11-24 11:15" in run(*limits, "--at", "2026-11-24T10:00", data=tmp_path).stdout


def test_the_situations_are_listed_and_nothing_is_stored(tmp_path: Path) -> None:
    listed = json.loads(run("advise", "--list", "--json", data=tmp_path).stdout)
    assert [one["id"] for one in listed] == [
        "one-device",
        "launch-fails",
        "phones-down-short",
        "phones-down-long",
        "no-coverage",
        "poor-coverage",
        "exorlive-down",
        "fixed-line-down",
        "wireless-down",
        "performers-phones-down",
    ]
    assert "launch-fails" in run("advise", "--list", data=tmp_path).stdout
    assert not list(tmp_path.glob("*.sqlite3*"))


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("advise", "--situation", "nowhere"), 2, "launch-fails"),
        (("advise", "--situation", "launch-fails", "--role", "boss"), 2, "role=performer"),
        (("advise", "--situation", "launch-fails", "--answer", "web"), 2, "fråga=svar"),
        (("advise", "--situation", "launch-fails", "--at", "1700-01-01"), 2, "2026-12-24T10:00"),
        (("advise", "--list", "--routine", "none"), 1, "alvlunda"),
        (("advise",), 2, "--help"),
        (("routine", "check", "nowhere.yaml"), 1, "nowhere.yaml"),
        (("routine", "check", "/"), 1, "/"),
    ],
)
def test_what_cannot_be_answered_is_a_sentence_with_the_next_step(
    arguments: tuple[str, ...], code: int, named: str, tmp_path: Path
) -> None:
    answer = run(*arguments, data=tmp_path)
    assert (answer.returncode, answer.stderr.count("\n")) == (code, 1)
    assert named in answer.stderr


def test_a_routine_is_checked_with_file_line_and_reason(tmp_path: Path) -> None:
    well = asked(tmp_path, "routine", "check", str(EXORLIVE))
    assert (well["ok"], well["id"], well["version"], well["faults"]) == (True, "exorlive", 1, [])
    assert well["remarks"]
    broken = tmp_path / "broken.yaml"
    broken.write_text(EXORLIVE.read_text("utf-8").replace("opens: 08:00", "opens: 8"), encoding="utf-8")
    answer = run("routine", "check", str(broken), data=tmp_path)
    assert answer.returncode == 1
    line = next(number for number, text in enumerate(broken.read_text("utf-8").splitlines(), 1) if "opens: 8," in text)
    assert f"broken.yaml:{line}: ”8” är inget klockslag. Skriv det som 08:00." in answer.stderr
    told = json.loads(run("routine", "check", str(broken), "--json", data=tmp_path).stdout)
    assert [(one["file"], one["line"], one["code"]) for one in told["faults"]] == [("broken.yaml", line, "time_form")]


def test_bytes_that_are_no_text_are_a_fault_with_its_line(tmp_path: Path) -> None:
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"id: x\n\xff\xfe\x00")
    answer = run("routine", "check", str(binary), data=tmp_path)
    assert (answer.returncode, "Traceback" in answer.stderr) == (1, False)
    assert "binary.yaml:2: " in answer.stderr


def test_what_differs_is_told_in_words(tmp_path: Path) -> None:
    newer = tmp_path / "newer.yaml"
    newer.write_text(EXORLIVE.read_text("utf-8").replace("0346-886300\n", "0346-886301\n"), encoding="utf-8")
    answer = run("routine", "diff", str(EXORLIVE), str(newer), data=tmp_path)
    assert (answer.returncode, answer.stdout.count("\n")) == (0, 1)
    assert "telefon: ”0346-886300” har blivit ”0346-886301”" in answer.stdout
    (change,) = json.loads(run("routine", "diff", str(EXORLIVE), str(newer), "--json", data=tmp_path).stdout)
    assert (change["kind"], change["before"], change["after"]) == ("changed", "0346-886300", "0346-886301")
    same = run("routine", "diff", str(EXORLIVE), str(EXORLIVE), data=tmp_path)
    assert same.stdout == "De båda säger samma sak.\n"
