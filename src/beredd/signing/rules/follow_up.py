"""How has it gone over time? What the balance says of each occurrence, added up by day or week; judges nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from beredd.signing.rules.balance import State

DAY = timedelta(days=1)
MOST_SINGLE_DAYS = 35  # a longer span is drawn by weeks
OPEN = frozenset({State.COMING, State.DUE, State.LATE})  # may still be signed


@dataclass(frozen=True, slots=True)
class Dose:
    """What one item of the programme asks for. None: not said."""

    sets: int | None = None
    repetitions: int | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """Done of dosed, in all sets together. `unit`: repetitions, seconds, sets or times (where no dose is said)."""

    unit: str
    done: int
    dosed: int


@dataclass(frozen=True, slots=True)
class Exercised:
    """An exercise, one time it was to be done. `skipped`: why nothing was done of it; `variant`: easier or harder."""

    signature: UUID
    day: date
    exercise: UUID
    amount: Amount
    skipped: str | None = None
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """An occurrence on the day that it counts to, as the balance has it."""

    day: date
    state: State
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Bucket:
    """A day or a week of the span, both days included, with how many occurrences ended in which way."""

    first: date
    last: date
    counts: Counter[State]


@dataclass(frozen=True, slots=True)
class Tally:
    """`reasons`: why it was not performed, or only partly, the most frequent first."""

    buckets: tuple[Bucket, ...]
    counts: Counter[State]
    reasons: tuple[tuple[str, int], ...]

    @property
    def expected(self) -> int:
        """All that is over and was to be done: what may still be signed and what was paused is not among it."""
        return sum(number for state, number in self.counts.items() if state not in OPEN and state is not State.PAUSED)


def tally(ended: Iterable[Ended], *, since: date, until: date) -> Tally:
    """Both days included; what lies outside is left out. Each occurrence is counted once."""
    spans = spans_of(since, until)
    within = [one for one in ended if since <= one.day <= until]
    counted: list[Counter[State]] = [Counter() for _ in spans]
    place = {
        first + n * DAY: number for number, (first, last) in enumerate(spans) for n in range((last - first).days + 1)
    }
    for one in within:
        counted[place[one.day]][one.state] += 1
    reasons = Counter(one.reason for one in within if one.reason and one.state in (State.NOT_PERFORMED, State.PARTLY))
    return Tally(
        buckets=tuple(Bucket(first, last, counts) for (first, last), counts in zip(spans, counted, strict=True)),
        counts=sum(counted, Counter()),
        reasons=tuple(sorted(reasons.items(), key=lambda found: (-found[1], found[0]))),
    )


def spans_of(since: date, until: date) -> list[tuple[date, date]]:
    """Day by day, or Monday to Sunday when it is long; the first and the last week may be cut."""
    step = 1 if (until - since).days < MOST_SINGLE_DAYS else 7
    spans, first = [], since
    while first <= until:
        last = first + (step - 1) * DAY if step == 1 else first + (6 - first.weekday()) * DAY
        spans.append((first, min(last, until)))
        first = last + DAY
    return spans


def amount(dose: Dose, *, sets: int | None, repetitions: int | None, seconds: int | None, listed: bool) -> Amount:
    """What was said to be done, beside what was dosed. `listed`: it was named among what was done."""
    times = dose.sets or 1
    if dose.repetitions:
        return Amount("repetitions", repetitions or 0, times * dose.repetitions)
    if dose.seconds:
        return Amount("seconds", seconds or 0, times * dose.seconds)
    if dose.sets:
        return Amount("sets", sets or 0, dose.sets)
    return Amount("times", int(listed), 1)


def by_span(spans: Sequence[tuple[date, date]], done: Iterable[Exercised]) -> list[Amount]:
    """One exercise's amounts added up for each span; the unit of the latest stands where the dose was changed."""
    found = sorted(done, key=lambda one: one.day)
    unit = found[-1].amount.unit if found else "times"
    same = [one for one in found if one.amount.unit == unit]
    return [
        Amount(
            unit,
            sum(one.amount.done for one in same if first <= one.day <= last),
            sum(one.amount.dosed for one in same if first <= one.day <= last),
        )
        for first, last in spans
    ]
