"""The phone's endpoints. Each parses, makes one call, and answers."""

from datetime import datetime

import msgspec
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page

from beredd import clock
from beredd.ledger import queries as ledger
from beredd.people.rules.access import NotAllowed
from beredd.phone_api.endpoint import get, known_device, post, reply
from beredd.phone_api.openapi import description
from beredd.phone_api.problems import problem
from beredd.phone_api.turns import Turns, come_back_in
from beredd.routine.plain import pocket
from beredd.routine.queries import all_in_force
from beredd.sync import enrol as enrolment
from beredd.sync import feed as feeding
from beredd.sync import intake as taking
from beredd.sync import sealed as sealing
from beredd.sync.enrol import Caller
from beredd.sync.keys import BadDeviceKey
from beredd.sync.wire import (
    DocumentsRequest,
    EnrolRequest,
    FeedRequest,
    HelloReply,
    IntakeRequest,
    RoutinesReply,
    SealedRequest,
)

# What phones send is always taken; what they ask for takes turns.
_turns = Turns(at_once=3, waiting=3, patience=2.0)


@get
def hello(request: HttpRequest) -> HttpResponse:
    """Are we there, and which history is this? Without sign-in."""
    return reply(HelloReply(epoch=ledger.head().epoch, now=clock.now()))


@gzip_page
@get
def routines(request: HttpRequest) -> HttpResponse:
    """What to do when the systems fail is no secret: without sign-in, so that a locked phone has it too."""
    at = clock.now()
    return reply(RoutinesReply(routines=[pocket(one, now=at) for one in all_in_force(at=at)]))


@get
def openapi(request: HttpRequest) -> HttpResponse:
    return HttpResponse(msgspec.json.encode(description()), content_type="application/json")


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    return problem("not_found")


@post(EnrolRequest)
def enrol(request: HttpRequest, asked: EnrolRequest, at: datetime) -> HttpResponse:
    user = authenticate(request, username=asked.username.strip().lower(), password=asked.password)
    if getattr(request, "axes_locked_out", False):
        return problem("locked_out", retry_after=900)
    if user is None:
        return problem("wrong_password")
    try:
        return reply(enrolment.enrol(user=user.pk, device_name=asked.device_name, device_key=asked.device_key, at=at))
    except NotAllowed:
        return problem("no_right_to_sign")
    except BadDeviceKey:
        return problem("device_key")


@post(IntakeRequest)
@known_device
def intake(request: HttpRequest, asked: IntakeRequest, at: datetime, caller: Caller) -> HttpResponse:
    """Also from a revoked phone: what it has made is held, never thrown away."""
    return reply(taking.intake(asked, caller=caller, at=at))


@post(SealedRequest)
@known_device
def sealed(request: HttpRequest, asked: SealedRequest, at: datetime, caller: Caller) -> HttpResponse:
    return reply(sealing.take_boxes(asked, at=at))


@gzip_page
@post(FeedRequest)
@known_device
def feed(request: HttpRequest, asked: FeedRequest, at: datetime, caller: Caller) -> HttpResponse:
    if caller.revoked:
        return problem("device_revoked")
    with _turns.turn() as now:
        if not now:
            return problem("busy", retry_after=come_back_in())
        return reply(feeding.feed(asked, caller=caller, at=at))


@gzip_page
@post(DocumentsRequest)
@known_device
def documents(request: HttpRequest, asked: DocumentsRequest, at: datetime, caller: Caller) -> HttpResponse:
    if caller.revoked:
        return problem("device_revoked")
    with _turns.turn() as now:
        if not now:
            return problem("busy", retry_after=come_back_in())
        return reply(feeding.wanted_documents(asked, caller=caller, at=at))
