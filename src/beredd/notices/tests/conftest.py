"""A municipality's own file, for as long as a test."""

from collections.abc import Iterator

import pytest
from django.conf import settings

from beredd.notices.factories import BOOK, book
from beredd.people.factories import Town, town


@pytest.fixture
def place(db: None, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    book(BOOK)
    yield town()
