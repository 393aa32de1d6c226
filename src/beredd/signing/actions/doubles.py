"""When a decision makes two signatures stand for the same occurrence, somebody is asked about it, as at arrival."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from beredd.signing.models import ReviewItem
from beredd.signing.queries.history import SignatureRow, of_occurrences
from beredd.signing.rules.review import ReviewReason


def ask_about_doubles(occurrences: Collection[UUID], *, at: datetime) -> None:
    """Of those that stand for one occurrence all but one have been asked about; the latest received are, if not."""
    standing: defaultdict[UUID | None, list[SignatureRow]] = defaultdict(list)
    for row in of_occurrences(list(occurrences)):
        if row.stands and row.occurrence in occurrences:
            standing[row.occurrence].append(row)
    asked = set(
        ReviewItem.objects.filter(
            signature__in=[row.id for rows in standing.values() for row in rows], reason=ReviewReason.DOUBLE_SIGNED
        ).values_list("signature_id", flat=True)
    )
    ReviewItem.objects.bulk_create(
        ReviewItem(signature_id=row.id, reason=ReviewReason.DOUBLE_SIGNED.value, opened_at=at)
        for rows in standing.values()
        for row in sorted((one for one in rows if one.id not in asked), key=lambda one: (one.received_at, one.id))[1:]
    )
