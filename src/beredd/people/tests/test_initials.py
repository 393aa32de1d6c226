"""Initials tell the people of a unit apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.people.rules.initials import LONGEST, propose


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Anna Berg", "AB"),
        ("anna berg", "AB"),
        ("Åsa Öberg", "ÅÖ"),
        ("A\u030asa O\u0308berg", "ÅÖ"),
        ("Anna-Karin af Berg", "AB"),
        ("Anna", "AN"),
        ("  Anna   Berg ", "AB"),
        ("Bo d'Arc", "BD"),
        ("", "X"),
        ("123", "X"),
    ],
)
def test_they_are_those_of_the_first_and_the_last_name(name: str, initials: str) -> None:
    assert propose(name, set()) == initials


@pytest.mark.parametrize(
    ("taken", "initials"),
    [
        ({"AB"}, "ANB"),
        ({"AB", "ANB"}, "ANBE"),
        ({"AB", "ANB", "ANBE"}, "ABER"),
        ({"AB", "ANB", "ANBE", "ABER"}, "AB2"),
        ({"AB", "ANB", "ANBE", "ABER", "AB2"}, "AB3"),
    ],
)
def test_when_they_are_taken_letters_are_added_and_then_a_number(taken: set[str], initials: str) -> None:
    assert propose("Anna Berg", taken) == initials


def test_with_one_name_a_number_is_added() -> None:
    assert propose("Anna", {"AN"}) == "AN2"


@given(st.lists(st.text(max_size=30), max_size=30))
def test_a_whole_unit_gets_different_ones(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        initials = propose(name, taken)
        assert initials not in taken
        assert 0 < len(initials) <= LONGEST
        assert initials == propose(name, taken)
        taken.add(initials)
