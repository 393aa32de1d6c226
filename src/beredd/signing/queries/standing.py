"""Which signatures do not settle their occurrence, and which stand: the one place that knows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from beredd.signing.models import ReviewItem, Signature
from beredd.signing.rules.balance import Signed, effective
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


def standing(signatures: Iterable[Signature]) -> tuple[set[UUID], set[UUID]]:
    """Of these: who wait or were rejected, and who stand. Corrections that are not among them are thought of, too."""
    given = {row.id: row for row in signatures}
    if not given:
        return set(), set()
    corrections = Signature.objects.filter(corrects__in=list(given)).exclude(id__in=list(given)).order_by()
    every = [*given.values(), *corrections]
    waiting = not_counting([row.id for row in every])
    stand = effective(_signed(row, waiting) for row in every)
    return waiting, {one.id for one in stand} & given.keys()


def _counts(decided: dict[str, str | None]) -> bool:
    accepted = frozenset(reason for reason, verdict in decided.items() if verdict == "accepted")
    return counts(frozenset(decided), "rejected" in decided.values(), accepted)


def _signed(row: Signature, waiting: Collection[UUID]) -> Signed:
    return Signed(
        row.id, row.occurrence, row.outcome, row.reason, row.performed_at, row.corrects, row.id not in waiting
    )
