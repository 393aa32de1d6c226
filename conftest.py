"""What every test may lean on."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings as hypothesis_settings

hypothesis_settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
hypothesis_settings.load_profile("steady")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what touches a database: a pure rule, and the house's own, give the same answer on both."""
    if os.environ.get("DATABASE_URL"):
        pure = [one for one in items if _is_pure(one)]
        items[:] = [one for one in items if one not in set(pure)]
        config.hook.pytest_deselected(items=pure)


def _is_pure(item: pytest.Item) -> bool:
    """Outside `src` a test may have processes of its own that use the database without saying so here."""
    touches = "db" in getattr(item, "fixturenames", ()) or item.get_closest_marker("django_db") is not None
    return not touches and item.nodeid.startswith(("src/", "tests/architecture/", "tests/contracts/"))


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
