"""Raising a suspicion by itself, when it is seen or several say the same within a short time."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext, override

from beredd.disruption.actions.incidents import AlreadyRaised, raise_incident, state_of, units_of
from beredd.disruption.models import Incident, Report
from beredd.disruption.plan import plan
from beredd.disruption.queries.reports import diagnosis
from beredd.disruption.rules.incident import OPEN
from beredd.disruption.rules.observed import Kind
from beredd.disruption.rules.reports import LAYERS
from beredd.disruption.rules.scope import Scope
from beredd.disruption.rules.verdict import Verdict, evidence
from beredd.people.queries import all_units
from beredd.people.rules.access import SYSTEM
from beredd.people.rules.roles import Permission

RESTS = timedelta(hours=1)  # after somebody has dismissed or closed it, before it is suspected again by itself


def suspect(*, at: datetime) -> list[UUID]:
    """An incident for each disruption that nobody has raised. One user or one device is none."""
    raised = []
    for verdict in diagnosis(SYSTEM, at=at):
        if not verdict.is_disruption:
            continue
        system, units = verdict.system or "many", _units(verdict)
        if _is_known(verdict, system, units, at):
            continue
        try:
            id = raise_incident(
                system=system, layer=verdict.layer, units=units, ground=_ground(verdict), by=SYSTEM, at=at
            )
        except AlreadyRaised:
            continue
        raised.append(id)
    return raised


def _is_known(verdict: Verdict, system: str, units: Collection[UUID] | None, at: datetime) -> bool:
    """Part of one that goes on; or of one that somebody has just put aside, and that nobody has reported since."""
    for one in Incident.objects.filter(system=system).prefetch_related("moves", "units"):
        if not _is_within(units, units_of(one)):
            continue
        if state_of(one) in OPEN:
            return True
        ended = list(one.moves.all())[-1].at
        if ended > at - RESTS and not _said_since(verdict, ended):
            return True
    return False


def _is_within(units: Collection[UUID] | None, wider: set[UUID] | None) -> bool:
    return wider is None or (units is not None and set(units) <= wider)


def _said_since(verdict: Verdict, since: datetime) -> bool:
    rows = Report.objects.filter(received_at__gt=since).values_list("kind", "system")
    return any(LAYERS[Kind(kind)] is verdict.layer and system in ("", verdict.system) for kind, system in rows)


def _ground(verdict: Verdict) -> str:
    """The sentence of evidence, in the language of those who will read the timeline."""
    text, params = evidence(verdict, plan().landscape)
    with override(settings.LANGUAGE_CODE):
        return gettext(text) % params


def _units(verdict: Verdict) -> Collection[UUID] | None:
    """None: everybody."""
    if verdict.scope is Scope.ALL or verdict.of is None:
        return None
    if verdict.scope is Scope.ONE_UNIT:
        return {UUID(verdict.of)}
    everywhere = all_units(SYSTEM, Permission.HANDLE_DISRUPTIONS)
    return {one.id for one in everywhere if one.organisation_key == verdict.of}
