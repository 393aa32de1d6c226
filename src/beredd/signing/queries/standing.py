"""Which signatures do not settle their occurrence, and which stand: the one place that knows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from beredd.signing.models import ReviewItem, Signature
from beredd.signing.rules.balance import Signed, effective
from beredd.signing.rules.review import ReviewReason, counts

Decided = dict[str, str | None]  # reason → verdict, None while it waits


@dataclass(frozen=True, slots=True)
class Standing:
    """Of some signatures: which `wait` or were rejected, which `stand`, and which rightly stand `beside` another."""

    wait: set[UUID]
    stand: set[UUID]
    beside: set[UUID]


def not_counting(ids: Sequence[UUID]) -> set[UUID]:
    """Those of `ids` that wait for a decision or were rejected."""
    return _waiting(_decided(ids))


def standing(signatures: Iterable[Signature]) -> Standing:
    """Corrections that are not among them are thought of, too."""
    given = {row.id: row for row in signatures}
    if not given:
        return Standing(set(), set(), set())
    corrections = Signature.objects.filter(corrects__in=list(given)).exclude(id__in=list(given)).order_by()
    every = [*given.values(), *corrections]
    decided = _decided([row.id for row in every])
    waiting = _waiting(decided)
    stand = effective(_signed(row, waiting) for row in every)
    beside = {id for id, said in decided.items() if said.get(ReviewReason.DOUBLE_SIGNED) == "accepted"}
    return Standing(waiting, {one.id for one in stand} & given.keys(), beside)


def _decided(ids: Sequence[UUID]) -> dict[UUID, Decided]:
    found: defaultdict[UUID, Decided] = defaultdict(dict)
    rows = ReviewItem.objects.filter(signature__in=ids).values_list("signature_id", "reason", "decision__verdict")
    for id, reason, verdict in rows if ids else ():
        found[id][reason] = verdict
    return found


def _waiting(decided: Mapping[UUID, Decided]) -> set[UUID]:
    return {id for id, said in decided.items() if not _counts(said)}


def _counts(decided: Decided) -> bool:
    accepted = frozenset(reason for reason, verdict in decided.items() if verdict == "accepted")
    return counts(frozenset(decided), "rejected" in decided.values(), accepted)


def _signed(row: Signature, waiting: Collection[UUID]) -> Signed:
    return Signed(
        row.id, row.occurrence, row.outcome, row.reason, row.performed_at, row.corrects, row.id not in waiting
    )
