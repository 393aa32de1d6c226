"""What silence says: only of those who should speak, and only to those who listen."""

from datetime import datetime, timedelta

import pytest

from beredd.disruption.rules.landscape import LINK
from beredd.disruption.rules.observed import Link, Place, Result, Vantage
from beredd.disruption.rules.silence import Heard, silences
from beredd.people.factories import MONDAY

MINUTE = timedelta(minutes=1)
NORTH = Vantage("station-north", Place.STATION, Link.FIXED, "north", "town")
LONG_AGO = MONDAY - 60 * MINUTE


@pytest.mark.parametrize(
    ("heard", "listening", "silent"),
    [
        (MONDAY - 1 * MINUTE, LONG_AGO, False),
        (MONDAY - 2 * MINUTE, LONG_AGO, False),
        (MONDAY - 3 * MINUTE, LONG_AGO, True),
        (MONDAY - 30 * MINUTE, MONDAY - 2 * MINUTE, False),  # we have only just begun to listen
        (MONDAY - 30 * MINUTE, MONDAY - 3 * MINUTE, True),
        (MONDAY - 30 * MINUTE, None, False),  # we are cut off ourselves
    ],
)
def test_a_place_is_silent_after_more_than_two_rounds(
    heard: datetime, listening: datetime | None, silent: bool
) -> None:
    found = silences([Heard(NORTH, heard)], every=MINUTE, listening_since=listening, now=MONDAY)
    assert {(one.vantage, one.target, one.result) for one in found} == (
        {(NORTH, LINK, Result.FAILS)} if silent else set()
    )
    assert len(found) == (2 if silent else 0)  # a steady opinion rests on two
