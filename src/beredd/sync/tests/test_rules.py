"""Chain, scope and epoch, by thinking only."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.sync.rules.chain import Link, forks, hash_of, proven
from beredd.sync.rules.epoch import Mark, is_forgotten, mark_at, mark_from
from beredd.sync.rules.scope import Ref, nearest_first, scope_hash

KINDS = ["me", "unit", "patient", "exercise"]
refs = st.builds(Ref, st.sampled_from(KINDS), st.uuids(), st.integers(0, 2**40))
marks = st.builds(Mark, st.uuids(), st.integers(0, 2**53), st.text("0123456789abcdef", min_size=16, max_size=16))


def chain(length: int) -> list[Link]:
    """Events 1 to `length` of one device."""
    links: list[Link] = []
    for seq in range(1, length + 1):
        links.append(Link(seq, links[-1].hash if links else "", hash_of(f"event {seq}")))
    return links


@st.composite
def some_of_a_chain(draw: st.DrawFn) -> list[Link]:
    """Any of its events, in any order."""
    return draw(st.lists(st.sampled_from(chain(12)), unique=True))


def ancestors(links: Sequence[Link], place: int) -> set[int]:
    """By the definition, slowly: the place itself and what it names, step by step."""
    before = [other for other, link in enumerate(links) if link.hash == links[place].previous]
    return {place}.union(*(ancestors(links, other) for other in before))


@given(some_of_a_chain(), st.sets(st.integers(0, 11)))
def test_proven_is_what_a_holding_signature_reaches(links: list[Link], holding: set[int]) -> None:
    expected = set().union(*(ancestors(links, place) for place in holding if place < len(links)))
    assert proven(links, holding.__contains__) == expected


@given(some_of_a_chain(), st.sets(st.integers(0, 11)))
def test_no_signature_is_verified_twice(links: list[Link], holding: set[int]) -> None:
    asked: list[int] = []

    def holds(place: int) -> bool:
        asked.append(place)
        return place in holding

    proven(links, holds)
    assert len(asked) == len(set(asked))


@given(st.permutations(chain(12)))
def test_an_unbroken_run_costs_one_verification(links: list[Link]) -> None:
    asked: list[int] = []
    assert len(proven(links, lambda place: not asked.append(place))) == len(links)  # type: ignore[func-returns-value]
    assert [links[place].seq for place in asked] == [12]


@given(some_of_a_chain(), some_of_a_chain())
def test_parts_of_one_chain_are_never_a_fork(links: list[Link], had: list[Link]) -> None:
    assert forks(links, {link.seq: link.hash for link in had}) == set()


@given(some_of_a_chain().filter(bool), st.data())
def test_another_event_under_a_number_that_we_have_is_a_fork(links: list[Link], data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(links))
    other = Link(old.seq, old.previous, hash_of("another"))
    assert forks([other], {link.seq: link.hash for link in links}) == {0}


@given(st.lists(refs), st.randoms())
def test_the_sum_does_not_depend_on_the_order(held: list[Ref], random: object) -> None:
    mixed = sorted(held, key=lambda ref: hash((ref, id(random))))
    assert scope_hash(mixed) == scope_hash(held)


@given(st.lists(refs, min_size=1, unique_by=lambda ref: (ref.kind, ref.id)), st.data())
def test_the_sum_tells_a_newer_version(held: list[Ref], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(held) - 1))
    old = held[place]
    newer = [*held[:place], Ref(old.kind, old.id, old.version + 1), *held[place + 1 :]]
    assert scope_hash(newer) != scope_hash(held)


@given(st.lists(refs, unique=True), st.dictionaries(st.uuids(), st.datetimes(timezones=st.just(UTC))), st.data())
def test_oneself_comes_first_then_the_nearest_patient_and_exercises_last(
    held: list[Ref], due: dict[UUID, datetime], data: st.DataObject
) -> None:
    due |= {ref.id: data.draw(st.datetimes(timezones=st.just(UTC))) for ref in held[::2]}
    ordered = nearest_first(held, due)
    assert sorted(ordered, key=hash) == sorted(held, key=hash)
    assert [KINDS.index(ref.kind) for ref in ordered] == sorted(KINDS.index(ref.kind) for ref in held)
    times = [due.get(ref.id) for ref in ordered if ref.kind == "patient"]
    known = [time for time in times if time]
    assert times == [*sorted(known), *[None] * (len(times) - len(known))]


@given(marks)
def test_a_mark_reads_as_it_was_written(mark: Mark) -> None:
    assert mark_from(str(mark)) == mark


@pytest.mark.parametrize("text", ["", "x", "a.b.c", "11111111-1111-4111-8111-111111111111.x.ff"])
def test_what_is_no_mark_is_not_read_as_one(text: str) -> None:
    with pytest.raises(ValueError):
        mark_from(text)


@given(marks, st.text("0123456789abcdef", min_size=64, max_size=64))
def test_only_a_mark_of_this_history_that_it_does_not_hold_proves_a_restore(mark: Mark, hash: str) -> None:
    there = mark_at(mark.epoch, mark.position, hash)
    other = Mark(UUID(int=mark.epoch.int ^ 1), mark.position, mark.hash)
    assert not is_forgotten(there, epoch=mark.epoch, hash_there=hash)
    assert is_forgotten(mark, epoch=mark.epoch, hash_there=None)
    assert is_forgotten(mark, epoch=mark.epoch, hash_there=hash) == (hash[:16] != mark.hash)
    assert not is_forgotten(other, epoch=mark.epoch, hash_there=None)
