"""The guide: one question at a time, and all the while what to do and whom to reach. The answers are the address."""

from collections.abc import Sequence
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
from beredd.routine.queries import StandingRow
from beredd.routine.rules.advice import Advice, Reader, advise
from beredd.routine.rules.contacts import Days
from beredd.routine.rules.routine import EMPLOYER, ROLE, UNIT, Routine


@never_cache
@require_http_methods(["GET", "POST"])
def guide(request: HttpRequest) -> HttpResponse:
    """A click is a link, so it works without a script, and the way back is the browser's own."""
    at = clock.now()
    standing = queries.standing_versions(at=at)
    version = _chosen(standing, request.GET.get("routine", ""))
    if version is None:
        return _shown(request, presenters.shelf(standing), at)
    routine = queries.said_by(version)
    given = answers_of(request.GET, routine)
    if request.method == "POST" and given.situation:
        kept = actions.keep_run(
            version=version.id,
            situation=given.situation,
            answers=given.told,
            by=_who(request, at),
            at=at,
        )
        return redirect(f"{reverse('guide')}{given.address()}&kept={presenters.code(kept)}")
    days = days_around(routine.calendar, at)
    advice = _advice(routine, given, days, at) if given.situation else None
    kept_as = request.GET.get("kept", "")
    found = presenters.guide(version, routine, given, advice, now=at, days=days, kept=kept_as)
    return _shown(request, found, at)


def _chosen(standing: Sequence[StandingRow], slug: str) -> StandingRow | None:
    """The routine that the reader has chosen, or the only one there is."""
    chosen = next((row for row in standing if row.slug == slug), None)
    return chosen or (standing[0] if len(standing) == 1 else None)


def _advice(routine: Routine, given: Answers, days: Days, at: datetime) -> Advice:
    about_reader = {name: given.told.get(name, "") for name in (ROLE, EMPLOYER, UNIT)}
    reader = Reader(about_reader[ROLE], about_reader[EMPLOYER], about_reader[UNIT])
    observed = {name: option for name, option in given.told.items() if name not in about_reader}
    return advise(routine, reader, given.situation, observed, now=at, days=days)


def _who(request: HttpRequest, at: datetime) -> Access:
    """Who has signed in is named in the ledger; nobody needs to."""
    return people.access_of(request.user.pk, at=at) if request.user.is_authenticated else ANYBODY


def _shown(request: HttpRequest, found: presenters.Guide, at: datetime) -> HttpResponse:
    return render(request, "guide/guide.html", {"guide": found, "now": at})
