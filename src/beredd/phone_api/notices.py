"""Is this phone told of disruptions? Asked by it, wanted by its user, and given up again."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse

from beredd.notices import queries
from beredd.notices.actions import BadSubscription, PhonesNotTold, agree, decline
from beredd.notices.rules.push import Subscription
from beredd.phone_api.endpoint import known_device, post, reply
from beredd.phone_api.problems import problem
from beredd.sync.enrol import Caller
from beredd.sync.wire import NoticesReply, NoticesRequest


@post(NoticesRequest)
@known_device
def notices(request: HttpRequest, asked: NoticesRequest, at: datetime, caller: Caller) -> HttpResponse:
    """A revoked phone may no longer want anything, but may say no."""
    device = caller.device.id
    if asked.wanted is False:
        decline(device=device, by=caller.access, at=at)
    elif caller.revoked:
        return problem("device_revoked")
    elif asked.wanted:
        if asked.address is None:
            return problem("wrong_shape")
        where = Subscription(asked.address.endpoint, asked.address.key, asked.address.auth)
        try:
            agree(device=device, subscription=where, by=caller.access, at=at)
        except (BadSubscription, PhonesNotTold) as fault:
            return problem(fault.code)
    return reply(NoticesReply(key=queries.push_key(), told=queries.is_told(device)))
