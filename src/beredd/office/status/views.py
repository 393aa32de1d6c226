"""The status page: what works, since when, what to do meanwhile, when the next word comes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from beredd import clock
from beredd.disruption import queries
from beredd.office.status import presenters
from beredd.routine.actions.guide import ANYBODY


@never_cache
@require_GET
def shown(request: HttpRequest) -> HttpResponse:
    now = clock.now()
    found = queries.status(ANYBODY, at=now)
    rows = presenters.rows(found, now=now)
    context = {
        "rows": rows,
        "trouble": any(row.ill for row in rows),
        "works": presenters.works(found, now=now),
        "now": now,
    }
    return render(request, "status/status.html", context)
