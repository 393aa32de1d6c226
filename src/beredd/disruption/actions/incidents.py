"""Raising an incident, and finding it again for what is done next."""

import logging
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext, override

from beredd.disruption.actions.ground import checked, person
from beredd.disruption.models import Incident, IncidentUnit
from beredd.disruption.plan import plan
from beredd.disruption.reach import check_reach
from beredd.disruption.rules.incident import OPEN, Move, State, after
from beredd.disruption.rules.landscape import Layer
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import Head, append, lock
from beredd.notices.actions import seen_by_acting, tell
from beredd.notices.book_file import BookFault
from beredd.people.events import entry
from beredd.people.queries import unit_rows
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission

log = logging.getLogger(__name__)
ANNOUNCED = {
    State.SUSPECTED: "incident_suspected",
    State.CONFIRMED: "incident_confirmed",
    State.DEGRADED: "incident_degraded",
    State.LONG: "incident_long",
    State.RECOVERING: "incident_recovering",
    State.CLOSED: "incident_closed",
}


class UnknownIncident(Refused):
    """Code `unknown_incident`."""

    def __init__(self) -> None:
        super().__init__("unknown_incident", N_("There is no such disruption. Open the list again."))


class AlreadyRaised(Refused):
    """Code `already_raised`: two incidents about one thing would be followed up twice."""

    def __init__(self) -> None:
        super().__init__("already_raised", N_("This disruption has already been raised. Open it from the list."))


class NoPlace(Refused):
    """Code `units`."""

    def __init__(self) -> None:
        super().__init__("units", N_("Choose the units that are concerned, or that it concerns all."))


def raise_incident(
    *, system: str, layer: Layer, units: Collection[UUID] | None, ground: str, by: Access, at: datetime
) -> UUID:
    """`units`: None when everybody is concerned. Raises NotAllowed, NoPlace, GroundMissing, AlreadyRaised."""
    check_reach(by, Permission.HANDLE_DISRUPTIONS, units)
    if units is not None and not units:
        raise NoPlace
    said = checked(ground, needed=True)
    incident = new_id(at)
    with transaction.atomic():
        head = lock()
        if any(_covers(other, units) for other in open_incidents(system)):
            raise AlreadyRaised
        facts = {"system": system, "layer": layer, "everywhere": units is None, "ground": said}
        row = Incident.objects.create(id=incident, opened_by_id=person(by), opened_at=at, **facts)
        named = sorted(set(units or ()), key=str)
        IncidentUnit.objects.bulk_create([IncidentUnit(incident=row, unit=unit) for unit in named])
        subject, body = ("incident", incident), {**facts, "units": named}
        append([entry("incident.suspected", by=by, subject=subject, at=at, body=body)], head=head)
        announce(row, State.SUSPECTED, ground=said, head=head, by=by, at=at)
    return incident


def open_incidents(system: str) -> list[Incident]:
    """Those about a system that are neither closed nor dismissed."""
    rows = Incident.objects.filter(system=system).prefetch_related("moves", "units")
    return [row for row in rows if state_of(row) in OPEN]


def _covers(incident: Incident, units: Collection[UUID] | None) -> bool:
    if incident.everywhere or units is None:
        return incident.everywhere and units is None
    return bool({one.unit for one in incident.units.all()} & set(units))


def incident_of(id: UUID) -> Incident:
    """Raises UnknownIncident."""
    row = Incident.objects.filter(id=id).prefetch_related("moves", "units").first()
    if row is None:
        raise UnknownIncident
    return row


def announce(incident: Incident, state: State, *, ground: str, head: Head, by: Access, at: datetime) -> None:
    """Queues what the groups of the municipality are to hear of it, in the transaction of what happened."""
    announce_seen(incident, by=by, at=at)
    template = ANNOUNCED.get(state)
    if template is None:
        return
    about = ("incident", incident.id)
    try:
        units = units_of(incident)
        params = {
            "system": plan().landscape.title(incident.system),
            "units": ", ".join(one.name for one in unit_rows(units)) if units is not None else _all_units(),
            "ground": ground,
        }
        tell(template, params=params, about=about, units=units, head=head, by=by, at=at)
    except BookFault as fault:  # the disruption must be kept, whatever stands in that file; beredd doctor says what
        log.error("Nobody is told: %s", fault.params["what"])


def announce_seen(incident: Incident, *, by: Access, at: datetime) -> None:
    """Who does something about it has seen it: nobody further up need be woken."""
    try:
        seen_by_acting(about=("incident", incident.id), by=by, at=at)
    except BookFault as fault:
        log.error("Nobody is told: %s", fault.params["what"])


def _all_units() -> str:
    with override(settings.LANGUAGE_CODE):
        return gettext("all units")


def units_of(incident: Incident) -> set[UUID] | None:
    """None: everybody."""
    return None if incident.everywhere else {one.unit for one in incident.units.all()}


def state_of(incident: Incident) -> State:
    return after(Move(one.move) for one in incident.moves.all())
