"""What somebody must look at. Only what still is a problem: a double that has been corrected is gone by itself."""

from dataclasses import dataclass
from datetime import datetime

from beredd.care.queries import PatientRow, prescription_facts
from beredd.care.queries.patients import row_of, visible
from beredd.people.rules.access import Access, Everywhere, check, units_with
from beredd.people.rules.roles import Permission
from beredd.signing.models import ReviewItem
from beredd.signing.queries.history import SignatureRow, of_occurrences, rows_of
from beredd.signing.rules.review import ReviewReason


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
    patients = {row.id: row_of(row) for row in visible(access, Permission.REVIEW)}
    items = ReviewItem.objects.filter(decision=None).select_related("signature").order_by("opened_at", "id")
    if not isinstance(units_with(access, Permission.REVIEW), Everywhere):
        items = items.filter(signature__patient__in=list(patients))
    found = list(items[:limit])
    rows = {row.id: row for row in rows_of([item.signature for item in found])}
    of_same = of_occurrences([row.occurrence for row in rows.values() if row.occurrence])
    standing = [row for row in of_same if row.stands]
    facts = prescription_facts({row.prescription for row in rows.values()})
    queue = []
    for item in found:
        row = rows[item.signature_id]
        others = tuple(one for one in standing if one.occurrence == row.occurrence and one.id != row.id)
        if item.reason == ReviewReason.DOUBLE_SIGNED and not _is_double(row, others, standing):
            continue
        known = facts.get(row.prescription)
        intervention = known.versions[-1].intervention if known and known.versions else ""
        queue.append(
            ReviewRow(item.id, item.reason, item.opened_at, row, patients.get(row.patient), intervention, others)
        )
    return queue


def review_count(access: Access) -> int:
    """How many wait; 0 for those who do not review."""
    return len(review_queue(access)) if units_with(access, Permission.REVIEW) else 0


def _is_double(row: SignatureRow, others: tuple[SignatureRow, ...], standing: list[SignatureRow]) -> bool:
    return bool(others) and any(one.id == row.id for one in standing)
