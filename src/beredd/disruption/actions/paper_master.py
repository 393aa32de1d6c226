"""Deciding that paper is master in a unit for a system, and until when."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.disruption.actions.ground import checked
from beredd.disruption.actions.incidents import UnknownIncident, incident_of, state_of, units_of
from beredd.disruption.actions.moves import NotPossibleNow
from beredd.disruption.actions.packs import order_packs
from beredd.disruption.models import PaperBegun, PaperEnded
from beredd.disruption.reach import check_reach
from beredd.disruption.rules.incident import ONGOING
from beredd.disruption.rules.paper_master import Fault, Period, fault_of_beginning, fault_of_ending
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission

_TEXTS = {
    Fault.TOO_FAR_BACK: N_("Choose a time within the last 24 hours."),
    Fault.TOO_FAR_AHEAD: N_("Choose a time within a week."),
    Fault.OVERLAPS: N_("Paper is already used for this system in the unit at that time. Nothing was changed."),
    Fault.ENDS_BEFORE_IT_BEGINS: N_("Paper cannot end before it began. Choose a later time."),
}


class PaperPeriodFault(Refused):
    """Code as the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value, _TEXTS[fault])


class UnitNotConcerned(Refused):
    """Code `unit_not_concerned`."""

    def __init__(self) -> None:
        super().__init__("unit_not_concerned", N_("The disruption does not concern this unit. Raise one that does."))


def begin_paper(
    *, incident: UUID, unit: UUID, system: str, begins_at: datetime, ground: str, by: Access, at: datetime
) -> UUID:
    """Before the IT service has said that it will be long, too: whoever has the care may not wait for that.

    Raises NotAllowed, UnknownIncident, UnitNotConcerned, GroundMissing, NotPossibleNow, PaperPeriodFault.
    """
    check_reach(by, Permission.DECIDE_PAPER, [unit])
    units = units_of(incident_of(incident))
    if units is not None and unit not in units:
        raise UnitNotConcerned
    said = checked(ground, needed=True)
    with transaction.atomic():
        head = lock()
        if state_of(incident_of(incident)) not in ONGOING:
            raise NotPossibleNow
        fault = fault_of_beginning(begins_at, _periods(unit, system), at=at)
        if fault:
            raise PaperPeriodFault(fault)
        facts = {"unit": unit, "system": system, "begins_at": begins_at, "ground": said}
        row = PaperBegun.objects.create(id=new_id(at), incident_id=incident, by_id=by.user, at=at, **facts)
        subject, body = ("incident", incident), {"paper": row.id, **facts}
        append([entry("paper.begun", by=by, subject=subject, at=at, body=body, unit=unit)], head=head)
        order_packs(row.incident, [unit], by=by, at=at)
    return row.id


def end_paper(*, paper: UUID, ends_at: datetime, ground: str, by: Access, at: datetime) -> None:
    """Raises NotAllowed, UnknownIncident, GroundMissing, NotPossibleNow, PaperPeriodFault."""
    row = PaperBegun.objects.filter(id=paper).first()
    if row is None:
        raise UnknownIncident
    check_reach(by, Permission.DECIDE_PAPER, [row.unit])
    said = checked(ground, needed=True)
    with transaction.atomic():
        head = lock()
        fault = fault_of_ending(Period(row.begins_at), ends_at, at=at)
        if fault:
            raise PaperPeriodFault(fault)
        decision = {"ends_at": ends_at, "ground": said}
        _, new = PaperEnded.objects.get_or_create(begun=row, defaults={**decision, "by_id": by.user, "at": at})
        if not new:
            raise NotPossibleNow
        subject, body = ("incident", row.incident_id), {"paper": paper, **decision}
        append([entry("paper.ended", by=by, subject=subject, at=at, body=body, unit=row.unit)], head=head)


def _periods(unit: UUID, system: str) -> list[Period]:
    rows = PaperBegun.objects.filter(unit=unit, system=system).values_list("begins_at", "ended__ends_at")
    return [Period(begins, ends) for begins, ends in rows]
