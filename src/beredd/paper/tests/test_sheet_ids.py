"""A sheet's number is found wrong when it is, and read however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.paper.rules.sheet import (
    ALPHABET,
    CHANCE,
    BadSheetId,
    payload,
    read_payload,
    read_sheet_id,
    sheet_id,
    show_sheet_id,
)

numbers = st.integers(0, CHANCE - 1)
places = st.integers(0, 11)


def test_some_numbers_by_hand() -> None:
    assert sheet_id(0) == "000000000000"
    assert sheet_id(1) == "10000000000X"  # 31 − 2 = 29, the character before the last
    assert show_sheet_id(sheet_id(1)) == "1000-0000-000X"


@given(numbers, numbers)
def test_each_number_has_an_id_of_its_own(one: int, other: int) -> None:
    assert (sheet_id(one) == sheet_id(other)) == (one == other)


@given(numbers)
def test_it_is_read_as_shown_and_as_people_type_it(number: int) -> None:
    id = sheet_id(number)
    assert read_sheet_id(show_sheet_id(id)) == id
    assert read_sheet_id(show_sheet_id(id).lower().replace("-", " ").replace("0", "o").replace("1", "l")) == id


@given(numbers, places, st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_found(number: int, place: int, other: str) -> None:
    id = sheet_id(number)
    wrong = id[:place] + other + id[place + 1 :]
    if wrong != id:
        with pytest.raises(BadSheetId):
            read_sheet_id(wrong)


@given(numbers, places, places)
def test_two_that_change_places_are_found(number: int, one: int, other: int) -> None:
    characters = list(sheet_id(number))
    characters[one], characters[other] = characters[other], characters[one]
    wrong = "".join(characters)
    if wrong != sheet_id(number):
        with pytest.raises(BadSheetId):
            read_sheet_id(wrong)


@given(numbers, st.integers(1, 9))
def test_the_code_names_sheet_and_page_in_few_plain_characters(number: int, page: int) -> None:
    text = payload(sheet_id(number), page)
    assert len(text) <= 24
    assert text.isascii() and text.isalnum() and text == text.upper()
    assert read_payload(text) == (sheet_id(number), page)


@given(st.text(max_size=30))
def test_whatever_is_scanned_is_a_sheet_or_refused(text: str) -> None:
    try:
        id, page = read_payload(text)
    except BadSheetId:
        return
    assert payload(id, page) == text


def test_a_number_outside_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="-1"):
        sheet_id(-1)
