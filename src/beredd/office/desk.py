"""Who sits at the desk: the access and the instant that every page of the office works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from beredd import clock
from beredd.office.words.refusals import say
from beredd.people import queries
from beredd.people.rules.access import Access, NotAllowed, Refused, may
from beredd.people.rules.roles import Permission

P = ParamSpec("P")
NOT_THERE = (  # what is not there, and what one may not see
    "unknown_patient",
    "unknown_prescription",
    "unknown_item",
    "unknown_user",
    "unknown_draft",
    "unknown_job",
    "unknown_programme",
    "unknown_exercise",
    "unknown_station",
    "unknown_telling",
    "unknown_ticket",
)


@dataclass(frozen=True, slots=True)
class Desk:
    """`at` is read once for each request, so that a page is of one instant."""

    access: Access
    at: datetime

    def may(self, permission: Permission, unit: UUID | None = None) -> bool:
        return may(self.access, permission, unit)


def at_desk(
    view: Callable[Concatenate[HttpRequest, Desk, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Gives the view its desk; sends others to sign in; a right that is missing becomes a page that says so."""

    @wraps(view)
    def seated(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        at = clock.now()
        desk = Desk(access=queries.access_of(request.user.pk, at=at), at=at)
        try:
            response = view(request, desk, *args, **kwargs)
        except NotAllowed as refused:
            response = render(request, "403.html", {"refused": say(refused)}, status=403)
        except Refused as refused:
            if refused.code not in NOT_THERE:
                raise
            response = render(request, "404.html", {"refused": say(refused)}, status=404)
        response.headers.setdefault("Cache-Control", "no-store")  # a shared computer keeps no patients
        return response

    return seated


def found(row: object) -> None:
    """Raises Http404 when there is none: what one may not see and what is not there look the same."""
    if row is None:
        raise Http404


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.headers.get("HX-Request"):  # part of a page: the whole page must go, not its part
        return HttpResponse(status=204, headers={"HX-Redirect": resolve_url("office:sign-in")})
    return redirect_to_login(request.get_full_path(), resolve_url("office:sign-in"))
