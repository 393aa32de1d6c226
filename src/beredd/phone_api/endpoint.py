"""What every endpoint does the same: method, size, form in; JSON out; who calls."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

import msgspec
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from beredd import clock
from beredd.phone_api.problems import problem
from beredd.sync.enrol import Caller, caller_of
from beredd.sync.faults import place_of
from beredd.sync.wire import PROTOCOL

Asked = TypeVar("Asked", bound=msgspec.Struct)
JSON = "application/json"
log = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def reply(body: msgspec.Struct) -> HttpResponse:
    """Never kept by anybody on the way."""
    response = HttpResponse(msgspec.json.encode(body), content_type=JSON)
    response["Cache-Control"] = "no-store"
    return response


def get(view: Callable[[HttpRequest], HttpResponse]) -> View:
    """For what anybody may ask."""

    @wraps(view)
    def checked(request: HttpRequest) -> HttpResponse:
        return _whatever_happens(request, view) if request.method in ("GET", "HEAD") else problem("wrong_method")

    return checked


def post(form: type[Asked]) -> Callable[[Callable[[HttpRequest, Asked, datetime], HttpResponse]], View]:
    """Parses the body into `form`; the view gets it and the time. Whatever is wrong with it is answered here."""
    decoder = msgspec.json.Decoder(form)

    def decorate(view: Callable[[HttpRequest, Asked, datetime], HttpResponse]) -> View:
        @wraps(view)
        def checked(request: HttpRequest) -> HttpResponse:
            if code := _unfit(request):
                return problem(code)
            try:
                asked = decoder.decode(request.body)
            except msgspec.ValidationError:
                return problem("wrong_shape")
            except (msgspec.MsgspecError, UnicodeError, RecursionError):
                return problem("not_json")
            if getattr(asked, "protocol", PROTOCOL) != PROTOCOL:
                return problem("old_protocol")
            return _whatever_happens(request, lambda request: view(request, asked, clock.now()))

        return checked

    return decorate


def _whatever_happens(request: HttpRequest, view: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """A phone is answered in a form that it can read, and asks again."""
    try:
        return view(request)
    except (OperationalError, InterfaceError) as fault:
        log.error("the database did not answer: %s", place_of(fault))
        return problem("database", retry_after=15)
    except Exception as fault:
        log.error("%s could not be answered: %s", request.path, place_of(fault))
        return problem("fault")


def known_device(view: Callable[[HttpRequest, Any, datetime, Caller], HttpResponse]) -> View:
    """Passes on who calls; a phone that we do not know gets no further."""

    @wraps(view)
    def checked(request: HttpRequest, asked: Any, at: datetime) -> HttpResponse:
        caller = caller_of(request.headers.get("Authorization", ""), at=at)
        return view(request, asked, at, caller) if caller else problem("not_signed_in")

    return checked


def _unfit(request: HttpRequest) -> str | None:
    if request.method != "POST":
        return "wrong_method"
    if request.content_type != JSON:
        return "wrong_type"
    length = request.headers.get("Content-Length", "")
    largest = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return "too_large" if length.isdecimal() and largest is not None and int(length) > largest else None
