"""Outermost: what phones say goes straight to its endpoint, and what they load is the same for everybody."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import resolve
from django.utils import translation

API, APP = "/api/", "/app/"
Responder = Callable[[HttpRequest], HttpResponseBase]


def straight_through(get_response: Responder) -> Responder:
    """No session, cookie or form token has a say in what a device says: it has signed for itself."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(API):
            return get_response(request)
        request.get_host()  # refuses names that are not ours
        endpoint = resolve(request.path_info)
        with translation.override(translation.get_language_from_request(request)):
            response: HttpResponse = endpoint.func(request, *endpoint.args, **endpoint.kwargs)
        response.headers["Content-Length"] = str(len(response.content))
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return middleware


def same_for_everybody(get_response: Responder) -> Responder:
    """A service worker finds nothing again under another Vary. Has the last word on the app's files."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.path.startswith(APP):
            for header in ("Vary", "Content-Language"):
                response.headers.pop(header, None)
        return response

    return middleware
