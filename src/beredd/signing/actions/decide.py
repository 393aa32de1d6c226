"""Deciding on what is held for review: accepted, or rejected. A decision stands; another look is another event."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.care.queries import patient_row
from beredd.i18n.mark import N_
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, NotAllowed, Refused, may
from beredd.people.rules.roles import Permission
from beredd.signing.actions.doubles import ask_about_doubles
from beredd.signing.models import ReviewDecision, ReviewItem, Signature
from beredd.signing.models.review import VERDICTS

LONGEST_NOTE = 300


class AlreadyDecided(Refused):
    """Code `already_decided`: somebody was faster."""

    def __init__(self) -> None:
        super().__init__("already_decided", N_("Somebody has already decided on this. Nothing was changed."))


class UnknownReview(Refused):
    """Code `unknown_review`: there is none, or not for this person."""

    def __init__(self) -> None:
        super().__init__("unknown_review", N_("This is no longer in your review list. Open the list again."))


class NoteTooLong(Refused):
    """Code `note`: nothing that somebody has written is cut off in silence."""

    def __init__(self) -> None:
        super().__init__("note", N_("The note is too long. Keep it within 300 characters."))


class NoteMissing(Refused):
    """Code `note`: a rejection says why."""

    def __init__(self) -> None:
        super().__init__("note", N_("Say why the signature is rejected. It is kept with your name."))


def decide(*, item: int, verdict: str, note: str, by: Access, at: datetime) -> None:
    """`verdict`: accepted (it counts) or rejected (it never will; needs a note).

    Raises UnknownReview, NoteMissing, NoteTooLong, AlreadyDecided.
    """
    row = ReviewItem.objects.select_related("signature").filter(id=item).first()
    if row is None or verdict not in VERDICTS or not may_review(by, row.signature):
        raise UnknownReview
    said = _checked(note, needed=verdict == "rejected")
    signature = row.signature
    with transaction.atomic():
        head = lock()
        decision = {"verdict": verdict, "note": said}
        _, new = ReviewDecision.objects.get_or_create(
            item=row, defaults={**decision, "decided_by_id": by.user, "decided_at": at}
        )
        if not new:
            raise AlreadyDecided
        ask_about_doubles(_touched(signature), at=at)
        body = {"signature": signature.id, "reason": row.reason, **decision}
        about = ("patient", signature.patient)
        append([entry("review.decided", by=by, subject=about, at=at, body=body, unit=signature.unit)], head=head)


def _checked(note: str, *, needed: bool) -> str:
    said = note.strip()
    if needed and not said:
        raise NoteMissing
    if len(said) > LONGEST_NOTE:
        raise NoteTooLong
    return said


def _touched(signature: Signature) -> set[UUID]:
    """The occurrences whose balance the decision may change: its own, and that of what it corrects."""
    corrected = [signature.corrects] if signature.corrects else []
    of_corrected = Signature.objects.filter(id__in=corrected).values_list("occurrence", flat=True)
    return {one for one in (signature.occurrence, *of_corrected) if one is not None}


def may_review(access: Access, signature: Signature) -> bool:
    """In the patient's units; what belongs to no known patient is for those who review everywhere."""
    if not may(access, Permission.REVIEW):
        raise NotAllowed(Permission.REVIEW)
    patient = patient_row(access, signature.patient)
    units: tuple[UUID, ...] = (patient.unit, patient.rehab_unit) if patient else (signature.id,)
    return any(may(access, Permission.REVIEW, unit) for unit in units)
