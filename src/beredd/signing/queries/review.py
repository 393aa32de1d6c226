"""What somebody must look at. Only what still is a question: a double that has been corrected is gone by itself."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count, islice

from django.db.models import Exists, OuterRef, QuerySet

from beredd.care.queries import PatientRow, prescription_facts
from beredd.care.queries.patients import row_of, visible
from beredd.people.rules.access import Access, check, is_everywhere, units_with
from beredd.people.rules.roles import Permission
from beredd.signing.models import ReviewItem, Signature
from beredd.signing.queries.history import SignatureRow, of_occurrences, rows_of
from beredd.signing.queries.standing import standing
from beredd.signing.rules.review import REASONS, ReviewReason

PAGE = 500


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """`patient` is None when the signature names nobody we know; `others`: what else stands for the occurrence."""

    item: int
    reason: str
    opened_at: datetime
    signature: SignatureRow
    patient: PatientRow | None
    intervention: str
    others: tuple[SignatureRow, ...]


def review_queue(access: Access, *, limit: int = 200) -> list[ReviewRow]:
    """Undecided, oldest first, in the units where one reviews. Raises NotAllowed."""
    check(access, Permission.REVIEW)
    found = list(islice(_open(access), limit))
    signatures = {item.signature_id: item.signature for item in found}
    rows = {row.id: row for row in rows_of(list(signatures.values()))}
    same = [row for row in of_occurrences([row.occurrence for row in rows.values() if row.occurrence]) if row.stands]
    facts = prescription_facts({row.prescription for row in rows.values()})
    named = {row.patient for row in rows.values()}
    patients = {row.id: row_of(row) for row in visible(access, Permission.REVIEW).filter(id__in=named)}
    queue = []
    for item in found:
        row = rows[item.signature_id]
        known = facts.get(row.prescription)
        others = tuple(one for one in same if one.occurrence == row.occurrence and one.id != row.id)
        intervention = known.versions[-1].intervention if known else ""
        queue.append(
            ReviewRow(item.pk, item.reason, item.opened_at, row, patients.get(row.patient), intervention, others)
        )
    return queue


def review_count(access: Access) -> int:
    """How many wait; 0 for those who do not review."""
    return sum(1 for _ in _open(access)) if units_with(access, Permission.REVIEW) else 0


def _open(access: Access) -> Iterator[ReviewItem]:
    """Oldest first, however many before them have settled themselves."""
    items = _undecided(access)
    for start in count(0, PAGE):
        page = list(items[start : start + PAGE])
        yield from _still_asked(page)
        if len(page) < PAGE:
            return


def _undecided(access: Access) -> QuerySet[ReviewItem]:
    """Of a signature that was rejected nothing more is asked."""
    rejected = ReviewItem.objects.filter(decision__verdict="rejected").order_by().values("signature")
    items = ReviewItem.objects.filter(decision=None).exclude(signature__in=rejected)
    if not is_everywhere(access, Permission.REVIEW):
        theirs = visible(access, Permission.REVIEW).order_by().filter(id=OuterRef("signature__patient"))
        items = items.filter(Exists(theirs))  # asked item by item: there are far fewer of them than signatures
    return items.select_related("signature").order_by("opened_at", "id")


def _still_asked(items: Sequence[ReviewItem]) -> list[ReviewItem]:
    """All that waits for a decision, and what is odd about those that stand or still may.

    A double is one only while both stand; of one that has been corrected it no longer matters what was odd about it.
    """
    signatures = {item.signature_id: item.signature for item in items}
    doubted = {item.signature.occurrence for item in items if item.reason == ReviewReason.DOUBLE_SIGNED} - {None}
    same = Signature.objects.filter(occurrence__in=doubted) if doubted else ()
    signatures.update({row.id: row for row in same})
    found = standing(signatures.values())
    settled = Counter(row.occurrence for row in signatures.values() if row.id in found.stand)
    return [
        item
        for item in items
        if not _counts_meanwhile(item.reason)
        or (item.signature_id in found.stand and (not _is_double(item) or settled[item.signature.occurrence] > 1))
        or (item.signature_id in found.wait and not _is_double(item))
    ]


def _is_double(item: ReviewItem) -> bool:
    return item.reason == ReviewReason.DOUBLE_SIGNED


def _counts_meanwhile(reason: str) -> bool:
    return reason in set(ReviewReason) and REASONS[ReviewReason(reason)].counts_meanwhile
