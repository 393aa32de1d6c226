"""Numbers are shown as people write them."""

import pytest

from beredd.care.rules.telephone import display_telephone


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+46701740616", "070-174 06 16"),
        ("+46313900611", "031-390 06 11"),
        ("+4532123456", "+45 32 12 34 56"),
        ("", ""),
        ("växeln", "växeln"),
    ],
)
def test_a_number_is_shown_as_people_write_it(stored: str, shown: str) -> None:
    assert display_telephone(stored) == shown
