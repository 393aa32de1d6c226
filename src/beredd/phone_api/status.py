"""How the systems stand, for phones: the same as /lage/ has, without sign-in, so that a locked phone has it too."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page

from beredd import clock
from beredd.disruption import queries
from beredd.disruption.queries import SystemStatus, Trouble
from beredd.notices.book_file import BookFault
from beredd.phone_api.endpoint import get, reply
from beredd.routine.actions.guide import ANYBODY
from beredd.sync.wire import Look, PaperNow, Sayable, StatusReply, Support, SystemNow, TroubleNow, WorkNow


@gzip_page
@get
def status(request: HttpRequest) -> HttpResponse:
    at = clock.now()
    systems = [_system(one) for one in queries.status(ANYBODY, at=at)]
    sayable = [Sayable(one.kind, one.system, title) for one, title in queries.what_can_be_said()]
    return reply(StatusReply(at=at, systems=systems, sayable=sayable, look=_look(), supports=_supports()))


def _look() -> Look | None:
    asked = queries.phones_look()
    if asked is None:
        return None
    return Look(
        every_seconds=int(asked.every.total_seconds()),
        slow_seconds=int(asked.slow.total_seconds()),
        timeout_seconds=int(asked.timeout.total_seconds()),
        targets={target: list(addresses) for target, addresses in asked.targets.items()},
    )


def _supports() -> list[Support]:
    """None, when the file of one cannot be read: beredd doctor says what is wrong with it."""
    try:
        return [Support(one.key, one.title, one.phone, bool(one.channel)) for one in queries.all_portals()]
    except BookFault:
        return []


def _system(row: SystemStatus) -> SystemNow:
    planned = [WorkNow(one.id, one.starts_at, one.ends_at, one.what) for one in row.planned]
    return SystemNow(row.system, row.title, dict(row.instead), [_trouble(one) for one in row.troubles], planned)


def _trouble(row: Trouble) -> TroubleNow:
    return TroubleNow(
        id=row.id,
        layer=row.layer,
        state=row.state,
        since=row.since,
        units={str(unit): name for unit, name in row.units.items()},
        text=row.text,
        told_at=row.told_at,
        next_at=row.next_at,
        papers=[PaperNow(one.unit, one.system, one.since, one.until) for one in row.papers],
    )
