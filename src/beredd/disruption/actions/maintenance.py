"""Planning work on a system, and withdrawing it. To undo a withdrawal is to plan it again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.disruption.models import Maintenance, MaintenanceWithdrawn
from beredd.disruption.plan import plan
from beredd.disruption.reach import check_reach
from beredd.disruption.rules.landscape import LINK
from beredd.disruption.rules.maintenance import Fault, fault_of_plan
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission

LONGEST_TEXT = 300
_TEXTS = {
    Fault.ENDS_BEFORE_IT_STARTS: ("ends_at", N_("The work cannot end before it starts. Choose a later end.")),
    Fault.IS_OVER: ("ends_at", N_("The work would be over already. Choose a later end.")),
    Fault.TOO_LONG: ("ends_at", N_("Plan at most 14 days at a time. Choose an earlier end.")),
    Fault.TOO_FAR_AHEAD: ("starts_at", N_("Choose a time within 400 days.")),
}


class MaintenanceFault(Refused):
    """`code` names the field."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(field, text)


class AlreadyPlanned(Refused):
    """Code `already_planned`: the same work twice would be withdrawn once."""

    def __init__(self) -> None:
        super().__init__("already_planned", N_("This work is in the calendar already. Nothing was added."))


class UnknownMaintenance(Refused):
    """Code `unknown_maintenance`: never there, over, or withdrawn by somebody who was faster."""

    def __init__(self) -> None:
        super().__init__("unknown_maintenance", N_("There is no such work left to withdraw. Open the calendar again."))


def plan_maintenance(
    *, system: str, starts_at: datetime, ends_at: datetime, what: str, source: str, by: Access, at: datetime
) -> UUID:
    """By those who handle disruptions for all. Raises NotAllowed, MaintenanceFault, AlreadyPlanned."""
    check_reach(by, Permission.HANDLE_DISRUPTIONS, None)
    said = {"what": " ".join(what.split()), "source": " ".join(source.split())}
    _check(system, said, starts_at, ends_at, at)
    facts = {"system": system, "starts_at": starts_at, "ends_at": ends_at}
    with transaction.atomic():
        head = lock()
        if Maintenance.objects.filter(**facts, withdrawn=None).exists():
            raise AlreadyPlanned
        row = Maintenance.objects.create(id=new_id(at), **facts, **said, by_id=by.user, at=at)
        subject, body = ("maintenance", row.id), {**facts, **said}
        append([entry("maintenance.planned", by=by, subject=subject, at=at, body=body)], head=head)
    return row.id


def withdraw_maintenance(*, maintenance: UUID, by: Access, at: datetime) -> None:
    """What is over stays as it was. Raises NotAllowed, UnknownMaintenance."""
    check_reach(by, Permission.HANDLE_DISRUPTIONS, None)
    with transaction.atomic():
        head = lock()
        row = Maintenance.objects.filter(id=maintenance, withdrawn=None, ends_at__gt=at).first()
        if row is None:
            raise UnknownMaintenance
        MaintenanceWithdrawn.objects.create(maintenance=row, by_id=by.user, at=at)
        subject, body = ("maintenance", maintenance), {"system": row.system}
        append([entry("maintenance.withdrawn", by=by, subject=subject, at=at, body=body)], head=head)


def _check(system: str, said: dict[str, str], starts_at: datetime, ends_at: datetime, at: datetime) -> None:
    if system == LINK or system not in plan().landscape.titles:
        raise MaintenanceFault("system", N_("Choose a system from the list."))
    if not said["what"] or len(said["what"]) > LONGEST_TEXT:
        raise MaintenanceFault("what", N_("Write what will be done, within 300 characters."))
    if len(said["source"]) > LONGEST_TEXT:
        raise MaintenanceFault("source", N_("Write where it was announced within 300 characters."))
    fault = fault_of_plan(starts_at, ends_at, at=at)
    if fault:
        raise MaintenanceFault(*_TEXTS[fault])
