"""What this part writes to the ledger: one builder, so that every event has the same shape."""

import json
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

from beredd.ids import new_id
from beredd.ledger.entry import Entry
from beredd.people.rules.access import Access


def entry(
    kind: str,
    *,
    by: Access,
    subject: tuple[str, UUID],
    at: datetime,
    body: Mapping[str, object],
    unit: UUID | None = None,
) -> Entry:
    """An event made on this server now: performed, recorded and received at the same instant."""
    return Entry(
        id=new_id(at),
        kind=kind,
        by=str(by.user),
        unit=unit,
        subject=subject,
        happened_at=at,
        recorded_at=at,
        received_at=at,
        body=json.dumps(body, cls=DjangoJSONEncoder, ensure_ascii=False),
    )
