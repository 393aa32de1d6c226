"""The link in a notice: "I have seen it", without signing in. Looking at it does nothing: mail programs look, too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from beredd import clock
from beredd.notices import actions
from beredd.office.words.refusals import say
from beredd.people.rules.access import Refused


@never_cache
def seen(request: HttpRequest, token: str) -> HttpResponse:
    if request.method != "POST":
        return render(request, "outbox/seen.html", {})
    try:
        actions.answer_by_link(token=token, at=clock.now())
    except Refused as refused:
        status = 404 if refused.code == "unknown_telling" else 200
        return render(request, "outbox/seen.html", {"refused": say(refused)}, status=status)
    return render(request, "outbox/seen.html", {"done": True})
