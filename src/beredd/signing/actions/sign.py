"""Signing at a desk: a licensed professional or a manager says what was done, or corrects it."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from beredd.care.queries import prescription_facts
from beredd.care.rules.occurrences import occurrence_id, version_at
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import lock
from beredd.people.rules.access import Access, Refused, may
from beredd.people.rules.roles import Permission
from beredd.signing.actions.take import take
from beredd.signing.events import KIND, Arrival, SignatureBody, worked_items
from beredd.signing.models import Signature
from beredd.signing.rules.balance import Outcome, Reason


class SignatureRefused(Refused):
    """Code `unknown_prescription`, `unknown_signature`, `outcome`, `reason` or `future`."""


def sign(
    *,
    prescription: UUID,
    slot: str | None,
    outcome: str,
    performed_at: datetime,
    reason: str | None = None,
    note: str = "",
    corrects: UUID | None = None,
    channel: str = "office",
    by: Access,
    at: datetime,
) -> UUID:
    """Signs in one's own name for one's own units; a VOID needs `corrects`. Raises SignatureRefused."""
    facts = prescription_facts([prescription]).get(prescription)
    if facts is None or not (may(by, Permission.SIGN, facts.unit) or may(by, Permission.SIGN, facts.rehab_unit)):
        raise SignatureRefused(
            "unknown_prescription", N_("There is no such prescription in your units. Go back to the patient.")
        )
    _check(outcome, reason, performed_at, corrects, at)
    old = Signature.objects.filter(id=corrects, prescription=prescription).first() if corrects is not None else None
    if corrects is not None and old is None:
        raise SignatureRefused(
            "unknown_signature",
            N_("The signature to correct is not there. Open the patient's history and choose again."),
        )
    version = version_at(facts.plans, performed_at)
    body = SignatureBody(
        patient=facts.patient,
        prescription=prescription,
        version=version.number if version else None,
        slot=slot,
        occurrence=occurrence_id(prescription, slot) if slot else None,
        outcome=outcome,
        reason=reason,
        note=note,
        performed_at=performed_at,
        corrects=corrects,
        **_still_said(old, outcome),
    )
    id = new_id(at)
    arrival = Arrival(
        id=id,
        payload=_payload(id, body, by=by, at=at),
        body=body,
        performer=by.user,
        channel=channel,
        recorded_at=at,
        received_at=at,
    )
    with transaction.atomic():
        take([arrival], head=lock(), at=at)
    return id


def _check(outcome: str, reason: str | None, performed_at: datetime, corrects: UUID | None, at: datetime) -> None:
    if outcome not in set(Outcome) or (outcome == Outcome.VOID and corrects is None):
        raise SignatureRefused("outcome", N_("Choose whether it was performed, partly performed or not performed."))
    if outcome == Outcome.NOT_PERFORMED and reason not in set(Reason):
        raise SignatureRefused("reason", N_("Choose why it was not performed."))
    if performed_at > at:
        raise SignatureRefused("future", N_("The time it was performed lies in the future. Correct the time."))


def _still_said(old: Signature | None, outcome: str) -> dict[str, Any]:
    """What the corrected signature told of the exercises and how they felt, as long as anything was done."""
    if old is None or outcome not in (Outcome.PERFORMED, Outcome.PARTLY):
        return {}
    return {"worked": worked_items(old.worked), "pain": old.pain, "effort": old.effort}


def _payload(id: UUID, body: SignatureBody, *, by: Access, at: datetime) -> str:
    told = asdict(body)
    event = {"v": 1, "kind": KIND, "id": id, "by": by.user, "recorded_at": at, "body": told}
    return json.dumps(event, cls=DjangoJSONEncoder, ensure_ascii=False)
