"""What holds for every diagnosis, whatever was seen."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from beredd.disruption.landscape_file import read_plan
from beredd.disruption.rules.diagnosis import diagnose
from beredd.disruption.rules.landscape import LINK, Layer
from beredd.disruption.rules.observed import Fault, Kind, Link, Observation, Place, Report, Result, Vantage
from beredd.disruption.rules.verdict import Cause, Verdict, evidence

ROOT = Path(__file__).resolve().parents[4]
LANDSCAPE = read_plan(ROOT / "content" / "probes" / "demo.toml").landscape
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TARGETS = [LINK, "internet", "names", "exorlive.app", "exorlive.sso", "appva", "launch", "beredd"]
NEAR = {Layer.FIXED_LINE, Layer.WIRELESS, Layer.MOBILE_NETWORK, Layer.COVERAGE, Layer.DEVICE}

minutes = st.integers(0, 8).map(lambda back: NOW - timedelta(minutes=back))
units = st.sampled_from(["north", "east", "south", None])
vantages = st.builds(
    Vantage,
    st.sampled_from([f"v{number}" for number in range(6)]),
    st.sampled_from(Place),
    st.sampled_from(Link),
    units,
    st.sampled_from(["kommun", "omsorg"]),
    st.sampled_from([None, None, "home-7"]),
)
results = st.one_of(
    st.tuples(st.sampled_from([Result.WORKS, Result.SLOW, Result.UNKNOWN]), st.none()),
    st.tuples(st.just(Result.FAILS), st.sampled_from(Fault)),
)
seen = st.lists(
    st.builds(
        lambda vantage, target, result, at: Observation(vantage, target, result[0], at, result[1]),
        vantages,
        st.sampled_from(TARGETS),
        results,
        minutes,
    ),
    max_size=60,
)
said = st.lists(
    st.builds(
        Report,
        user=st.sampled_from(["bo", "eva", "kim", "lo"]),
        device=st.sampled_from(["a", "b", "c", "d"]),
        kind=st.sampled_from(Kind),
        at=minutes,
        unit=units,
        employer=st.sampled_from(["kommun", "omsorg"]),
        system=st.sampled_from([None, "exorlive", "appva"]),
        right=st.sampled_from([None, True, False]),
    ),
    max_size=8,
)


def judged(observations: list[Observation], reports: list[Report]) -> list[Verdict]:
    return diagnose(observations, reports, LANDSCAPE, [], NOW)


@given(seen, said, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(
    observations: list[Observation], reports: list[Report], random: Random
) -> None:
    shuffled, repeated = observations * 2, reports * 2
    random.shuffle(shuffled)
    random.shuffle(repeated)
    assert judged(shuffled, repeated) == judged(observations, reports)


@given(seen, st.sampled_from(Link), units, st.lists(st.tuples(st.sampled_from(TARGETS[1:]), results, minutes)))
def test_whoever_has_lost_their_own_link_says_nothing_of_what_lies_beyond(
    observations: list[Observation], link: Link, unit: str | None, more: list[Any]
) -> None:
    cut_off = Vantage("cut-off", Place.STATION, link, unit, "kommun")
    lost = [
        Observation(cut_off, LINK, Result.FAILS, NOW - timedelta(minutes=back), Fault.NO_ANSWER) for back in range(9)
    ]
    believed = [Observation(cut_off, target, result, at, fault) for target, (result, fault), at in more]
    before, after = judged(observations, []), judged([*observations, *lost, *believed], [])
    far = [[one for one in found if one.layer not in NEAR] for found in (before, after)]
    assert far[0] == far[1]


@given(seen, st.lists(st.tuples(vantages, st.sampled_from(TARGETS), minutes), max_size=20))
def test_more_who_cannot_tell_make_nothing_surer(observations: list[Observation], blind: list[Any]) -> None:
    unknown = [Observation(vantage, target, Result.UNKNOWN, at) for vantage, target, at in blind]
    before, after = judged(observations, []), judged([*observations, *unknown], [])
    assert [_what(one) for one in before] == [_what(one) for one in after]
    assert all(now.confidence <= then.confidence for then, now in zip(before, after, strict=True))


def _what(one: Verdict) -> tuple[object, ...]:
    return one.layer, one.scope, one.of, one.system


@given(st.lists(st.tuples(vantages, st.sampled_from(TARGETS), st.sampled_from(["works", "unknown"]), minutes)))
def test_what_works_for_everybody_is_never_a_fault(content: list[Any]) -> None:
    assert judged([Observation(who, what, Result(result), at) for who, what, result, at in content], []) == []


@given(seen, said)
def test_every_verdict_has_its_evidence(observations: list[Observation], reports: list[Report]) -> None:
    for one in judged(observations, reports):
        text, params = evidence(one, LANDSCAPE)
        assert text % params
        assert one.failing <= one.asked
        assert one.failing or one.said
        assert one.cause is not Cause.PLANNED
