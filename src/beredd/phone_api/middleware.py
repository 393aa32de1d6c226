"""The app's files are the same for everybody, and say so: a service worker finds nothing again under another Vary."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

APP = "/app/"


def same_for_everybody(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Outermost, so that it has the last word."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.path.startswith(APP):
            for header in ("Vary", "Content-Language"):
                response.headers.pop(header, None)
        return response

    return middleware
