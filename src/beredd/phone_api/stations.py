"""What stations send: one exchange a round. They show a key of their own; they see no patients and sign nothing."""

from datetime import datetime, timedelta
from hashlib import sha256

from django.http import HttpRequest, HttpResponse

from beredd.disruption.actions import hear, observe, station_of
from beredd.disruption.plan import own_file
from beredd.phone_api.endpoint import post, reply
from beredd.phone_api.problems import problem
from beredd.sync.observed import ObservedReply, ObservedRequest, seen_of

SCHEME = "Station "
CLOCKS_AGREE = timedelta(seconds=30)


@post(ObservedRequest)
def observed(request: HttpRequest, asked: ObservedRequest, at: datetime) -> HttpResponse:
    header = request.headers.get("Authorization", "")
    station = station_of(header.removeprefix(SCHEME)) if header.startswith(SCHEME) else None
    if station is None:
        return problem("unknown_station")
    wrong_by = _wrong_by(asked.sent_at, at)
    hear(station, resting=asked.resting, at=at)
    new = observe(station, [seen_of(one, later=wrong_by) for one in asked.rounds], at=at)
    told = _told()
    changed = sha256(told.encode()).hexdigest() != asked.plan
    return reply(ObservedReply(now=at, new=new, plan=told if changed else None))


def _wrong_by(sent_at: datetime, at: datetime) -> timedelta:
    """How slow the station's clock is. In whole steps, so that what is sent twice gets the same time twice."""
    off = at - sent_at
    return timedelta() if abs(off) <= CLOCKS_AGREE else round(off / CLOCKS_AGREE) * CLOCKS_AGREE


def _told() -> str:
    """Empty when the municipality has not said what there is to try: then nobody tries anything."""
    file = own_file()
    return file.read_text(encoding="utf-8") if file else ""
