"""What the terminal advises from: the version that has been decided here, or what comes with Beredd."""

from datetime import timedelta

import pytest
from django.db.utils import DatabaseError

from beredd.cli import routines
from beredd.cli.trouble import Trouble
from beredd.people.factories import MONDAY
from beredd.routine.factories import shelf
from beredd.routine.models import RoutineText


def test_what_has_been_put_in_force_here_is_what_is_advised(db: None) -> None:
    assert len(routines.routine_named("exorlive", at=MONDAY).situations) == 10
    shelf()
    decided = routines.routine_named("exorlive", at=MONDAY)
    assert [one.id for one in decided.situations] == ["one-device", "phones-down"]


def test_before_anything_is_in_force_it_is_what_comes_with_beredd(db: None) -> None:
    shelf()
    assert len(routines.routine_named("exorlive", at=MONDAY - timedelta(days=30)).situations) == 10


def test_a_database_that_is_down_keeps_nobody_from_the_advice(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    def down(*_: object, **__: object) -> None:
        raise DatabaseError("no such table")

    monkeypatch.setattr("beredd.routine.queries.standing.standing_versions", down)
    assert len(routines.routine_named("exorlive", at=MONDAY).situations) == 10


def test_a_decided_text_that_cannot_be_read_any_more_is_said_and_not_replaced(db: None) -> None:
    placed = shelf()
    kept = RoutineText.objects.filter(version=placed.version).get()
    RoutineText.objects.create(version_id=placed.version, text="id: x", saved_at=kept.saved_at)
    with pytest.raises(Trouble, match="exorlive:1: "):
        routines.routine_named("exorlive", at=MONDAY)
