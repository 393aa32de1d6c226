"""A follow-up in words and drawings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.care.rules.schedule import schedule_to_json
from beredd.office.follow_up import drawn, plots
from beredd.office.follow_up.amounts import ExerciseView, Time, exercises, times_worked
from beredd.office.words import schedule, states, times
from beredd.signing.queries import FollowUpRow, SignatureRow
from beredd.signing.rules.balance import State
from beredd.signing.rules.follow_up import Tally


@dataclass(frozen=True, slots=True)
class Sum:
    kind: str
    word: str
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table that says what the drawing shows."""

    label: str
    numbers: Sequence[int]


@dataclass(frozen=True, slots=True)
class Comment:
    when: str
    who: str
    look: states.Look
    note: str


@dataclass(frozen=True, slots=True)
class Followed:
    """One prescription. `said`: how many of those expected were performed, in a sentence."""

    id: UUID
    intervention: str
    schedule: str
    said: str
    unplanned: str
    sums: Sequence[Sum]
    plot: plots.Plot
    rows: Sequence[Row]
    reasons: Sequence[tuple[str, int]]
    felt: plots.Plot | None
    exercises: Sequence[ExerciseView]
    times: Sequence[Time]
    comments: Sequence[Comment]


def followed(row: FollowUpRow, *, since: date, until: date, now: datetime) -> Followed:
    content = row.prescription.in_force(now).content
    spans = [(bucket.first, bucket.last) for bucket in row.tally.buckets]
    shown = [kind for kind in drawn.KINDS if kind.count(row.tally.counts)]
    return Followed(
        id=row.prescription.id,
        intervention=content.intervention,
        schedule=schedule.schedule(schedule_to_json(content.schedule)),
        said=_said(row.tally),
        unplanned=_unplanned(row.unplanned),
        sums=[Sum(kind.name, kind.word, kind.count(row.tally.counts)) for kind in shown],
        plot=drawn.outcomes(row.tally.buckets),
        rows=[
            Row(drawn.span(bucket.first, bucket.last), [kind.count(bucket.counts) for kind in shown])
            for bucket in row.tally.buckets
            if bucket.counts
        ],
        reasons=[(states.reason(reason), number) for reason, number in row.tally.reasons],
        felt=drawn.felt(row.signatures, since=since, until=until),
        exercises=exercises(row, spans),
        times=times_worked(row, now=now),
        comments=[_comment(one, now) for one in reversed(row.signatures) if one.note],
    )


def _said(tally: Tally) -> str:
    """Counted, never judged."""
    if not tally.expected:
        return _("Nothing has had to be done in this time.")
    done, partly = tally.counts[State.PERFORMED], tally.counts[State.PARTLY]
    said = ngettext("%(done)s of %(n)s time performed", "%(done)s of %(n)s times performed", tally.expected)
    words = said % {"done": done, "n": tally.expected}
    some = _("%(n)s partly") % {"n": partly}
    return f"{words}, {some}" if partly else words


def _unplanned(number: int) -> str:
    text = ngettext(
        "%(n)s more time was signed outside the plan.", "%(n)s more times were signed outside the plan.", number
    )
    return text % {"n": number} if number else ""


def _comment(row: SignatureRow, now: datetime) -> Comment:
    when = times.moment(row.performed_at, now=now)
    return Comment(when, row.performer_name, states.outcome(row.outcome), row.note)
