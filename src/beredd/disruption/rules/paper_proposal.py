"""What is proposed to the licensed professional about paper at home, by how the coverage there has been."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from beredd.disruption.rules.coverage import POOR, WINDOW, Coverage


class Proposal(StrEnum):
    PUT = "put"  # the coverage is poor: paper into the home folder
    TAKE_BACK = "take_back"  # it has become good: the decision may be taken back


@dataclass(frozen=True, slots=True)
class Standing:
    """What has been decided. `on_paper`: for whatever reason; `for_coverage`: because of the coverage.

    `said_at`: when the latter was last decided or taken back; `declined_at`: when the proposal was last declined.
    """

    on_paper: bool = False
    for_coverage: bool = False
    said_at: datetime | None = None
    declined_at: datetime | None = None

    @property
    def counts_from(self) -> datetime | None:
        """What was before an answer has been answered: only what comes after it is judged anew."""
        return max((one for one in (self.said_at, self.declined_at) if one), default=None)


def proposal(coverage: Coverage, standing: Standing, *, now: datetime) -> Proposal | None:
    """`coverage`: by the visits after `standing.counts_from`."""
    if coverage in POOR and not standing.on_paper:
        return Proposal.PUT
    asked = standing.counts_from
    rested = asked is None or asked <= now - WINDOW  # a whole window of it, so that it does not go to and fro
    return Proposal.TAKE_BACK if coverage is Coverage.GOOD and standing.for_coverage and rested else None
