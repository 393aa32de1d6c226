"""Whatever the group, the hour and the luck: never too often, never in quiet hours, never once it is answered."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from beredd.clock import SWEDEN
from beredd.notices.rules.book import Group, Quiet, Recipient, Step
from beredd.notices.rules.escalation import Told, Turn, due

SINCE = datetime(2026, 11, 23, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
KEYS = ("a", "b", "c", "d")
hours = st.builds(time, st.integers(0, 23), st.sampled_from([0, 30]))
quiet = st.none() | st.builds(Quiet, hours, hours)
reach = st.dictionaries(st.sampled_from(["sms", "mail", "push"]), st.just("x"), max_size=3)
people = st.fixed_dictionaries(
    {key: st.builds(Recipient, st.just(key), st.just(key), reach, quiet=quiet) for key in KEYS}
)
steps = st.builds(
    Step,
    st.integers(0, 120).map(lambda n: n * MINUTE),
    st.lists(st.sampled_from(KEYS), min_size=1, max_size=3).map(tuple),
)
groups = st.builds(
    Group,
    st.just("g"),
    st.just("g"),
    st.lists(steps, min_size=1, max_size=4).map(tuple),
    answers=st.booleans(),
    every=st.integers(1, 60).map(lambda n: n * MINUTE),
    most=st.integers(1, 5),
)
waits = st.lists(st.integers(0, 90).map(lambda n: n * MINUTE), max_size=30)


def run(
    group: Group, people: dict[str, Recipient], waits: list[timedelta], *, urgent: bool, luck: list[bool]
) -> list[tuple[datetime, Turn]]:
    """Looks at those instants, and lets each notice fail as luck has it."""
    had: list[Told] = []
    turns = []
    now, failing = SINCE, iter(luck * 100)
    for wait in [timedelta(0), *waits]:
        now += wait
        local = now.astimezone(SWEDEN)
        for turn in due(group, people, since=SINCE, urgent=urgent, answered=False, told=had, now=now, local=local):
            had.append(Told(turn.recipient, turn.number, now, failed=next(failing)))
            turns.append((now, turn))
    return turns


luck = st.lists(st.booleans(), min_size=1, max_size=5)


@given(groups, people, waits, st.booleans(), luck)
def test_nobody_is_told_more_often_than_the_limit_or_twice_in_one_turn(
    group: Group, people: dict[str, Recipient], waits: list[timedelta], urgent: bool, luck: list[bool]
) -> None:
    turns = run(group, people, waits, urgent=urgent, luck=luck)
    for key in KEYS:
        theirs = [turn.number for _, turn in turns if turn.recipient == key]
        assert theirs == list(range(len(theirs)))
        assert len(theirs) <= group.most


@given(groups, people, waits, luck)
def test_what_is_not_urgent_leaves_quiet_hours_alone(
    group: Group, people: dict[str, Recipient], waits: list[timedelta], luck: list[bool]
) -> None:
    for now, turn in run(group, people, waits, urgent=False, luck=luck):
        theirs = people[turn.recipient].quiet
        assert theirs is None or not theirs.holds(now.astimezone(SWEDEN))


@given(groups, people, waits, st.booleans())
def test_nobody_is_told_once_it_is_answered(
    group: Group, people: dict[str, Recipient], waits: list[timedelta], urgent: bool
) -> None:
    now = SINCE + sum(waits, timedelta(0))
    local = now.astimezone(SWEDEN)
    assert due(group, people, since=SINCE, urgent=urgent, answered=True, told=[], now=now, local=local) == []


@given(groups, people)
def test_each_step_begins_in_its_time_when_nobody_answers(group: Group, people: dict[str, Recipient]) -> None:
    for step in group.steps:
        for now, begun in ((SINCE + step.after - MINUTE, False), (SINCE + step.after, True)):
            local = now.astimezone(SWEDEN)
            turns = due(group, people, since=SINCE, urgent=True, answered=False, told=[], now=now, local=local)
            earlier = any(other.after < step.after for other in group.steps)
            for key in step.recipients:
                if begun:
                    assert (key in {turn.recipient for turn in turns}) is bool(people[key].reach)
                elif not earlier:
                    assert key not in {turn.recipient for turn in turns}


@given(groups, people, luck)
def test_it_ends(group: Group, people: dict[str, Recipient], luck: list[bool]) -> None:
    """Looked at every minute for long enough, nothing more is ever due."""
    waits = [MINUTE] * (120 + 60 * 5)
    turns = run(group, people, waits, urgent=True, luck=luck)
    had = [Told(turn.recipient, turn.number, now, failed=True) for now, turn in turns]
    end = SINCE + timedelta(days=1)
    last = [one for one in had if one.turn == group.most - 1]
    assert group.answers is False or {one.recipient for one in last} == {
        key for key in group.recipients if people[key].reach
    }
    local = end.astimezone(SWEDEN)
    more = due(group, people, since=SINCE, urgent=True, answered=False, told=had, now=end, local=local)
    assert {turn.recipient for turn in more} <= set(group.recipients) - {one.recipient for one in last}


@given(groups, people, waits, luck)
def test_each_turn_takes_the_next_channel(
    group: Group, people: dict[str, Recipient], waits: list[timedelta], luck: list[bool]
) -> None:
    for _, turn in run(group, people, waits, urgent=True, luck=luck):
        channels = list(people[turn.recipient].reach)
        assert turn.channel == channels[turn.number % len(channels)]
