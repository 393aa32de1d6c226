"""Which signatures do not settle their occurrence: the one place that knows."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from beredd.signing.models import ReviewItem
from beredd.signing.rules.review import counts


def not_counting(ids: Sequence[UUID]) -> set[UUID]:
    """Those of `ids` that wait for a decision or were rejected."""
    if not ids:
        return set()
    reasons: defaultdict[UUID, dict[str, str | None]] = defaultdict(dict)
    rows = ReviewItem.objects.filter(signature__in=ids).values_list("signature_id", "reason", "decision__verdict")
    for id, reason, verdict in rows:
        reasons[id][reason] = verdict
    return {id for id, decided in reasons.items() if not _counts(decided)}


def _counts(decided: dict[str, str | None]) -> bool:
    accepted = frozenset(reason for reason, verdict in decided.items() if verdict == "accepted")
    return counts(frozenset(decided), "rejected" in decided.values(), accepted)
