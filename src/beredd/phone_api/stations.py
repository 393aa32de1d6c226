"""What stations send: one exchange a round. They show a key of their own; they see no patients and sign nothing."""

from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse

from beredd.disruption.actions import Seen, hear, observe, station_of
from beredd.disruption.plan import own_file
from beredd.disruption.probes.tried import Tried
from beredd.disruption.rules.observed import Fault, Result
from beredd.phone_api.endpoint import post, reply
from beredd.phone_api.problems import problem
from beredd.sync.wire import ObservedReply, ObservedRequest, RoundSeen, TriedSeen

SCHEME = "Station "


@post(ObservedRequest)
def observed(request: HttpRequest, asked: ObservedRequest, at: datetime) -> HttpResponse:
    header = request.headers.get("Authorization", "")
    station = station_of(header.removeprefix(SCHEME)) if header.startswith(SCHEME) else None
    if station is None:
        return problem("unknown_station")
    hear(station, resting=asked.resting, at=at)
    new = observe(station, [_seen(one) for one in asked.rounds], at=at)
    told = _told()
    changed = sha256(told.encode()).hexdigest() != asked.plan
    return reply(ObservedReply(now=at, new=new, plan=told if changed else None))


def _told() -> str:
    """Empty when the municipality has not said what there is to try: then nobody tries anything."""
    file = own_file()
    return file.read_text(encoding="utf-8") if file else ""


def _seen(one: RoundSeen) -> Seen:
    return Seen(one.at, {target: _tried(tried) for target, tried in one.found.items()})


def _tried(one: TriedSeen) -> Tried:
    fault = Fault(one.fault) if one.fault else None
    return Tried(Result(one.result), fault, one.seconds, one.certificate_ends)
