"""Who must have paper, in which order it goes out, and what may become of a sheet."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.paper.rules.accounting import ACCOUNTED_FOR, NEXT, NoSuchStep, SheetState, check_step, outstanding
from beredd.paper.rules.need import STANDING, LeftOut, Person, Reason, needs
from beredd.paper.rules.order import Stop, delivery_order

A, B, C, D = (UUID(int=number) for number in range(4))
persons = st.builds(
    Person, st.uuids(), st.booleans(), st.none() | st.integers(0, 30), st.sets(st.sampled_from(STANDING)).map(frozenset)
)


@pytest.mark.parametrize(
    ("person", "long_outage", "reasons", "left_out"),
    [
        (Person(A, True, 1), False, (Reason.CONTACT_SOON,), None),
        (Person(A, True, 0), False, (Reason.CONTACT_SOON,), None),
        (Person(A, True, 2), False, (), LeftOut.NO_REASON),
        (Person(A, True), False, (), LeftOut.NO_REASON),
        (Person(A, True), True, (Reason.LONG_OUTAGE,), None),
        (Person(A, False, 1, frozenset(STANDING)), True, (), LeftOut.NOTHING_PRESCRIBED),
        (Person(A, True, None, frozenset({Reason.POOR_COVERAGE})), False, (Reason.POOR_COVERAGE,), None),
        (
            Person(A, True, 1, frozenset({Reason.NO_COVERAGE})),
            True,
            (Reason.CONTACT_SOON, Reason.NO_COVERAGE, Reason.LONG_OUTAGE),
            None,
        ),
    ],
)
def test_who_must_have_paper(
    person: Person, long_outage: bool, reasons: tuple[Reason, ...], left_out: LeftOut | None
) -> None:
    (found,) = needs([person], long_outage=long_outage)
    assert (found.reasons, found.left_out) == (reasons, left_out)


@given(st.lists(persons), st.booleans())
def test_nobody_is_dropped_and_everybody_has_a_reason_for_or_against(found: list[Person], long_outage: bool) -> None:
    told = needs(found, long_outage=long_outage)
    assert [one.patient for one in told] == [one.patient for one in found]
    assert all(bool(one.reasons) != bool(one.left_out) for one in told)


@given(st.lists(persons))
def test_a_long_outage_takes_paper_from_nobody(found: list[Person]) -> None:
    before, after = needs(found, long_outage=False), needs(found, long_outage=True)
    assert all(set(one.reasons) <= set(other.reasons) for one, other in zip(before, after, strict=True))


def test_along_the_street_and_those_whose_address_is_hidden_last() -> None:
    stops = [
        Stop(A, "Ada", ""),
        Stop(B, "Bo", "Storgatan 12, 311 31 Falkenberg"),
        Stop(C, "Cia", "storgatan 2 B, 311 31 Falkenberg"),
        Stop(D, "Dan", "Ågatan 9, 311 30 Falkenberg"),
    ]
    assert [one.name for one in delivery_order(stops)] == ["Dan", "Cia", "Bo", "Ada"]


@given(st.lists(st.builds(Stop, st.uuids(), st.text(), st.text())))
def test_any_addresses_are_ordered_and_none_is_lost(stops: list[Stop]) -> None:
    found = delivery_order(stops)
    assert sorted(one.patient for one in found) == sorted(one.patient for one in stops)
    assert found == delivery_order(reversed(stops))


def test_a_sheet_that_was_destroyed_does_not_come_back() -> None:
    with pytest.raises(NoSuchStep):
        check_step(SheetState.DESTROYED, SheetState.RETURNED)
    check_step(SheetState.MISSING, SheetState.RETURNED)


def test_whatever_is_out_can_be_accounted_for() -> None:
    for now in set(SheetState) - ACCOUNTED_FOR:
        assert NEXT[now] & ACCOUNTED_FOR


def test_outstanding_is_what_has_neither_come_back_nor_been_destroyed() -> None:
    out, back, lost = [SheetState.PRINTED], [SheetState.PRINTED, SheetState.RETURNED], [SheetState.MISSING]
    assert outstanding({"a": out, "b": back, "c": lost}) == ["a", "c"]
