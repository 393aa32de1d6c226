"""How the coverage has been at patients' homes, and what is proposed to those who prescribe."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from beredd.care.queries import PatientRow, patient_row, patients
from beredd.disruption.models import CoverageDeclined, HomeLoss, HomeStay, Report
from beredd.disruption.queries.outages import outages
from beredd.disruption.rules.coverage import FEWEST_POOR, WINDOW, Judged, Loss, Stay, Visit, judge, visits
from beredd.disruption.rules.observed import Kind
from beredd.disruption.rules.paper_proposal import Proposal, Standing, proposal
from beredd.paper.queries import DecisionRow, decided_for, home_folders, paper_decisions
from beredd.paper.rules.need import Reason
from beredd.people.queries import names
from beredd.people.rules.access import Access, may
from beredd.people.rules.roles import Permission

FOR_COVERAGE = (Reason.NO_COVERAGE, Reason.POOR_COVERAGE)


@dataclass(frozen=True, slots=True)
class DeclinedRow:
    by_name: str
    at: datetime
    ground: str


@dataclass(frozen=True, slots=True)
class HomeCoverage:
    """`judged`: of the last four weeks. `asked`: of those visits that came after the last answer, on which the proposal
    rests. `wanted`: whether the patient wants paper at home."""

    patient: PatientRow
    visits: tuple[Visit, ...]
    judged: Judged
    asked: Judged
    proposal: Proposal | None
    decisions: tuple[DecisionRow, ...]
    declined: DeclinedRow | None
    wanted: bool
    may_decide: bool


def home_coverage(access: Access, patient: UUID, *, since: datetime, at: datetime) -> HomeCoverage | None:
    """With the visits after `since`. None: there is no such patient for this person."""
    row = patient_row(access, patient)
    return next(iter(_coverage(access, [row], since=min(since, at - WINDOW), at=at)), None) if row else None


def proposals(access: Access, *, at: datetime) -> list[HomeCoverage]:
    """What waits for this person's decision, by the patients' names."""
    asked = _worth_asking(at)
    rows = [one for one in patients(access) if one.id in asked and _decides(access, one)]
    return [one for one in _coverage(access, rows, since=at - WINDOW, at=at) if one.proposal]


def _worth_asking(at: datetime) -> set[UUID]:
    """Where contact has been lost more than once, or paper has been decided on for want of it."""
    lost = HomeLoss.objects.filter(lost_at__gt=at - WINDOW).order_by().values_list("stay__home", flat=True)
    said = Report.objects.filter(kind=Kind.COVERAGE, made_at__gt=at - WINDOW).values_list("home", flat=True)
    times = Counter(home for home in (*lost, *said) if home)
    return {*(home for home, count in times.items() if count >= FEWEST_POOR), *decided_for(FOR_COVERAGE)}


def _coverage(access: Access, rows: Sequence[PatientRow], *, since: datetime, at: datetime) -> Iterable[HomeCoverage]:
    ids = [one.id for one in rows]
    stays, said, decisions, declined = _stays(ids, since), _said(ids, since), paper_decisions(ids), _declined(ids)
    out, folders = outages([one.unit for one in rows]), home_folders(ids)
    for row in rows:
        found = visits(stays[row.id], said[row.id], out[row.unit])
        decided, no = decisions.get(row.id, []), declined.get(row.id)
        standing = _standing(decided, no)
        asked = judge([one for one in found if _counts(one, standing)], now=at)
        yield HomeCoverage(
            patient=row,
            visits=tuple(one for one in found if one.ended_at <= at),
            judged=judge(found, now=at),
            asked=asked,
            proposal=proposal(asked.coverage, standing, now=at),
            decisions=tuple(decided),
            declined=no,
            wanted=folders[row.id].wanted,
            may_decide=_decides(access, row),
        )


def _stays(homes: Sequence[UUID], since: datetime) -> dict[UUID, list[Stay]]:
    """Read as plain values: a rehab unit's homes have tens of thousands of stays in four weeks."""
    rows = HomeStay.objects.filter(home__in=homes, ended_at__gt=since).order_by("began_at", "id", "losses__lost_at")
    told = rows.values_list("home", "id", "began_at", "ended_at", "losses__lost_at", "losses__regained_at")
    found: dict[UUID, list[Stay]] = {home: [] for home in homes}
    for (home, _id, began, ended), lines in groupby(told, key=itemgetter(0, 1, 2, 3)):
        losses = tuple(Loss(lost, regained) for *_stay, lost, regained in lines if lost)
        found[home].append(Stay(began, ended, losses))
    return found


def _said(homes: Sequence[UUID], since: datetime) -> defaultdict[UUID | None, list[datetime]]:
    found: defaultdict[UUID | None, list[datetime]] = defaultdict(list)
    for row in Report.objects.filter(kind=Kind.COVERAGE, home__in=homes, made_at__gt=since):
        found[row.home].append(row.made_at)
    return found


def _declined(homes: Sequence[UUID]) -> dict[UUID, DeclinedRow]:
    newest = {row.home: row for row in CoverageDeclined.objects.filter(home__in=homes).order_by("at", "id")}
    who = names({row.by for row in newest.values()})
    return {home: DeclinedRow(who.get(row.by, ""), row.at, row.ground) for home, row in newest.items()}


def _standing(decided: Sequence[DecisionRow], declined: DeclinedRow | None) -> Standing:
    for_coverage = [one for one in decided if one.reason in FOR_COVERAGE]
    return Standing(
        on_paper=any(one.holds for one in decided),
        for_coverage=any(one.holds for one in for_coverage),
        said_at=max((one.said_at for one in for_coverage), default=None),
        declined_at=declined.at if declined else None,
    )


def _counts(visit: Visit, standing: Standing) -> bool:
    return standing.counts_from is None or visit.began_at > standing.counts_from


def _decides(access: Access, row: PatientRow) -> bool:
    return any(may(access, Permission.PRESCRIBE, unit) for unit in (row.unit, row.rehab_unit))
