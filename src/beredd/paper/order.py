"""What somebody asks to have printed, as it can wait in the queue; and the plan it becomes when its turn comes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beredd.i18n.mark import N_
from beredd.paper import packs
from beredd.paper.boxes import UnknownBox, box_plan
from beredd.paper.queries import BoxRow, box
from beredd.paper.rules.span import Span
from beredd.people.rules.access import Access, Refused
from beredd.routine.queries import all_in_force
from beredd.routine.rules.routine import Routine

ABOUT_ROUTINE = {
    "safety_box": packs.safety_box_plan,
    "workplace": packs.workplace_plan,
    "routine": packs.routine_plan,
}


class NoSuchRoutine(Refused):
    """Code `paper_routine`."""

    def __init__(self) -> None:
        super().__init__("paper_routine", N_("That routine is not in force. Choose another."))


@dataclass(frozen=True, slots=True)
class Order:
    """`kind`: unit, patient, safety_box, workplace, routine or blank. `about`: the unit, the patient or the box.

    `everybody`: not only those who must have paper; of a box, not only what it lacks.
    """

    kind: str
    span: Span
    about: UUID | None = None
    routine: str = ""
    everybody: bool = False
    changed_only: bool = False


def plan_of(order: Order, *, by: Access, at: datetime) -> packs.Plan:
    """Raises NobodyToPrintFor, NoSuchRoutine, UnknownBox, NothingInForce, BoxIsWhole."""
    if order.kind == "unit" and order.about:
        return packs.unit_plan(unit=order.about, span=order.span, long_outage=order.everybody, by=by, at=at)
    if order.kind == "patient" and order.about:
        return packs.patient_plan(patient=order.about, span=order.span, by=by, at=at)
    if order.kind == "safety_box" and order.about:
        return box_plan(_box(order.about, by), everything=order.everybody, at=at)
    if order.kind in ABOUT_ROUTINE:
        return ABOUT_ROUTINE[order.kind](_routine(order.routine, at), span=order.span)
    if order.kind == "blank":
        return packs.blank_plan(span=order.span)
    raise packs.NobodyToPrintFor


def _box(id: UUID, by: Access) -> BoxRow:
    row = box(by, id)
    if row is None:
        raise UnknownBox
    return row


def _routine(key: str, at: datetime) -> Routine:
    for routine in all_in_force(at=at):
        if key in ("", routine.id):
            return routine
    raise NoSuchRoutine
