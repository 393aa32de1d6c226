"""The guide: one question at a time, and all the while what to do and whom to reach. The answers are the address."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from beredd import clock
from beredd.office.guide import presenters
from beredd.office.guide.answers import Answers, answers_of
from beredd.people import queries as people
from beredd.people.rules.access import Access
from beredd.routine import actions, queries
from beredd.routine.actions.guide import ANYBODY
from beredd.routine.calendar import days_around
from beredd.routine.queries import RoutineRow, VersionRow
from beredd.routine.rules.advice import Advice, Reader, advise
from beredd.routine.rules.routine import EMPLOYER, ROLE, UNIT, Routine


@dataclass(frozen=True, slots=True)
class Opened:
    """The routine that the reader has chosen, or the only one there is."""

    row: RoutineRow
    version: VersionRow
    routine: Routine


@never_cache
@require_http_methods(["GET", "POST"])
def guide(request: HttpRequest) -> HttpResponse:
    """A click is a link, so it works without a script, and the way back is the browser's own."""
    at = clock.now()
    standing = [row for row in queries.routines(ANYBODY, at=at) if row.in_force]
    opened = _open(standing, request.GET.get("routine", ""))
    if opened is None:
        return _shown(request, presenters.shelf(standing), at)
    given = answers_of(request.GET, opened.routine)
    if request.method == "POST" and given.situation:
        kept = actions.keep_run(
            version=opened.version.id,
            situation=given.situation,
            answers=given.told,
            by=_who(request, at),
            at=at,
        )
        return redirect(f"{reverse('guide')}{given.address()}&kept={presenters.code(kept)}")
    days = days_around(opened.routine.calendar, at)
    advice = _advice(opened.routine, given, at) if given.situation else None
    found = presenters.guide(
        opened.row, opened.routine, given, advice, now=at, days=days, kept=request.GET.get("kept", "")
    )
    return _shown(request, found, at)


def _open(standing: list[RoutineRow], slug: str) -> Opened | None:
    row = next((one for one in standing if one.slug == slug), standing[0] if len(standing) == 1 else None)
    if row is None or row.in_force is None:
        return None
    return Opened(row, row.in_force, queries.told(row.in_force.text, row.slug))


def _advice(routine: Routine, given: Answers, at: datetime) -> Advice:
    about_reader = {name: given.told.get(name, "") for name in (ROLE, EMPLOYER, UNIT)}
    reader = Reader(about_reader[ROLE], about_reader[EMPLOYER], about_reader[UNIT])
    observed = {name: option for name, option in given.told.items() if name not in about_reader}
    return advise(routine, reader, given.situation, observed, now=at, days=days_around(routine.calendar, at))


def _who(request: HttpRequest, at: datetime) -> Access:
    """Who has signed in is named in the ledger; nobody needs to."""
    return people.access_of(request.user.pk, at=at) if request.user.is_authenticated else ANYBODY


def _shown(request: HttpRequest, found: presenters.Guide, at: datetime) -> HttpResponse:
    return render(request, "guide/guide.html", {"guide": found, "now": at})
