"""Browsers and towns for the stories."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Playwright, expect, sync_playwright
from tests.journeys.town import Server, beredd, copy

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "beredd-demo-2026"
GRAVE = {"serious", "critical"}
PATIENCE = 20_000  # milliseconds, on a busy machine
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def built_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("town") / "data"
    beredd(data, "demo", "--load-only")
    return data


@pytest.fixture
def server(built_town: Path, tmp_path: Path) -> Iterator[Server]:
    """The demo municipality, served; a town of its own for each story."""
    server = Server(copy(built_town, tmp_path / "data"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture
def open_browser(playwright: Playwright, tmp_path: Path) -> Iterator[Callable[..., BrowserContext]]:
    """A browser with a profile on disk: closed and opened again it remembers, as a phone does."""
    open_ones: list[BrowserContext] = []
    chromium = os.environ.get("BEREDD_CHROMIUM") or shutil.which("chromium")

    def launch(name: str, size: dict[str, int], more: Sequence[str] = ()) -> BrowserContext:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / name,
            executable_path=chromium,
            headless=True,
            args=[*QUIET, *more],
            viewport=size,  # type: ignore[arg-type]
            has_touch=size is PHONE,
            locale="sv-SE",
            timezone_id="Europe/Stockholm",
        )
        context.set_default_timeout(PATIENCE)
        open_ones.append(context)
        return context

    yield launch
    for context in open_ones:
        context.close()


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Nothing serious for those who use the page in other ways than most."""
    axe = Axe()

    def check(page: Page) -> None:
        found = [one for one in axe.run(page).response["violations"] if one["impact"] in GRAVE]
        assert not found, [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]

    return check
