"""What every endpoint does the same: method, size, form in; JSON out; who calls."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

import msgspec
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from beredd import clock
from beredd.phone_api.problems import problem
from beredd.sync.enrol import Caller, caller_of
from beredd.sync.wire import PROTOCOL

Asked = TypeVar("Asked", bound=msgspec.Struct)
LARGEST = 8 * 1024 * 1024
JSON = "application/json"
View = Callable[..., HttpResponse]


def reply(body: msgspec.Struct) -> HttpResponse:
    """Never kept by anybody on the way."""
    response = HttpResponse(msgspec.json.encode(body), content_type=JSON)
    response["Cache-Control"] = "no-store"
    return response


def post(form: type[Asked]) -> Callable[[Callable[[HttpRequest, Asked, datetime], HttpResponse]], View]:
    """Parses the body into `form`; the view gets it and the time. Whatever is wrong with it is answered here."""
    decoder = msgspec.json.Decoder(form)

    def decorate(view: Callable[[HttpRequest, Asked, datetime], HttpResponse]) -> View:
        @csrf_exempt
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
            try:
                return view(request, asked, clock.now())
            except OperationalError:
                return problem("database", retry_after=15)

        return checked

    return decorate


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
    if int(request.headers.get("Content-Length") or 0) > LARGEST:
        return "too_large"
    return None
