"""A step of the routine's checklist ticked on a phone during a disruption, or the tick taken back."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from beredd.disruption.actions import take_steps
from beredd.disruption.events import STEP, StepBody
from beredd.sync.kinds.kind import Kind
from beredd.sync.wire import NO_NUL, Instant, Number

Name = Annotated[str, Meta(min_length=1, max_length=80, pattern=NO_NUL)]


class Step(Struct, frozen=True):
    """`version`: of the routine that the list was drawn from. `role`: whose list it is."""

    incident: UUID
    unit: UUID
    routine: Annotated[str, Meta(min_length=1, max_length=60, pattern=NO_NUL)]
    version: Number
    step: Name
    role: Annotated[str, Meta(min_length=1, max_length=40, pattern=NO_NUL)]
    done_at: Instant
    done: bool = True


def _read(wire: Step) -> StepBody:
    return StepBody(wire.incident, wire.unit, wire.routine, wire.version, wire.step, wire.role, wire.done_at, wire.done)


STEPS = Kind(STEP, Step, _read, take_steps)
