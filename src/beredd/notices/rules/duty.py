"""Who stands in for whom just now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from beredd.notices.rules.book import Group, Step


@dataclass(frozen=True, slots=True)
class StandIn:
    """From `starts_at` until `ends_at`, the latter left out."""

    replaced: str
    taker: str
    starts_at: datetime
    ends_at: datetime


def on_duty(group: Group, stand_ins: Iterable[StandIn], *, now: datetime) -> Group:
    """The group as it is told now. Of several who stand in for one, the last named does; nobody hands on further."""
    takers = {one.replaced: one.taker for one in stand_ins if one.starts_at <= now < one.ends_at}
    steps = tuple(
        Step(step.after, tuple(dict.fromkeys(takers.get(key, key) for key in step.recipients))) for step in group.steps
    )
    return replace(group, steps=steps)
