"""What the code says is in the glossary, and every text for people is in the catalogues."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from beredd.disruption.rules.incident import State as IncidentState
from beredd.paper.rules.accounting import SheetState
from beredd.people.rules.roles import ROLES, Role
from beredd.routine.rules.states import State as RoutineState
from beredd.signing.rules.balance import Outcome, State

ROOT = Path(__file__).resolve().parents[2]
PARTS = sorted(path.parent.name for path in (ROOT / "src" / "beredd").glob("*/__init__.py"))
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2), "N_": None}
TRANSLATE = re.compile(r"""{%\s*trans(?:late)?\s+(?:"([^"]+)"|'([^']+)')""")
BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b([^%]*)%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.S)


def test_every_role_state_and_outcome_is_in_the_glossary() -> None:
    words = set(re.findall(r"^\| ([^|]+?) \|", (ROOT / "docs" / "glossary.md").read_text(), re.M))
    assert {word.value for word in (*Role, *State, *Outcome, *RoutineState, *IncidentState, *SheetState)} <= words


def test_every_role_says_in_words_what_it_may() -> None:
    assert set(ROLES) == set(Role)


@pytest.mark.parametrize("part", PARTS)
def test_every_text_for_people_is_there_in_swedish(part: str) -> None:
    missing = sorted(set(texts_of(part)) - set(swedish(part)))
    assert not missing, f"{len(missing)} texts of {part} lack Swedish"


@pytest.mark.parametrize("part", PARTS)
def test_no_swedish_text_is_left_without_use(part: str) -> None:
    unused = sorted(set(swedish(part)) - set(texts_of(part)))
    assert not unused


def test_the_same_english_is_the_same_swedish_everywhere() -> None:
    """The catalogues become one: of two Swedish texts for one English, one would win everywhere."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    for part in PARTS:
        for message in catalogue(part):
            said[str(message.id)].add(str(message.string))
    assert {english: found for english, found in said.items() if len(found) > 1} == {}


def swedish(part: str) -> Iterator[str]:
    for message in catalogue(part):
        assert message.string and all(message.string), f"{part}: {message.id!r} has no Swedish"
        assert not message.fuzzy, message.id
        yield message.id[0] if isinstance(message.id, tuple) else message.id


def catalogue(part: str) -> Iterator[Message]:
    po = ROOT / "src" / "beredd" / part / "locale" / "sv" / "LC_MESSAGES" / "django.po"
    if po.exists():
        with po.open("rb") as file:
            yield from (message for message in read_po(file, locale="sv") if message.id)


def texts_of(part: str) -> Iterator[str]:
    folder = ROOT / "src" / "beredd" / part
    for file in folder.rglob("*.py"):
        if "tests" not in file.parts and "migrations" not in file.parts:
            yield from python_texts(file)
    for file in (*folder.rglob("*.html"), *folder.rglob("*.txt")):
        yield from template_texts(file.read_text())


def python_texts(file: Path) -> Iterator[str]:
    for _line, text, *_rest in extract_from_file("python", str(file), keywords=KEYWORDS):
        yield text[0] if isinstance(text, tuple) else text


def template_texts(text: str) -> Iterator[str]:
    for double, single in TRANSLATE.findall(text):
        yield double or single
    for options, body in BLOCK.findall(text):
        singular = re.split(r"{%\s*plural\s*%}", body)[0]
        words = re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", singular)
        yield " ".join(line.strip() for line in words.strip().splitlines()) if "trimmed" in options else words


def test_refusals_are_sentences_with_a_full_stop() -> None:
    for file in (ROOT / "src" / "beredd").rglob("*.py"):
        for text in refusal_texts(file):
            assert text.rstrip().endswith((".", "?")), f"{file.name}: {text!r}"


def refusal_texts(file: Path) -> Iterator[str]:
    """The second argument of super().__init__("code", N_("Text")) in exceptions."""
    for node in ast.walk(ast.parse(file.read_text())):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="__init__", value=ast.Call(func=ast.Name(id="super"))),
                args=[
                    ast.Constant(value=str()),
                    ast.Call(func=ast.Name(id="N_"), args=[ast.Constant(value=str(text))]),
                    *_,
                ],
            ):
                yield text
