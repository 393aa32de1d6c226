"""What a safety box holds against what it should hold."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.paper.rules.box import INSPECTED_EVERY, KEPT_FOR, Line, Lying, Wanted, Wrong, is_due, stock

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def lying(id: str, kind: str = "routine", key: str = "r", digest: str = "a", *, days: int = 10) -> Lying:
    return Lying(id, kind, key, digest, NOW - days * DAY)


ROUTINE = Wanted("routine", "r", "a")
BLANKS = (Wanted("blank_list", "blank/1", "b"), Wanted("blank_list", "blank/2", "b"))


@pytest.mark.parametrize(
    ("there", "wanted", "counted", "stale", "lacking"),
    [
        ([lying("A")], [ROUTINE], {}, (), ()),
        ([], [ROUTINE], {}, (), (ROUTINE,)),
        ([lying("A", digest="old")], [ROUTINE], {}, (("A", Wrong.CHANGED),), (ROUTINE,)),
        ([lying("A", key="another")], [ROUTINE], {}, (("A", Wrong.NOT_ASKED),), (ROUTINE,)),
        ([lying("A", days=183)], [ROUTINE], {}, (("A", Wrong.OLD),), (ROUTINE,)),
        ([lying("A", days=182)], [ROUTINE], {}, (), ()),
        ([lying("A", "blank_list", "blank/7", "b")], BLANKS, {}, (), BLANKS[1:]),
        ([lying(n, "blank_list", "blank/1", "b") for n in "ABC"], BLANKS, {}, (), ()),
        ([lying(n, "blank_list", "blank/1", "b") for n in "AB"], BLANKS, {"blank_list": 1}, (), BLANKS[1:]),
        ([lying("A")], [ROUTINE], {"routine": 0}, (), (ROUTINE,)),
    ],
)
def test_what_is_out_of_date_and_what_is_lacking(
    there: list[Lying],
    wanted: list[Wanted],
    counted: dict[str, int],
    stale: tuple[tuple[str, Wrong], ...],
    lacking: tuple[Wanted, ...],
) -> None:
    found = stock(there, wanted, counted=counted, now=NOW)
    assert (found.stale, found.lacking) == (stale, lacking)
    assert found.is_whole == (not stale and not lacking)


def test_each_kind_is_a_line() -> None:
    there = [lying("A"), lying("B", "blank_list", "blank/1", "b")]
    assert stock(there, [ROUTINE, *BLANKS], counted={}, now=NOW).lines == (
        Line("routine", 1, 1),
        Line("blank_list", 2, 1),
    )


def test_a_box_is_due_half_a_year_after_somebody_looked() -> None:
    assert is_due(None, NOW) and is_due(NOW - INSPECTED_EVERY, NOW) and not is_due(NOW - DAY, NOW)
    assert INSPECTED_EVERY <= KEPT_FOR


kinds = st.sampled_from(["routine", "programme", "blank_list"])
sheets = st.builds(
    Lying,
    st.text("0123456789ABC", min_size=4, max_size=4),
    kinds,
    st.sampled_from("kl"),
    st.sampled_from("ab"),
    st.integers(0, 300).map(lambda days: NOW - days * DAY),
)
boxes = st.lists(sheets, unique_by=lambda one: one.id, max_size=10)
asked = st.lists(st.builds(Wanted, kinds, st.sampled_from("kl"), st.sampled_from("ab")), max_size=6)


@given(boxes, asked, st.dictionaries(kinds, st.integers(0, 5)))
def test_good_and_lacking_are_what_is_wanted(there: list[Lying], wanted: list[Wanted], counted: dict[str, int]) -> None:
    found = stock(there, wanted, counted=counted, now=NOW)
    lacking = Counter(one.kind for one in found.lacking)
    assert {line.kind: line.wanted for line in found.lines} == Counter(one.kind for one in wanted)
    assert all(line.good + lacking[line.kind] == line.wanted and line.good >= 0 for line in found.lines)
    assert all(line.good <= counted.get(line.kind, line.good) for line in found.lines)


@given(boxes, asked)
def test_printing_what_lacks_and_taking_out_what_is_stale_makes_it_whole(
    there: list[Lying], wanted: list[Wanted]
) -> None:
    before = stock(there, wanted, counted={}, now=NOW)
    stale = dict(before.stale)
    new = [Lying(f"new{n}", one.kind, one.key, one.digest, NOW) for n, one in enumerate(before.lacking)]
    after = [*(one for one in there if one.id not in stale), *new]
    assert stock(after, wanted, counted={}, now=NOW).is_whole
