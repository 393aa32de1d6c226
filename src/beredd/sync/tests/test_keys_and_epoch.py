"""Keys that are never made twice, and a database that is older than the note beside it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from beredd.database import keys as files
from beredd.ledger import actions as ledger_actions
from beredd.ledger import queries as ledger
from beredd.people.events import entry
from beredd.people.factories import MONDAY
from beredd.people.rules.access import SYSTEM
from beredd.sync import epoch as epochs
from beredd.sync.keys import BadDeviceKey, BoxNotForUs, device_point, holds, open_box
from beredd.sync.reading import Context, Unreadable, read


def test_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "a.key"
    first = files.read_or_make(path)
    assert files.read_or_make(path) == first
    assert path.stat().st_mode & 0o077 == 0


def test_a_lost_key_is_never_replaced_while_its_data_is_there(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.write_text("encrypted")
    with pytest.raises(files.KeyMissing):
        files.read_or_make(tmp_path / "a.key", opens=data)
    assert not (tmp_path / "a.key").exists()


def test_a_key_that_others_may_read_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    files.read_or_make(path)
    path.chmod(0o644)
    with pytest.raises(files.KeyReadableByOthers):
        files.read_or_make(path)


@pytest.mark.parametrize("text", ["", "å", "AAAA", "BA" + "A" * 85])
def test_what_is_no_point_on_the_curve_is_no_device_key(text: str) -> None:
    with pytest.raises(BadDeviceKey):
        device_point(text)


@given(st.text(), st.text(), st.binary(max_size=70))
def test_no_signature_whatever_raises(payload: str, sig: str, point: bytes) -> None:
    assert not holds(payload.encode("utf-8", "replace").decode(), sig, point)


@given(st.text())
def test_no_box_whatever_does_worse_than_not_be_for_us(box: str) -> None:
    with pytest.raises(BoxNotForUs):
        open_box(box)


@given(st.binary())
def test_no_bytes_whatever_break_the_reader(raw: bytes) -> None:
    assert isinstance(read(0, raw, Context("phone", MONDAY)), Unreadable)


@pytest.fixture
def note(tmp_path: Path, settings: object) -> Path:
    settings.DATA = tmp_path  # type: ignore[attr-defined]
    epochs._noted.clear()
    return tmp_path / "ledger.note"


def keep_note(*, at: datetime) -> None:
    head = ledger.head()
    epochs.keep_note(head.epoch, head.position, head.hash, at=at)


def happen() -> None:
    with transaction.atomic():
        head = ledger.head()
        ledger_actions.append([entry("x", by=SYSTEM, subject=("system", head.epoch), at=MONDAY, body={})])


@pytest.mark.django_db
def test_a_database_as_old_as_its_note_goes_on(note: Path) -> None:
    happen()
    keep_note(at=MONDAY)
    happen()
    assert not epochs.check_note(at=MONDAY)


@pytest.mark.django_db
def test_a_database_older_than_its_note_is_another_history(note: Path) -> None:
    epoch = ledger.head().epoch
    note.write_text(epochs.mark(epoch, 99, "cd" * 32))
    assert epochs.check_note(at=MONDAY)
    assert ledger.head().epoch != epoch
    assert not epochs.check_note(at=MONDAY)


@pytest.mark.django_db
def test_the_note_is_written_at_most_once_a_minute(note: Path) -> None:
    keep_note(at=MONDAY)
    first = note.read_text()
    happen()
    keep_note(at=MONDAY + timedelta(seconds=59))
    assert note.read_text() == first
    keep_note(at=MONDAY + timedelta(seconds=60))
    assert note.read_text() != first


@pytest.mark.django_db
def test_a_note_that_is_not_ours_is_passed_over(note: Path) -> None:
    note.write_text("rubbish")
    assert not epochs.check_note(at=MONDAY)
