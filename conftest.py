"""What every test may lean on."""

from collections.abc import Iterator

import pytest
from hypothesis import settings as hypothesis_settings

hypothesis_settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
hypothesis_settings.load_profile("steady")


@pytest.fixture(autouse=True)
def swedish() -> None:
    """Texts are looked at as most users see them."""
    from django.utils import translation

    translation.activate("sv")


@pytest.fixture(autouse=True)
def nobody_goes_on_writing() -> Iterator[None]:
    """The thread that takes signatures in ends with the test, and its connection with it."""
    yield
    from beredd.sync.intake import together

    together.end()
