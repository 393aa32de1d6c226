"""A routine taken apart into pieces with names and values in words, so that two versions can be laid side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from beredd.i18n.mark import N_
from beredd.routine.rules.routine import (
    Check,
    Clause,
    Contact,
    Guard,
    Holidays,
    Hours,
    ItemKind,
    Option,
    Question,
    Routine,
    Situation,
    Step,
    Words,
)

WEEKDAYS = (
    *(
        Words("måndag", "Monday"),
        Words("tisdag", "Tuesday"),
        Words("onsdag", "Wednesday"),
        Words("torsdag", "Thursday"),
    ),
    *(Words("fredag", "Friday"), Words("lördag", "Saturday"), Words("söndag", "Sunday")),
)

HOLIDAYS = {
    Holidays.CLOSED: Words("utom helgdagar", "except holidays"),
    Holidays.OPEN: Words("även helgdagar", "holidays too"),
    Holidays.ONLY: Words("bara helgdagar", "holidays only"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """`place`: what it is, for the catalogue. `values`: by what they are, likewise; the first says most."""

    place: str
    name: Words
    values: dict[str, Words]


def parts(routine: Routine) -> dict[str, Part]:
    """By a key that is the same in both versions, in the order of the file."""
    found = {"routine": Part(N_("The routine"), routine.title, _about(routine))}
    for question in routine.questions:
        found[f"question {question.id}"] = Part(N_("Question"), question.text, _question(question))
    for contact in routine.contacts:
        found[f"contact {contact.id}"] = Part(N_("Contact"), contact.name, _contact(routine, contact))
    for situation in routine.situations:
        found[f"situation {situation.id}"] = Part(N_("Situation"), situation.title, _situation(routine, situation))
        found.update(_items(routine, situation))
    for check in routine.checks:
        found[f"check {check.id}"] = Part(N_("Control question"), check.text, _check(routine, check))
    return found


def _about(routine: Routine) -> dict[str, Words]:
    scope, calendar = routine.scope, routine.calendar
    return {
        N_("title"): routine.title,
        N_("kind"): routine.kind,
        N_("version"): Words(str(routine.version)),
        N_("decided on"): Words(str(routine.decided_on)),
        N_("revised on"): Words(str(routine.revised_on or "")),
        N_("decided by"): routine.decided_by,
        N_("responsible for revision"): routine.responsible,
        N_("revised how often"): routine.interval,
        N_("months between revisions"): Words(str(routine.interval_months or "")),
        N_("duty"): routine.duty,
        N_("applies to"): scope.applies_to,
        N_("does not apply when"): scope.not_when,
        N_("condition for not applying"): _clauses(routine, scope.unless),
        N_("instead"): routine.situation(scope.instead).title,
        N_("systems"): joined(one.text for one in routine.systems),
        N_("printed ahead"): joined(
            joined((one.what, _span(one.every), _span(one.covers), one.place), " · ") for one in routine.print_ahead
        ),
        N_("eves"): Words("öppet", "open") if calendar.eves_open else Words("stängt", "closed"),
        N_("shortened days"): joined(Words(f"{one.name} {one.closes_at or '–'}") for one in calendar.short),
        N_("local days"): joined(
            joined((Words(str(one.day)), one.name, Words("+" if one.open else str(one.closes_at or "–"))), " ")
            for one in calendar.local
        ),
    }


def _question(question: Question) -> dict[str, Words]:
    return {N_("text"): question.text, N_("answers"): _options(question.options)}


def _check(routine: Routine, check: Check) -> dict[str, Words]:
    audience = next(one.text for one in routine.audiences if one.id == check.audience)
    right = next(one.text for one in check.options if one.id == check.right)
    return {
        N_("text"): check.text,
        N_("for whom"): audience,
        N_("answers"): _options(check.options),
        N_("right answer"): right,
        N_("why"): check.why,
    }


def _contact(routine: Routine, contact: Contact) -> dict[str, Words]:
    return {
        N_("name"): contact.name,
        N_("telephone"): Words(contact.phone),
        N_("mail"): Words(contact.mail),
        N_("portal"): Words(contact.portal),
        N_("hours"): joined((_hours(one) for one in contact.hours), "; "),
        N_("otherwise"): routine.contact(contact.otherwise).name if contact.otherwise else Words(""),
        **_guard(routine, contact.guard),
    }


def _situation(routine: Routine, situation: Situation) -> dict[str, Words]:
    audiences = [one.text for one in routine.audiences if one.id in situation.audiences]
    systems = [one.text for one in routine.systems if one.id in situation.systems]
    order = [Words(item.target) for item in situation.items]
    return {
        N_("title"): situation.title,
        N_("for whom"): joined(audiences),
        N_("systems"): joined(systems),
        N_("order"): joined(order),
    }


def _items(routine: Routine, situation: Situation) -> Iterator[tuple[str, Part]]:
    for number, item in enumerate(situation.items):
        before = [one for one in situation.items[:number] if (one.kind, one.target) == (item.kind, item.target)]
        key = f"{item.kind} {situation.id} {item.target} {len(before)}"
        guard = _guard(routine, item.guard)
        if item.kind is ItemKind.STEP:
            step = routine.step(item.target)
            yield key, Part(N_("Step"), step.text, {**_step(routine, step), **guard})
        else:  # that it is there at all is said by the order
            asked = item.kind is ItemKind.ASK
            name = routine.question(item.target).text if asked else routine.situation(item.target).title
            yield key, Part(N_("Reference"), name, {N_("refers to"): name, **guard})


def _step(routine: Routine, step: Step) -> dict[str, Words]:
    return {
        N_("text"): step.text,
        N_("source"): Words(step.source),
        N_("whom to reach"): joined(routine.contact(one).name for one in step.reach),
        N_("after"): _span(step.after),
        N_("decides"): step.decides or Words(""),
    }


def _guard(routine: Routine, guard: Guard) -> dict[str, Words]:
    return {N_("when"): _clauses(routine, guard.when), N_("unless"): _clauses(routine, guard.unless)}


def _clauses(routine: Routine, clauses: Iterable[Clause]) -> Words:
    return joined(_clause(routine, one) for one in clauses)


def _clause(routine: Routine, clause: Clause) -> Words:
    question = routine.question(clause.question)
    answers = joined((one.text for one in question.options if one.id in clause.options), " / ")
    return joined((question.text, answers), " ")


def _options(options: Iterable[Option]) -> Words:
    return joined((one.text for one in options), " / ")


def _hours(hours: Hours) -> Words:
    days = joined(WEEKDAYS[number - 1] for number in hours.weekdays)
    return joined((days, Words(f"{hours.opens:%H:%M}–{hours.closes:%H:%M}"), HOLIDAYS[hours.holidays]), " ")


def _span(span: timedelta | None) -> Words:
    if span is None:
        return Words("")
    minutes = int(span.total_seconds()) // 60
    return Words(f"{minutes // 60} h" if minutes % 60 == 0 else f"{minutes} min")


def joined(texts: Iterable[Words], between: str = ", ") -> Words:
    """In each language by itself."""
    found = [one for one in texts if one.sv]
    return Words(between.join(one.sv for one in found), between.join(one.said("en") for one in found))
