"""Whatever phones tell of a home: it is judged the same in any order, and more trouble never makes it look better."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from beredd.disruption.rules.coverage import POOR, WINDOW, Coverage, Loss, Span, Stay, is_sound, judge, visits
from beredd.disruption.rules.paper_proposal import Proposal, Standing, proposal
from beredd.sync.tame import FIRST, LAST

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
WORSE = [Coverage.GOOD, Coverage.OFTEN_POOR, Coverage.ALWAYS_POOR]
moments = st.integers(min_value=0, max_value=30 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes))


@st.composite
def stays(draw: st.DrawFn) -> Stay:
    """Any that could have happened."""
    began, length = draw(moments), draw(st.integers(0, 90))
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=6)))
    times = [began + timedelta(minutes=one) for one in cuts]
    losses = [Loss(*pair) for pair in zip(times[::2], times[1::2], strict=False)]
    if len(times) % 2:
        losses.append(Loss(times[-1], None))
    return Stay(began, began + timedelta(minutes=length), tuple(losses))


spans = st.builds(lambda one, two: Span(min(one, two), max(one, two)), moments, moments)
sometime = st.none() | moments
standings = st.builds(Standing, st.booleans(), st.booleans(), sometime, sometime)


@given(stays())
def test_what_could_have_happened_is_sound(stay: Stay) -> None:
    assert is_sound(stay)


@given(stays(), st.integers(1, 100))
def test_a_loss_outside_the_stay_is_not(stay: Stay, minutes: int) -> None:
    late = stay.ended_at + timedelta(minutes=minutes)
    assert not is_sound(Stay(stay.began_at, stay.ended_at, (*stay.losses, Loss(late, None))))
    assert not is_sound(Stay(late, stay.ended_at))


anytime = st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None), timezones=st.just(UTC))
anyhow = st.builds(
    Stay, anytime, anytime, st.lists(st.builds(Loss, anytime, st.none() | anytime), max_size=3).map(tuple)
)


@given(st.lists(anyhow | stays(), max_size=6), st.lists(anytime, max_size=2))
def test_whatever_a_clock_says_what_is_sound_is_judged_and_the_rest_refused(
    told: list[Stay], said: list[datetime]
) -> None:
    kept = [one for one in told if is_sound(one)]
    assert all(timedelta(0) <= one.lost <= one.ended_at - one.began_at <= timedelta(days=1) for one in kept)
    assert judge(visits(kept, said, ()), now=NOW).visits <= len(kept) + len(said)


@given(st.lists(stays(), max_size=12), st.lists(moments, max_size=3), st.lists(spans, max_size=2), st.randoms())
def test_the_order_in_which_it_is_told_says_nothing(
    told: list[Stay], said: list[datetime], out: list[Span], chance: object
) -> None:
    other = list(told)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert judge(visits(told, said, out), now=NOW) == judge(visits(other, said[::-1], out[::-1]), now=NOW)


@given(st.lists(stays(), max_size=12), st.lists(moments, max_size=3), st.lists(spans, max_size=2))
def test_visits_lie_apart_in_order_and_each_counts_once(
    told: list[Stay], said: list[datetime], out: list[Span]
) -> None:
    found = visits(told, said, out)
    assert all(one.ended_at <= another.began_at for one, another in pairwise(found))
    judged = judge(found, now=NOW)
    assert judged.broken + judged.none <= judged.visits <= len(told) + len(said)


@given(st.lists(stays(), max_size=12), st.sets(st.integers(0, 11)))
def test_losing_contact_throughout_never_makes_a_home_look_better(told: list[Stay], which: set[int]) -> None:
    worse = [
        Stay(one.began_at, one.ended_at, (Loss(one.began_at, None),)) if number in which else one
        for number, one in enumerate(told)
    ]
    before, after = (judge(visits(each, (), ()), now=NOW).coverage for each in (told, worse))
    assert (before is Coverage.NOT_KNOWN) is (after is Coverage.NOT_KNOWN)
    assert before is Coverage.NOT_KNOWN or WORSE.index(after) >= WORSE.index(before)


@given(st.lists(stays(), max_size=12), st.lists(spans, max_size=3))
def test_an_outage_takes_away_only_visits_that_lost_contact(told: list[Stay], out: list[Span]) -> None:
    kept = judge(visits([one for one in told if not one.losses], (), out), now=NOW)
    assert kept == judge(visits([one for one in told if not one.losses], (), ()), now=NOW)
    assert len(visits(told, (), out)) <= len(told)


@given(st.sampled_from(Coverage), standings, moments)
def test_what_has_just_been_answered_is_not_asked_about_again_by_the_same_visits(
    coverage: Coverage, standing: Standing, at: datetime
) -> None:
    asked = proposal(coverage, standing, now=NOW)
    if asked is Proposal.PUT:
        assert coverage in POOR and not standing.on_paper
    if asked is Proposal.TAKE_BACK:
        assert standing.for_coverage and (standing.counts_from or NOW - WINDOW) <= NOW - WINDOW
    answered = Standing(on_paper=True, for_coverage=True, said_at=at)
    assert proposal(Coverage.ALWAYS_POOR, answered, now=at) is None
    assert proposal(Coverage.NOT_KNOWN, standing, now=NOW) is None
