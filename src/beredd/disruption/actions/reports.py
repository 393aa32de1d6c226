"""Reporting that something does not work."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from beredd.care.queries import patient_row
from beredd.disruption.actions.suspicions import suspect
from beredd.disruption.models import Report
from beredd.disruption.plan import plan
from beredd.disruption.rules.observed import Kind
from beredd.i18n.mark import N_
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.queries import unit_rows
from beredd.people.rules.access import Access, Refused

LONGEST_DEVICE = 80
MOST_SEEN = 20  # things that a device may say of itself


class ReportRefused(Refused):
    """Code names the field."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a report says. `saw`: what the device could see by itself, a word for each thing.

    `guide`: the answers of the guide's run, as Guided.kept() has them.
    """

    id: UUID
    kind: str
    unit: UUID
    device: str
    made_at: datetime
    system: str = ""
    home: UUID | None = None
    other_device_works: bool | None = None
    saw: Mapping[str, str] | None = None
    guide: Mapping[str, object] | None = None


def report(said: Said, *, signed_in: bool, by: Access, at: datetime) -> bool:
    """For anybody, signed in or not: whoever cannot sign in has the more reason to say so. False: had it already.

    Several alike raise a suspicion at once. Raises ReportRefused.
    """
    checked_report(said, by=by)
    with transaction.atomic():
        head = lock()
        fields = {"user": by.user if signed_in else None, **fields_of(said, at=at)}
        _, new = Report.objects.get_or_create(id=said.id, defaults={**fields, "received_at": at})
        if new:
            subject = ("report", said.id)
            append([entry("report.made", by=by, subject=subject, at=at, body=fields, unit=said.unit)], head=head)
            suspect(at=at)
    return new


def fields_of(said: Said, *, at: datetime) -> dict[str, Any]:
    """The columns of it, but for whose it is and when it came."""
    return {
        "device": said.device,
        "unit": said.unit,
        "kind": said.kind,
        "system": said.system,
        "home": said.home,
        "other_device_works": said.other_device_works,
        "saw": dict(said.saw or {}),
        "guide": dict(said.guide) if said.guide else None,
        "made_at": min(said.made_at, at),  # a clock that is fast does not make it later than now
    }


def checked_report(said: Said, *, by: Access) -> None:
    """Raises ReportRefused."""
    systems = {one.system for one in plan().landscape.targets.values()}
    if said.kind not in set(Kind) or (said.kind == Kind.SYSTEM) is not bool(said.system):
        raise ReportRefused("kind", N_("Choose what does not work."))
    if said.system and said.system not in systems:
        raise ReportRefused("system", N_("Choose which system does not work."))
    if not unit_rows([said.unit]):
        raise ReportRefused("unit", N_("Choose the unit where you work."))
    if said.home and (said.kind != Kind.COVERAGE or patient_row(by, said.home) is None):
        raise ReportRefused("home", N_("Only the coverage at one of your own patients' homes can be reported so."))
    if not said.device or len(said.device) > LONGEST_DEVICE or len(said.saw or {}) > MOST_SEEN:
        raise ReportRefused("device", N_("The report cannot be read. Make it again."))
