"""A home's coverage as the pages show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.disruption.queries import HomeCoverage
from beredd.disruption.rules.coverage import Loss, Visit
from beredd.disruption.rules.paper_proposal import Proposal
from beredd.office.words import times
from beredd.office.words.home_coverage import CONTACT, COVERAGE, DECIDED, REASON_OF, ground
from beredd.office.words.home_coverage import proposed as proposal_word
from beredd.office.words.states import Look


@dataclass(frozen=True, slots=True)
class Proposed:
    """What waits for a decision. `reason`: which the decision is to be for, `holds`: made or taken back."""

    name: str
    unit: str
    protected: bool
    url: str
    decide_url: str
    title: str
    ground: str
    look: Look
    reason: str
    holds: bool
    wanted: bool


@dataclass(frozen=True, slots=True)
class Decided:
    reason: str
    word: str
    said: str


@dataclass(frozen=True, slots=True)
class Visited:
    when: str
    look: Look
    lost: Sequence[str]


def proposed(row: HomeCoverage) -> Proposed:
    """Of a home for which something is proposed."""
    assert row.proposal is not None
    put = row.proposal is Proposal.PUT
    held = [one.reason for one in row.decisions if one.holds and one.reason in REASON_OF.values()]
    return Proposed(
        name=row.patient.name,
        unit=row.patient.unit_name,
        protected=row.patient.protected,
        url=reverse("office:home-coverage", args=[row.patient.id]),
        decide_url=reverse("office:coverage-paper", args=[row.patient.id]),
        title=proposal_word(row.proposal),
        ground=ground(row.asked),
        look=COVERAGE[row.asked.coverage],
        reason=REASON_OF[row.asked.coverage] if put else held[0],
        holds=put,
        wanted=row.wanted,
    )


def decided(row: HomeCoverage, *, now: datetime) -> list[Decided]:
    """What holds now."""
    return [
        Decided(
            reason=one.reason,
            word=_(DECIDED[one.reason]),
            said=_("%(who)s, %(when)s") % {"who": one.said_by_name, "when": times.moment(one.said_at, now=now)},
        )
        for one in row.decisions
        if one.holds
    ]


def visited(visits: Sequence[Visit], *, now: datetime) -> list[Visited]:
    """Latest first."""
    return [
        Visited(_span(one.began_at, one.ended_at, now), CONTACT[one.contact], [_lost(loss) for loss in one.losses])
        for one in reversed(visits)
    ]


def _span(began: datetime, ended: datetime, now: datetime) -> str:
    until = times.clock(ended)
    start = times.moment(began, now=now)
    return start if until == times.clock(began) else f"{start}–{until}"


def _lost(loss: Loss) -> str:
    if loss.regained_at is None:
        return _("lost %(lost)s, not regained there") % {"lost": times.clock(loss.lost_at)}
    return _("lost %(lost)s, regained %(regained)s") % {
        "lost": times.clock(loss.lost_at),
        "regained": times.clock(loss.regained_at),
    }
