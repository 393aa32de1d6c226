"""Does the print queue get on? Only the server itself can tell."""

from collections.abc import Mapping
from datetime import datetime

from beredd.disruption.probes.tried import Tried
from beredd.disruption.rules.observed import Fault, Result
from beredd.paper.queries import queue_flow
from beredd.paper.rules.job import Flow

PRINT = "print"
_TOLD = {
    Flow.FLOWS: Tried(Result.WORKS),
    Flow.SLOW: Tried(Result.SLOW),
    Flow.STANDS: Tried.failed(Fault.ERROR),
    Flow.IDLE: Tried(Result.UNKNOWN),
}


def try_queue(*, at: datetime) -> Mapping[str, Tried]:
    return {PRINT: _TOLD[queue_flow(at=at)]}
