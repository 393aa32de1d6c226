"""Raising a suspicion by itself, when several say the same within a short time."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext, override

from beredd.disruption.actions.incidents import AlreadyRaised, raise_incident
from beredd.disruption.plan import plan
from beredd.disruption.queries.reports import diagnosis
from beredd.disruption.rules.scope import Scope
from beredd.disruption.rules.verdict import Verdict, evidence
from beredd.people.queries import all_units
from beredd.people.rules.access import SYSTEM
from beredd.people.rules.roles import Permission


def suspect(*, at: datetime) -> list[UUID]:
    """An incident for each disruption that nobody has raised. One user or one device is none."""
    raised = []
    for verdict in diagnosis(SYSTEM, at=at):
        if verdict.is_disruption:
            units = _units(verdict)
            try:
                raised.append(
                    raise_incident(
                        system=verdict.system or "many",
                        layer=verdict.layer,
                        units=units,
                        ground=_ground(verdict),
                        by=SYSTEM,
                        at=at,
                    )
                )
            except AlreadyRaised:
                continue
    return raised


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
