"""Changing a routine a piece at a time: what is moved back is back, what is saved can be read, the rest is left."""

import copy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.routine.factories import TEXT
from beredd.routine.rules.document import parse
from beredd.routine.rules.editing import NoSuchPlace, add, name_for, piece, plain, put, remove, shift
from beredd.routine.rules.reading import read
from beredd.routine.rules.writing import stamped, write

FILES = sorted((Path(__file__).parents[4] / "content" / "routines").glob("*.yaml"))
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]), min_size=1)
values = texts.map(str.strip).filter(bool)
names = st.from_regex(r"[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,5})?", fullmatch=True)
wholes = st.dictionaries(
    names,
    st.recursive(
        values,
        lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(names, inner, min_size=1, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
)
lists = st.lists(values, min_size=1, max_size=6)


@given(wholes)
def test_what_is_written_reads_as_it_was(whole: Any) -> None:
    assert plain(parse(write(whole), "a file")) == whole


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_routine_that_comes_with_beredd_survives_the_forms(file: Path) -> None:
    routine = read(file.read_text("utf-8"), file.name)
    assert read(write(plain(parse(file.read_text("utf-8"), file.name))), file.name) == routine


@given(lists, st.data())
def test_a_line_moved_up_and_down_again_is_where_it_was(lines: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(lines) - 1))
    whole = {"items": lines}
    moved = shift(whole, ("items",), number, 1)
    assert sorted(moved["items"]) == sorted(lines)
    if number < len(lines) - 1:
        assert shift(moved, ("items",), number + 1, -1) == whole
    else:
        assert moved == whole


@given(st.dictionaries(names, values, min_size=1), st.data())
def test_a_tables_lines_have_an_order_too(table: dict[str, str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(table)))
    moved = shift({"contacts": table}, ("contacts",), name, -1)["contacts"]
    assert moved == table
    assert list(moved).index(name) == max(list(table).index(name) - 1, 0)


@given(wholes, lists)
def test_what_is_added_and_removed_again_leaves_no_trace(whole: Any, lines: list[str]) -> None:
    whole = {**whole, "items": lines}
    before = copy.deepcopy(whole)
    more = add(whole, ("items",), "new")
    assert more["items"] == [*lines, "new"]
    assert remove(more, ("items",), len(lines)) == whole == before


def test_the_first_of_a_list_begins_it_and_the_last_ends_it() -> None:
    assert add({"a": "b"}, ("hours",), "x") == {"a": "b", "hours": ["x"]}
    assert add({}, ("contacts",), "x", name="y") == {"contacts": {"y": "x"}}
    assert remove({"a": "b", "hours": ["x"]}, ("hours",), 0) == {"a": "b"}


@pytest.mark.parametrize(
    "place", [("situations", "gone"), ("title", "sv", "deeper"), ("situations", "phones-down", "items", 9)]
)
def test_what_somebody_has_moved_meanwhile_is_not_there(place: tuple[str | int, ...]) -> None:
    whole = plain(parse(TEXT, "text"))
    with pytest.raises(NoSuchPlace):
        piece(whole, place)
    with pytest.raises(NoSuchPlace):
        remove(whole, place[:-1], place[-1])
    with pytest.raises(NoSuchPlace):
        shift(whole, place[:-1], place[-1], 1)


def test_only_what_is_put_is_changed() -> None:
    whole = plain(parse(TEXT, "text"))
    changed = put(whole, ("contacts", "rehab", "phone"), "0346-1")
    assert changed["contacts"]["rehab"]["phone"] == "0346-1"
    assert put(changed, ("contacts", "rehab", "phone"), "0346-886300") == whole


@pytest.mark.parametrize(
    ("text", "taken", "name"),
    [
        ("Uthoppet är trasigt!", [], "uthoppet-ar-trasigt"),
        ("Uthoppet är trasigt!", ["uthoppet-ar-trasigt"], "uthoppet-ar-trasigt-2"),
        ("???", ["new"], "new-2"),
        ("å" * 90, [], "a" * 40),
    ],
)
def test_a_new_piece_gets_a_short_name_of_its_own(text: str, taken: list[str], name: str) -> None:
    assert name_for(text, taken) == name


def test_the_decision_stamps_number_and_day_and_leaves_the_rest() -> None:
    final = stamped(TEXT, version=7, decided_on=date(2026, 12, 1))
    told = read(final, "text")
    assert (told.version, told.decided_on) == (7, date(2026, 12, 1))
    assert final.splitlines()[0] == TEXT.splitlines()[0]
    assert len(set(final.splitlines()) ^ set(TEXT.splitlines())) == 4
