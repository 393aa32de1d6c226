"""What happened: asked by position, by subject, by id."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from django.db.models import Max

from beredd.database.plain import rows_of, select, stored, uuid
from beredd.ledger.entry import Entry, chain_fields
from beredd.ledger.models import Event, Head
from beredd.ledger.rules.chain import first_break

Subject = tuple[str, UUID]


def head() -> Head:
    """Where the ledger ends at this moment."""
    return Head.objects.get(id=1)


def events_since(position: int, *, limit: int = 1000) -> list[Event]:
    """Events after `position`, oldest first."""
    return list(Event.objects.filter(position__gt=position).order_by("position")[:limit])


def subjects_since(position: int) -> set[Subject]:
    """Whom or what the events after `position` are about."""
    return set(Event.objects.filter(position__gt=position).values_list("subject_kind", "subject_id").distinct())


def versions(subject_kind: str, ids: Iterable[UUID]) -> dict[UUID, int]:
    """For each id, the position of the newest event about it."""
    rows = (
        Event.objects.filter(subject_kind=subject_kind, subject_id__in=list(ids))
        .order_by()
        .values_list("subject_id")
        .annotate(newest=Max("position"))
    )
    return dict(rows)


def known(ids: Sequence[UUID]) -> set[UUID]:
    """Which of these events the ledger already has."""
    return set(Event.objects.filter(id__in=ids).values_list("id", flat=True))


def bodies(ids: Iterable[UUID]) -> dict[UUID, str]:
    """The texts of those that the ledger already has."""
    rows = select("SELECT id, body FROM ledger_event WHERE id IN ({ids})", ids=ids)
    return {uuid(id): body for id, body in rows}


def bodies_by_seq(numbers: Mapping[UUID, Collection[int]]) -> dict[UUID, dict[int, str]]:
    """Devices' own numbers → the text of the first event that had each."""
    found: dict[UUID, dict[int, str]] = {origin: {} for origin in numbers}
    asked = [(origin, set(wanted)) for origin, wanted in numbers.items() if wanted]
    if not asked:
        return found
    tests = " OR ".join(f"(origin = %s AND origin_seq IN ({', '.join(['%s'] * len(wanted))}))" for _, wanted in asked)
    statement = f"SELECT origin, origin_seq, body FROM ledger_event WHERE {tests} ORDER BY position DESC"  # noqa: S608
    for origin, number, body in rows_of(statement, [part for one, wanted in asked for part in (stored(one), *wanted)]):
        found[uuid(origin)][number] = body
    return found


def received_of(origin: UUID) -> int:
    """How many of a device's numbers we have."""
    return Event.objects.filter(origin=origin).values("origin_seq").distinct().count()


def hash_at(position: int) -> str | None:
    """The hash of the event at a position: "" before the first, None after the last."""
    if position == 0:
        return ""
    return Event.objects.filter(position=position).values_list("hash", flat=True).first()


def hashes_at(positions: Iterable[int]) -> dict[int, str]:
    """The hash of the event at each position that we have; "" before the first."""
    asked = list(set(positions))
    marks = ", ".join(["%s"] * len(asked)) or "NULL"
    found = rows_of(f"SELECT position, hash FROM ledger_event WHERE position IN ({marks})", asked)  # noqa: S608
    return {0: "", **{position: hash for position, hash in found}}


def history_of(subject: Subject, *, limit: int = 200) -> list[Event]:
    """All that happened to one subject, newest first."""
    rows = Event.objects.filter(subject_kind=subject[0], subject_id=subject[1]).order_by("-position")
    return list(rows[:limit])


def verify() -> int | None:
    """The position of the first event whose hash does not hold, or None when the whole chain does."""
    return first_break((event.position, event.previous, event.hash, _fields(event)) for event in _all())


def _all() -> Iterator[Event]:
    return Event.objects.order_by("position").iterator(chunk_size=2000)


def _fields(event: Event) -> tuple[str, ...]:
    entry = Entry(
        id=event.id,
        kind=event.kind,
        by=event.by,
        unit=event.unit,
        subject=(event.subject_kind, event.subject_id),
        happened_at=event.happened_at,
        recorded_at=event.recorded_at,
        received_at=event.received_at,
        body=event.body,
        origin=event.origin,
        origin_seq=event.origin_seq,
    )
    return chain_fields(event.position, entry)
