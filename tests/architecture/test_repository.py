"""The repository keeps its own house rules."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
TRACKED = [ROOT / name for name in subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).splitlines()]
SCREENS = ("office", "phone_api", "cli")


@pytest.mark.parametrize("name", ["build", "node", "run", "dev"])
def test_python_locks_pin_every_file_by_hash_and_name_no_host(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    pins, hashes = re.findall(r"^[\w.\[\]-]+==", text, re.M), re.findall(r"--hash=sha256:", text)
    assert pins
    assert len(hashes) >= len(pins)
    assert "://" not in text


def test_the_npm_lock_names_no_host() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()


@pytest.mark.django_db
def test_migrations_say_what_the_models_say() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_are_a_single_line_in_each_part() -> None:
    for folder in (ROOT / "src" / "beredd").glob("*/migrations"):
        numbers = sorted(file.name[:4] for file in folder.glob("[0-9]*.py"))
        assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)], folder


def test_screens_have_no_tables_and_no_rules() -> None:
    for part in SCREENS:
        for shelf in ("models", "models.py", "rules", "rules.py", "migrations"):
            assert not (ROOT / "src" / "beredd" / part / shelf).exists()


def test_every_module_says_what_it_is_for() -> None:
    for file in (ROOT / "src").rglob("*.py"):
        text = file.read_text()
        if text.strip() and "migrations/0001" not in str(file):
            assert text.lstrip().startswith('"""'), f"{file} begins without a docstring"


def test_scripts_can_be_run() -> None:
    for file in TRACKED:
        if file.suffix == ".sh":
            assert file.stat().st_mode & 0o111, file


def test_links_between_documents_lead_somewhere() -> None:
    for file in TRACKED:
        if file.suffix != ".md" or not file.exists():
            continue
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", file.read_text()):
            assert (file.parent / target).exists(), f"{file.name} → {target}"
