"""Reports that phones have kept until they could be sent: each with the time at which it happened."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext

from beredd.disruption.actions.reports import ReportRefused, Said, checked_report, fields_of
from beredd.disruption.actions.suspicions import suspect
from beredd.disruption.events import ReportBody
from beredd.disruption.models import Report
from beredd.ledger.actions import Head, append
from beredd.ledger.told import Held, Told
from beredd.people.queries import access_of


def take_reports(told: Sequence[Told[ReportBody]], *, head: Head, at: datetime) -> Mapping[UUID, Sequence[Held]]:
    """Several alike raise a suspicion at once. What cannot be followed is in the ledger all the same."""
    held: dict[UUID, Sequence[Held]] = {}
    rows = []
    for one in told:
        said = _said(one)
        try:
            checked_report(said, by=access_of(one.by, at=one.received_at))
        except ReportRefused as refused:
            held[one.id] = [Held(refused.code, gettext(refused.text))]
        else:
            rows.append(Report(id=one.id, user=one.by, received_at=at, **fields_of(said, at=at)))
    append(
        [
            one.entry(subject=("report", one.id), unit=one.body.unit, happened_at=min(one.body.made_at, at))
            for one in told
        ],
        head=head,
    )
    Report.objects.bulk_create(rows)
    if rows:
        suspect(at=at)
        head.refresh_from_db()  # a suspicion is an event, too
    return held


def _said(one: Told[ReportBody]) -> Said:
    body = one.body
    return Said(
        id=one.id,
        kind=body.kind,
        unit=body.unit,
        device=str(one.device),
        made_at=body.made_at,
        system=body.system,
        other_device_works=body.other_device_works,
        saw=body.saw,
        guide=body.guide.kept() if body.guide else None,
        home=body.home,
    )
