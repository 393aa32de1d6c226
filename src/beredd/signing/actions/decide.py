"""Deciding on what is held for review: accepted, or rejected. A decision stands; another look is another event."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.care.queries import patient_row
from beredd.i18n.mark import N_
from beredd.ledger.actions import append
from beredd.people.events import entry
from beredd.people.rules.access import Access, NotAllowed, Refused, may
from beredd.people.rules.roles import Permission
from beredd.signing.models import ReviewDecision, ReviewItem, Signature
from beredd.signing.models.review import VERDICTS


class AlreadyDecided(Refused):
    """Code `already_decided`: somebody was faster."""

    def __init__(self) -> None:
        super().__init__("already_decided", N_("Somebody has already decided on this. Nothing was changed."))


class UnknownReview(Refused):
    """Code `unknown_review`: there is none, or not for this person."""

    def __init__(self) -> None:
        super().__init__("unknown_review", N_("This is no longer in your review list. Open the list again."))


class NoteMissing(Refused):
    """Code `note`: a rejection says why."""

    def __init__(self) -> None:
        super().__init__("note", N_("Say why the signature is rejected. It is kept with your name."))


def decide(*, item: int, verdict: str, note: str, by: Access, at: datetime) -> None:
    """`verdict`: accepted (it counts) or rejected (it never will; needs a note)."""
    row = ReviewItem.objects.select_related("signature").filter(id=item).first()
    if row is None or verdict not in VERDICTS or not may_review(by, row.signature):
        raise UnknownReview
    if verdict == "rejected" and not note.strip():
        raise NoteMissing
    with transaction.atomic():
        _, new = ReviewDecision.objects.get_or_create(
            item=row,
            defaults={"verdict": verdict, "note": note.strip()[:300], "decided_by_id": by.user, "decided_at": at},
        )
        if not new:
            raise AlreadyDecided
        body = {"signature": row.signature_id, "reason": row.reason, "verdict": verdict}
        signature = row.signature
        append(
            [
                entry(
                    "review.decided",
                    by=by,
                    subject=("patient", signature.patient),
                    at=at,
                    body=body,
                    unit=signature.unit,
                )
            ]
        )


def may_review(access: Access, signature: Signature) -> bool:
    """In the patient's units; what belongs to no known patient is for those who review everywhere."""
    if not may(access, Permission.REVIEW):
        raise NotAllowed(Permission.REVIEW)
    patient = patient_row(access, signature.patient)
    units: tuple[UUID, ...] = (patient.unit, patient.rehab_unit) if patient else (signature.id,)
    return any(may(access, Permission.REVIEW, unit) for unit in units)
