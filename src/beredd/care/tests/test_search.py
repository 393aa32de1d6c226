"""Searching the library: any text is borne, filters hold, and what is changed is found at once."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.care import actions
from beredd.care.models import Exercise
from beredd.care.queries import Wanted, search_exercises
from beredd.care.rules.search import Findable, find, index
from beredd.care.rules.words import Synonyms
from beredd.people.factories import MONDAY, town
from beredd.people.rules.access import SYSTEM

NONE = Wanted()


@given(names=st.lists(st.text(max_size=30), max_size=6), query=st.text(max_size=200), limit=st.integers(0, 8))
def test_whatever_is_written_is_answered_and_nothing_twice(names: list[str], query: str, limit: int) -> None:
    library = [Findable(uuid4(), name, "", name[::-1]) for name in names]
    found = find(index(library, Synonyms([["a", "b c"]])), query, limit=limit)
    assert len(found) == len(set(found)) <= min(limit, len(names))


few_words = st.lists(st.from_regex(r"[a-zåäö]{1,12}", fullmatch=True), min_size=1, max_size=4).map(" ".join)


@given(
    names=st.lists(few_words, min_size=1, max_size=6, unique=True), texts=st.lists(few_words, min_size=6, max_size=6)
)
def test_every_exercise_is_found_by_its_own_name_first(names: list[str], texts: list[str]) -> None:
    library = [Findable(uuid4(), name, texts[0], text) for name, text in zip(names, texts, strict=False)]
    ready = index(library, Synonyms([names]))
    for one in library:
        assert find(ready, one.name, limit=1) == [one.id]


@given(names=st.lists(few_words, max_size=6), asked=st.permutations(["sitta", "knä", "band", "stol"]))
def test_in_which_order_the_words_come_does_not_matter(names: list[str], asked: list[str]) -> None:
    library = [Findable(UUID(int=number), name, "", name[::-1]) for number, name in enumerate(names)]
    ready = index([*library, Findable(UUID(int=99), "Sträcka knät", "sittande", "stol")], Synonyms([["sitta", "stol"]]))
    assert find(ready, " ".join(asked), limit=9) == find(ready, "sitta knä band stol", limit=9)


def put(key: str, name: str, **more: Any) -> UUID:
    id = uuid4()
    content = {"name": {"sv": name, "en": name}, "start": {}, "how": {"sv": [], "en": []}, "watch": {}, **more}
    actions.put_exercise(id=id, key=key, name=name, content=content, by=SYSTEM, at=MONDAY)
    return id


@pytest.mark.django_db
def test_a_new_exercise_and_a_new_name_are_found_at_once() -> None:
    first = put("one", "Vinka")
    assert [row.id for row in search_exercises(SYSTEM, "vinka", NONE, limit=5)] == [first]
    second = put("two", "Vinka med flagga")
    assert {row.id for row in search_exercises(SYSTEM, "vinka", NONE, limit=5)} == {first, second}
    actions.put_exercise(id=first, key="one", name="Nicka", content={"name": {"sv": "Nicka"}}, by=SYSTEM, at=MONDAY)
    assert [row.id for row in search_exercises(SYSTEM, "vinka", NONE, limit=5)] == [second]


@pytest.mark.django_db
@pytest.mark.parametrize("wanted", [Wanted(position="sitting"), Wanted(need="band"), Wanted(region="arms")])
def test_a_filter_leaves_out_all_else(wanted: Wanted) -> None:
    put("other", "Dra", position="standing", region="legs", needs=["wall"])
    right = put("right", "Dra", position="sitting", region="arms", needs=["chair", "band"])
    assert [row.id for row in search_exercises(SYSTEM, "dra", wanted, limit=5)] == [right]
    assert [row.id for row in search_exercises(SYSTEM, "", wanted, limit=5)] == [right]


@pytest.mark.django_db
def test_what_a_unit_has_made_itself_is_found_in_that_unit_and_by_nobody_else() -> None:
    place = town()
    shared, own = put("shared", "Dra i band"), put("own", "Dra i handduk")
    Exercise.objects.filter(id=own).update(unit=place.rehab)
    found = {
        name: {row.id for row in search_exercises(place.access(getattr(place, name)), "dra", NONE, limit=5)}
        for name in ("alva", "bo", "cilla")
    }
    assert found == {"alva": {shared, own}, "bo": {shared}, "cilla": {shared}}
    alva = place.access(place.alva)
    actions.retire_exercise(exercise=own, by=alva, at=MONDAY)
    assert [row.id for row in search_exercises(alva, "dra", NONE, limit=5)] == [shared]
    actions.bring_back_exercise(exercise=own, by=alva, at=MONDAY)
    assert {row.id for row in search_exercises(alva, "dra", NONE, limit=5)} == {shared, own}
