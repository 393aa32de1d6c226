"""The visits in a drawing: a column a day, or a week, of how they went."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from beredd.clock import local_day
from beredd.disruption.rules.coverage import Contact, Visit
from beredd.office.follow_up import drawn, plots
from beredd.office.words.home_coverage import CONTACT
from beredd.signing.rules.follow_up import spans_of

KINDS = (Contact.KEPT, Contact.BROKEN, Contact.NONE)  # from the ground up
PATTERNED = (Contact.BROKEN.value,)
WIDE, HIGH, LOWEST = 760.0, 170.0, 100.0


@dataclass(frozen=True, slots=True)
class Sum:
    kind: str
    word: str
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    numbers: Sequence[int]


@dataclass(frozen=True, slots=True)
class Drawing:
    """`rows`: the same as a table."""

    plot: plots.Plot
    sums: Sequence[Sum]
    rows: Sequence[Row]


def drawing(visits: Sequence[Visit], *, since: date, until: date) -> Drawing:
    spans = spans_of(since, until)
    weekly = any(last > first for first, last in spans)
    counted = [
        Counter(one.contact for one in visits if first <= local_day(one.began_at) <= last) for first, last in spans
    ]
    most = max((counts.total() for counts in counted), default=1)
    columns = [
        plots.Column(drawn.label(first, weekly=weekly), _told(first, last, counts), _pieces(counts))
        for (first, last), counts in zip(spans, counted, strict=True)
    ]
    return Drawing(
        plot=plots.columns(columns, width=WIDE, height=min(HIGH, LOWEST + 20 * most)),
        sums=[Sum(kind.value, CONTACT[kind].word, sum(one[kind] for one in counted)) for kind in KINDS],
        rows=[
            Row(drawn.span(first, last), [counts[kind] for kind in KINDS])
            for (first, last), counts in zip(spans, counted, strict=True)
            if counts
        ],
    )


def _counted(visits: Sequence[Visit], first: date, last: date) -> Counter[Contact]:
    return Counter(one.contact for one in visits if first <= local_day(one.began_at) <= last)


def _pieces(counts: Counter[Contact]) -> list[plots.Segment]:
    pieces, low = [], 0
    for kind in KINDS:
        pieces.append(plots.Segment(kind.value, low, low + counts[kind]))
        low += counts[kind]
    return pieces


def _told(first: date, last: date, counts: Counter[Contact]) -> str:
    said = ", ".join(f"{CONTACT[kind].word} {counts[kind]}" for kind in KINDS if counts[kind])
    return f"{drawn.span(first, last)}: {said}"
