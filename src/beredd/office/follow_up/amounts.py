"""The exercises over time: how much of the dose was done, what was skipped, and each time in a table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.care.queries import ItemRow
from beredd.i18n.mark import N_
from beredd.office.follow_up import drawn, plots
from beredd.office.follow_up.plots import Column, Segment
from beredd.office.words import programmes, states, times
from beredd.signing.queries import FollowUpRow
from beredd.signing.rules.follow_up import Amount, Exercised, by_span

NARROW, SMALL = 370.0, 128.0
SKIPS = {
    "declined": N_("the patient declined"),
    "unwell": N_("the patient was unwell"),
    "pain": N_("it hurt"),
    "too_hard": N_("it was too hard"),
    "equipment": N_("equipment was missing"),
    "no_time": N_("there was no time"),
    "other": N_("other reason"),
}
VARIANTS = {"easier": N_("the easier way"), "harder": N_("the harder way")}
UNITS = {
    "repetitions": N_("%(done)s of %(dosed)s repetitions"),
    "seconds": N_("%(done)s of %(dosed)s seconds"),
    "sets": N_("%(done)s of %(dosed)s sets"),
    "times": N_("%(done)s of %(dosed)s times"),
}

PLAIN = N_("%(done)s of %(dosed)s")
SHORT = {  # in a table, below the name of the exercise
    "repetitions": PLAIN,
    "times": PLAIN,
    "seconds": N_("%(done)s of %(dosed)s s"),
    "sets": N_("%(done)s of %(dosed)s sets"),
}


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """`said`: all of it together; `asides`: what was skipped and why, which way it was done."""

    name: str
    said: str
    asides: Sequence[str]
    plot: plots.Plot


@dataclass(frozen=True, slots=True)
class Time:
    """One time that was worked through; `amounts` in the order of the exercises above the table."""

    when: str
    look: states.Look
    amounts: Sequence[str]
    pain: str
    effort: str


def exercises(row: FollowUpRow, spans: Sequence[tuple[date, date]]) -> list[ExerciseView]:
    items = _items(row)
    return [
        _view(programmes.exercise_name(items[key].exercise), done, spans) for key, done in _by_exercise(row).items()
    ]


def times_worked(row: FollowUpRow, *, now: datetime) -> list[Time]:
    """Latest first."""
    found = []
    for one in reversed(row.signatures):
        if not one.worked and one.pain is None and one.effort is None:
            continue
        of_it = [done for done in row.exercised if done.signature == one.id]
        found.append(
            Time(
                when=times.moment(one.performed_at, now=now),
                look=states.outcome(one.outcome),
                amounts=[_said_of(key, of_it) for key in _by_exercise(row)],
                pain="" if one.pain is None else str(one.pain),
                effort="" if one.effort is None else str(one.effort),
            )
        )
    return found


def amount_words(amount: Amount) -> str:
    return _(UNITS[amount.unit]) % {"done": amount.done, "dosed": amount.dosed}


def _view(name: str, done: Sequence[Exercised], spans: Sequence[tuple[date, date]]) -> ExerciseView:
    added = by_span(spans, done)
    weekly = any(last > first for first, last in spans)
    whole = Amount(added[0].unit, sum(one.done for one in added), sum(one.dosed for one in added))
    columns = [
        Column(
            drawn.label(first, weekly=weekly),
            f"{drawn.span(first, last)}: {amount_words(one)}",
            [Segment("dosed", 0, one.dosed), Segment("done", 0, one.done)],
        )
        for (first, last), one in zip(spans, added, strict=True)
    ]
    return ExerciseView(name, amount_words(whole), _asides(done), plots.columns(columns, width=NARROW, height=SMALL))


def _asides(done: Sequence[Exercised]) -> list[str]:
    skipped = Counter(one.skipped for one in done if one.skipped)
    ways = Counter(one.variant for one in done if one.variant)
    return [
        *(_skipped(n, _(SKIPS.get(key, key))) for key, n in skipped.most_common()),
        *(_varied(n, _(VARIANTS.get(key, key))) for key, n in ways.most_common()),
    ]


def _skipped(n: int, why: str) -> str:
    return ngettext("Skipped %(n)s time: %(why)s", "Skipped %(n)s times: %(why)s", n) % {"n": n, "why": why}


def _varied(n: int, way: str) -> str:
    return ngettext("%(n)s time in %(way)s", "%(n)s times in %(way)s", n) % {"n": n, "way": way}


def _said_of(key: UUID, done: Sequence[Exercised]) -> str:
    of_it = [one for one in done if one.exercise == key]
    words = [_(SKIPS.get(one.skipped, one.skipped)) if one.skipped else _short(one.amount) for one in of_it]
    return ", ".join(words)


def _short(amount: Amount) -> str:
    return _(SHORT[amount.unit]) % {"done": amount.done, "dosed": amount.dosed}


def _by_exercise(row: FollowUpRow) -> dict[UUID, list[Exercised]]:
    """In the order of the programme."""
    found: dict[UUID, list[Exercised]] = {}
    for one in row.exercised:
        found.setdefault(one.exercise, []).append(one)
    return found


def _items(row: FollowUpRow) -> dict[UUID, ItemRow]:
    versions = [version.programme for version in row.prescription.versions if version.programme]
    return {item.exercise.id: item for programme in versions for item in programme.items}
