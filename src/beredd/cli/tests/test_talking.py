"""What the command says, and in which language."""

from pathlib import Path

import pytest

from beredd.cli.main import VERBS, main
from beredd.cli.tests.command import run
from beredd.cli.words import language


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([verb, "--help"])
    assert end.value.code == 0
    assert f"beredd {verb}" in capsys.readouterr().out


def test_help_is_in_swedish_and_touches_no_data(tmp_path: Path) -> None:
    answer = run("--help", data=tmp_path / "data")
    assert answer.returncode == 0
    assert answer.stdout.startswith("användning: beredd")
    assert "startar tjänsten" in answer.stdout
    assert not (tmp_path / "data").exists()


def test_help_is_in_english_on_an_english_machine(tmp_path: Path) -> None:
    assert run("--help", data=tmp_path, language="en_GB.UTF-8").stdout.startswith("usage: beredd")


@pytest.mark.parametrize(
    ("variable", "value", "spoken"),
    [("LANG", "en_US.UTF-8", "en"), ("LANG", "C.UTF-8", "sv"), ("LANG", "", "sv"), ("LC_ALL", "en", "en")],
)
def test_swedish_unless_the_machine_speaks_english(
    variable: str, value: str, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    assert language() == spoken


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["balance"],
        ["balance", "--unit", "skrea", "--day", "2026-02-30"],
        ["serve", "--port", "99999"],
        ["serve", "--workers", "0"],
        ["import"],
    ],
)
def test_what_is_not_understood_is_one_sentence_and_code_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    said = capsys.readouterr().err
    assert end.value.code == 2
    assert said.count("\n") == 1
    assert "--help" in said
