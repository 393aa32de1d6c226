"""What must be done with the paper in a patient's home, why, and since when.

A sheet is stale from the moment at which a prescription or programme of the patient changes, if it would say something
else when printed then. A copy that says the same stays where it is, however often the prescription is touched.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from beredd.paper.rules.accounting import SheetState

Same = tuple[str, str]  # kind and key: for whom and what a sheet is
UNPLACED = (SheetState.PRINTED, SheetState.HANDED_OUT)


class Task(StrEnum):
    """What somebody has to do, in the order of a visit."""

    REPLACE = "replace"
    PLACE = "place"
    COLLECT = "collect"
    PRINT = "print"


class Why(StrEnum):
    WAITS = "waits"  # printed, and not yet in the home
    NEWER = "newer"  # a newer sheet takes its place
    CHANGED = "changed"  # the prescription or programme has changed since it was printed
    ENDED = "ended"  # what it says holds no more
    OVER = "over"  # its last day has passed
    REFUSED = "refused"  # the patient does not want paper at home


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of one patient. `since`: when it came into its state; `last_day`: how long what it says was to hold."""

    id: str
    same: Same
    digest: str
    printed_at: datetime
    last_day: date | None
    state: SheetState
    since: datetime


@dataclass(frozen=True, slots=True)
class Job:
    """`sheet` is put in the folder, `old` is taken out of it; with PRINT there is as yet nothing to put in."""

    task: Task
    why: Why
    since: date | datetime
    sheet: str | None = None
    old: str | None = None


@dataclass(frozen=True, slots=True)
class Care:
    """`says`: the digest that each sheet would have if it were printed now; `changes`: when prescriptions or programmes
    changed; `refused`: since when the patient wants no paper at home."""

    says: Mapping[Same, str]
    changes: Collection[datetime]
    refused: datetime | None = None


def jobs(papers: Collection[Paper], care: Care, *, today: date, now: datetime) -> list[Job]:
    """For one patient, replace and place first; at most one for each sheet that lies in the home."""
    groups: dict[Same, list[Paper]] = {}
    for paper in sorted(papers, key=lambda one: (one.printed_at, one.id)):
        groups.setdefault(paper.same, []).append(paper)
    found = [job for group in groups.values() for job in _of_group(group, care, today, now)]
    return sorted(found, key=lambda job: (list(Task).index(job.task), str(job.since), job.sheet or job.old or ""))


def stale_since(paper: Paper, care: Care, now: datetime) -> datetime | None:
    """None as long as it says what holds."""
    changed = [at for at in care.changes if paper.printed_at < at <= now]
    return min(changed) if changed and care.says.get(paper.same) != paper.digest else None


def _of_group(group: Sequence[Paper], care: Care, today: date, now: datetime) -> Iterator[Job]:
    placed = [one for one in group if one.state is SheetState.PLACED]
    if care.refused:
        yield from (Job(Task.COLLECT, Why.REFUSED, care.refused, old=one.id) for one in placed)
        return
    older, newest = placed[:-1], placed[-1] if placed else None
    fresh = [one for one in group if one.state in UNPLACED and _holds(one, care, today, now)]
    ready = next((one for one in reversed(fresh) if newest is None or one.printed_at > newest.printed_at), None)
    yield from (Job(Task.COLLECT, Why.NEWER, newest.since, old=one.id) for one in older if newest)
    if newest and ready:
        why = _wrong(newest, care, today, now) or (Why.NEWER, ready.printed_at)
        yield Job(Task.REPLACE, *why, ready.id, newest.id)
    elif ready:
        yield Job(Task.PLACE, Why.WAITS, ready.printed_at, ready.id)
    elif newest and (wrong := _wrong(newest, care, today, now)):
        yield Job(Task.PRINT if wrong[0] is Why.CHANGED else Task.COLLECT, *wrong, old=newest.id)


def _wrong(paper: Paper, care: Care, today: date, now: datetime) -> tuple[Why, date | datetime] | None:
    if paper.last_day and paper.last_day < today:
        return Why.OVER, paper.last_day
    if since := stale_since(paper, care, now):
        return (Why.CHANGED if paper.same in care.says else Why.ENDED), since
    return None


def _holds(paper: Paper, care: Care, today: date, now: datetime) -> bool:
    return _wrong(paper, care, today, now) is None
