"""What people say of a system that is being worked on, and that no place sees working, is what was planned."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from beredd.disruption.rules.landscape import Landscape, Layer, Maintenance
from beredd.disruption.rules.observed import Report
from beredd.disruption.rules.reports import LAYERS
from beredd.disruption.rules.verdict import Cause, Verdict


def excused(
    found: Sequence[Verdict],
    planned: Collection[Maintenance],
    working: Collection[str],
    landscape: Landscape,
    now: datetime,
) -> list[Verdict]:
    """`working`: the systems that some place sees working; what fails in spite of that is no part of the plan."""
    worked_on = {one.system for one in planned if one.covers(one.system, now)} - set(working)
    return [_excused(one, worked_on, landscape) for one in found]


def still_telling(
    reports: Iterable[Report], planned: Collection[Maintenance], landscape: Landscape, now: datetime
) -> list[Report]:
    """What was said while it was worked on says nothing of how it is once the work is over."""
    over = [work for work in planned if work.ends <= now]
    return [
        one
        for one in reports
        if not any(
            work.covers(system, one.at)
            for work in over
            for system in rests_on(LAYERS[one.kind], one.system or "", landscape)
        )
    ]


def _excused(one: Verdict, worked_on: Collection[str], landscape: Landscape) -> Verdict:
    if one.cause is Cause.SAID and one.is_disruption:
        for system in sorted(worked_on):
            if system in rests_on(one.layer, one.system, landscape):
                return replace(one, cause=Cause.PLANNED, system=system)
    return one


def rests_on(layer: Layer, system: str, landscape: Landscape) -> set[str]:
    """The system itself, and for the launch what it goes between."""
    if layer is Layer.SYSTEM:
        return {system}
    keys = [key for key, target in landscape.targets.items() if target.layer is layer]
    return {landscape.targets[part].system for key in keys for part in (key, *landscape.above(key))}
