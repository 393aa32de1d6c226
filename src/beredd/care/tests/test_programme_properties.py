"""Writing a programme and comparing two: claims that hold for every programme."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from beredd.care.rules.compare import Changed, compare
from beredd.care.rules.programme import (
    Add,
    BadProgramme,
    Change,
    Dose,
    Item,
    Move,
    Remove,
    Rename,
    Written,
    begun,
    from_json,
    to_json,
    write,
)

EXERCISES = some.sampled_from([UUID(int=number) for number in range(1, 6)])
number = some.none() | some.integers(1, 20)
items = some.builds(
    Item,
    EXERCISES,
    sets=number,
    repetitions=number,
    seconds=number,
    load=some.sampled_from(["", "2 kg"]),
    side=some.sampled_from(["", "left", "right"]),
    note=some.sampled_from(["", "Håll i bordet"]),
)
programmes = some.lists(items, max_size=8)
line = some.integers(1, 10)
changes: some.SearchStrategy[Change] = some.one_of(
    some.builds(Add, items),
    some.builds(Remove, line),
    some.builds(Move, line, some.integers(-2, 12)),
    some.builds(Dose, line, number, number, number),
    some.builds(Rename, some.sampled_from(["Ben", "Balans"])),
)


def written_by(changes: list[Change]) -> Written:
    """From nothing, the changes that are possible."""
    written = begun("Ben", [])
    for change in changes:
        try:
            written = write(written, change)
        except BadProgramme as bad:
            assert bad.code == "line"  # it is not there any more
    return written


@given(some.lists(changes, max_size=15))
def test_each_line_keeps_a_number_of_its_own_whatever_happens(made: list[Change]) -> None:
    written = written_by(made)
    numbers = [line.number for line in written.lines]
    assert len(set(numbers)) == len(numbers)
    assert all(number < written.next for number in numbers)


@given(some.lists(changes, max_size=15))
def test_what_is_stored_is_read_again(made: list[Change]) -> None:
    written = written_by(made)
    assert from_json(to_json(written)) == written


@given(programmes, some.data())
def test_moving_changes_nothing_but_the_order(made: list[Item], data: some.DataObject) -> None:
    written = begun("Ben", made)
    if not written.lines:
        return
    moved = data.draw(some.sampled_from(written.lines))
    to = data.draw(some.integers(1, len(written.lines)))
    after = write(written, Move(moved.number, to))
    assert after.lines[to - 1] == moved
    assert sorted(after.lines, key=lambda one: one.number) == list(written.lines)


@given(programmes, programmes)
def test_no_change_is_said_exactly_when_nothing_has_changed(old: list[Item], new: list[Item]) -> None:
    assert (compare(old, new) == []) == (old == new)


@given(programmes, programmes)
def test_what_is_added_one_way_is_removed_the_other(old: list[Item], new: list[Item]) -> None:
    def exercises(kind: Changed, a: list[Item], b: list[Item]) -> list[UUID]:
        return sorted(one.exercise for one in compare(a, b) if one.kind is kind)

    assert exercises(Changed.ADDED, old, new) == exercises(Changed.REMOVED, new, old)


@given(programmes, programmes)
def test_the_old_can_be_made_the_new_by_what_is_said(old: list[Item], new: list[Item]) -> None:
    """Each place of the new is either said to be otherwise, or is the next of what stayed."""
    told = compare(old, new)
    gone = {one.was for one in told if one.kind is Changed.REMOVED} | {
        one.was for one in told if one.kind is Changed.MOVED
    }
    fresh = {one.now: one.after for one in told if one.kind is not Changed.REMOVED}
    stayed = iter([item for place, item in enumerate(old, start=1) if place not in gone])
    places = {one.now for one in told if one.kind in (Changed.ADDED, Changed.MOVED)}
    made = []
    for place in range(1, len(new) + 1):
        kept = None if place in places else next(stayed)
        made.append(fresh.get(place, kept))
    assert made == new
    assert next(stayed, None) is None
