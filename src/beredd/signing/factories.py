"""Arrivals for tests: signatures as they would come from Bo's phone."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from beredd.care.rules.occurrences import occurrence_id
from beredd.ledger.actions import lock
from beredd.people.factories import MONDAY
from beredd.signing import actions
from beredd.signing.actions.take import Verdicts
from beredd.signing.events import Arrival, SignatureBody

TEN = "2026-11-23T10:00"
AT_TEN = datetime.fromisoformat("2026-11-23T09:00:00+00:00")
AT_NOON = datetime.fromisoformat("2026-11-23T11:00:00+00:00")


def arrival(
    *,
    patient: UUID,
    prescription: UUID,
    performer: UUID,
    slot: str | None = TEN,
    found: Sequence[Any] = (),
    **more: Any,
) -> Arrival:
    """Performed at ten, received at noon."""
    said: dict[str, Any] = {
        "version": 1,
        "outcome": "performed",
        "reason": None,
        "note": "",
        "performed_at": AT_TEN,
        "corrects": None,
        **more,
    }
    return Arrival(
        id=said.pop("id", None) or uuid4(),
        payload=json.dumps({"note": said["note"]}),
        body=SignatureBody(
            patient=patient,
            prescription=prescription,
            slot=slot,
            occurrence=said.pop("occurrence", None) or (occurrence_id(prescription, slot) if slot else None),
            **{name: value for name, value in said.items() if name not in ("recorded_at", "received_at")},
        ),
        performer=performer,
        channel="phone",
        recorded_at=said.get("recorded_at", AT_TEN),
        received_at=said.get("received_at", AT_NOON),
        found=tuple(found),
    )


def take(*arrivals: Arrival, at: datetime = MONDAY) -> Verdicts:
    """As intake does."""
    with transaction.atomic():
        return actions.take(arrivals, head=lock(), at=at)
