"""An exercise is found by position, region, function and what it needs."""

from uuid import uuid4

import pytest

from beredd.care import actions, queries
from beredd.care.models import Exercise
from beredd.care.rules.exercise import UnknownKind, kinds
from beredd.people.factories import MONDAY, town

pytestmark = pytest.mark.django_db
RISE = {"position": "sitting", "region": "legs", "function": "strength", "needs": ["chair"], "kva": None}


def test_what_the_file_says_is_in_the_columns() -> None:
    place, rise = town(), uuid4()
    alva = place.access(place.alva)
    assert actions.put_exercise(id=rise, key="rise", name="Uppresning", content=RISE, by=alva, at=MONDAY)
    assert not actions.put_exercise(id=rise, key="rise", name="Uppresning", content=RISE, by=alva, at=MONDAY)
    (row,) = queries.exercises([rise])
    assert (row.position, row.region, row.function, row.needs, row.kva) == (
        "sitting",
        "legs",
        "strength",
        ("chair",),
        "",
    )


@pytest.mark.parametrize(
    "wrong", [{"position": "hovering"}, {"region": "tail"}, {"function": "x"}, {"needs": ["yacht"]}, {"kva": "Q" * 11}]
)
def test_an_unknown_word_is_refused_and_nothing_is_kept(wrong: dict[str, object]) -> None:
    place = town()
    with pytest.raises(UnknownKind) as refused:
        actions.put_exercise(
            id=uuid4(), key="rise", name="Uppresning", content={**RISE, **wrong}, by=place.access(place.alva), at=MONDAY
        )
    assert refused.value.params["field"] == next(iter(wrong))
    assert not Exercise.objects.exists()


def test_an_exercise_that_says_nothing_is_sorted_under_nothing() -> None:
    assert kinds({}) == kinds({"position": None, "needs": []})
    assert kinds({}).needs == ()
