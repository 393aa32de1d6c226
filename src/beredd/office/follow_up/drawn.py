"""What is drawn: how the occurrences ended, and how it felt. Patterns tell the kinds apart in black and white too."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from beredd.clock import local_day
from beredd.i18n.mark import N_
from beredd.office.follow_up import plots
from beredd.office.follow_up.plots import Column, Segment
from beredd.office.words import times
from beredd.signing.queries import SignatureRow
from beredd.signing.rules.balance import State
from beredd.signing.rules.follow_up import OPEN, Bucket

PATTERNED = ("partly", "not_performed", "double")  # filled by templates/follow_up/patterns.html
WIDE, HIGH, LOW, LOW_WHEN_ONE = 760.0, 190.0, 150.0, 100.0
WORST = 10
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to end, or several that are drawn as one."""

    name: str
    text: str
    states: frozenset[State]

    @property
    def word(self) -> str:
        return _(self.text)

    def count(self, counts: Counter[State]) -> int:
        return sum(counts[state] for state in self.states)


KINDS = (  # from the ground up
    Kind("performed", N_("Performed"), frozenset({State.PERFORMED})),
    Kind("partly", N_("Partly performed"), frozenset({State.PARTLY})),
    Kind("not_performed", N_("Not performed"), frozenset({State.NOT_PERFORMED})),
    Kind("unaccounted", N_("Unaccounted"), frozenset({State.UNACCOUNTED})),
    Kind("double", N_("Signed twice"), frozenset({State.DOUBLE})),
    Kind("paused", N_("Paused"), frozenset({State.PAUSED})),
    Kind("open", N_("May still be signed"), OPEN),
)


def outcomes(buckets: Sequence[Bucket]) -> plots.Plot:
    weekly = any(bucket.last > bucket.first for bucket in buckets)
    most = max((sum(bucket.counts.values()) for bucket in buckets), default=1)
    height = min(HIGH, LOW_WHEN_ONE + 35 * (most - 1))  # a single one a day needs no tower
    return plots.columns([_column(bucket, weekly=weekly) for bucket in buckets], width=WIDE, height=height)


def label(first: date, *, weekly: bool) -> str:
    """Mondays by day, every week by its number."""
    if weekly:
        return _("w. %(number)s") % {"number": first.isocalendar().week}
    return times.plain_day(first).rsplit(" ", 1)[0] if first.weekday() == 0 else ""


def span(first: date, last: date) -> str:
    return times.period(first, last)


def felt(rows: Sequence[SignatureRow], *, since: date, until: date) -> plots.Plot | None:
    """None when nobody has said anything."""
    length = max(1, (until - since).days)

    def points(name: str, word: str) -> list[tuple[float, int, str]]:
        said = [(local_day(row.performed_at), getattr(row, name)) for row in rows if getattr(row, name) is not None]
        return [
            ((day - since).days / length, value, f"{times.plain_day(day)}: {word} {value}")
            for day, value in said
            if since <= day <= until
        ]

    effort, pain = points("effort", _("Effort")), points("pain", _("Pain"))
    if not effort and not pain:
        return None
    days = [since + n * DAY for n in range(length + 1)]
    labels = [
        (times.plain_day(day).rsplit(" ", 1)[0], (day - since).days / length) for day in days if day.weekday() == 0
    ]
    return plots.curves([("effort", effort), ("pain", pain)], labels=labels, most=WORST, width=WIDE, height=LOW)


def _column(bucket: Bucket, *, weekly: bool) -> Column:
    segments, low, told = [], 0, []
    for kind in KINDS:
        number = kind.count(bucket.counts)
        if number:
            segments.append(Segment(kind.name, low, low + number))
            told.append(f"{kind.word} {number}")
            low += number
    words = f"{span(bucket.first, bucket.last)}: {', '.join(told)}"
    return Column(label(bucket.first, weekly=weekly), words, segments)
