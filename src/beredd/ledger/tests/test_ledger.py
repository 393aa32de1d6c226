"""The ledger keeps order, keeps everything, and notices when somebody has been at it."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from beredd.ledger import actions, queries
from beredd.ledger.entry import Entry
from beredd.ledger.models import Event

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
PATIENT = UUID("11111111-1111-4111-8111-111111111111")


def entry(kind: str = "patient.seen") -> Entry:
    return Entry(
        id=uuid4(),
        kind=kind,
        by="system",
        unit=None,
        subject=("patient", PATIENT),
        happened_at=NOON,
        recorded_at=NOON,
        received_at=NOON,
        body='{"å": 1}',
    )


@pytest.mark.django_db
def test_positions_follow_each_other_without_gaps() -> None:
    with transaction.atomic():
        actions.append([entry(), entry()])
        actions.append([entry()])
    assert [event.position for event in queries.events_since(0)] == [1, 2, 3]
    assert queries.head().position == 3


@pytest.mark.django_db
def test_each_event_holds_the_one_before_it() -> None:
    with transaction.atomic():
        actions.append([entry(), entry(), entry()])
    assert queries.verify() is None


@pytest.mark.django_db
def test_an_event_cannot_be_changed_or_deleted() -> None:
    with transaction.atomic():
        actions.append([entry()])
    for touch in (lambda: Event.objects.update(kind="x"), lambda: Event.objects.all().delete()):
        with pytest.raises(DatabaseError, match="rows are added, never changed"), transaction.atomic():
            touch()


@pytest.mark.django_db
def test_a_tampered_event_is_found_by_its_position() -> None:
    with transaction.atomic():
        actions.append([entry(), entry(), entry()])
    remove_the_walls()
    Event.objects.filter(position=2).update(body="{}")
    assert queries.verify() == 2


@pytest.mark.django_db
def test_what_is_undone_with_its_transaction_leaves_no_trace() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        actions.append([entry()])
        raise ZeroDivisionError
    assert queries.head().position == 0
    with transaction.atomic():
        actions.append([entry()])
    assert queries.verify() is None


@pytest.mark.django_db
def test_the_newest_event_about_a_subject_is_its_version() -> None:
    other = uuid4()
    with transaction.atomic():
        actions.append([entry(), entry()])
    assert queries.versions("patient", [PATIENT, other]) == {PATIENT: 2}


@pytest.mark.django_db
def test_writing_outside_a_transaction_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    outside = type("Connection", (), {"in_atomic_block": False})
    monkeypatch.setattr(transaction, "get_connection", lambda: outside)
    with pytest.raises(RuntimeError, match="open a transaction"):
        actions.append([entry()])


def remove_the_walls() -> None:
    names = ["ledger_event_no_update", "ledger_event_no_delete"]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP TRIGGER ledger_event_kept ON ledger_event")
        else:
            for name in names:
                cursor.execute(f"DROP TRIGGER {name}")
