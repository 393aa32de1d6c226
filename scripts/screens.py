"""Takes the pictures in README.md anew, from the demo municipality in a real browser: make screens."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.journeys.conftest import DESK, PASSWORD, PHONE, QUIET  # noqa: E402
from tests.journeys.town import Server, beredd  # noqa: E402

from beredd.importing.demo.places import CARE  # noqa: E402
from beredd.importing.demo.treatment import FOLLOWED  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
PIN = "274915"
WEEKDAY_MORNING = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Europe/Stockholm"))


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="beredd-screens-") as folder, served(Path(folder) / "data") as address:
        with opened(DESK) as page:
            office(page, address)
        with opened(DESK) as page:
            follow_up(page, address)
        with opened(DESK) as page:
            builder(page, address)
        with opened(PHONE) as page:
            phone(page, address)
        with opened(PHONE) as page:
            guide(page, address)


def office(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in")
    page.fill("#id_username", "disa")
    page.fill("#id_password", PASSWORD)
    page.get_by_test_id("sign-in").click()
    page.get_by_test_id("day-before").click()  # yesterday has been signed
    page.get_by_test_id("board").wait_for()
    page.screenshot(path=PICTURES / "office.png")


def builder(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in")
    page.fill("#id_username", "alva")
    page.fill("#id_password", PASSWORD)
    page.get_by_test_id("sign-in").click()
    page.goto(f"{address}/programmes/")
    page.get_by_test_id("drafts").get_by_role("link").first.click()
    page.get_by_test_id("search-words").fill("resa sig")
    page.get_by_test_id("found").get_by_text("Resa sig från stol").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / "builder.png")


def phone(page: Page, address: str) -> None:
    page.goto(f"{address}/app/")
    page.get_by_test_id("username").fill("bo")
    page.get_by_test_id("password").fill(PASSWORD)
    page.get_by_test_id("sign-in").click()
    for _ in range(2):
        page.get_by_test_id("pin-1").wait_for()
        page.keyboard.type(PIN)
    page.get_by_test_id("sign").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / "phone-today.png")
    for sign in page.get_by_test_id("sign").all():
        sign.click()
        if page.get_by_test_id("sign-work-through").count():
            break
        page.get_by_test_id("sign-cancel").click()
    page.get_by_test_id("sign-work-through").click()
    page.get_by_test_id("picture").first.wait_for()
    for _ in range(3):
        page.get_by_test_id("count").click()
    page.screenshot(path=PICTURES / "phone-programme.png")


def follow_up(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in")
    page.fill("#id_username", "alva")
    page.fill("#id_password", PASSWORD)
    page.get_by_test_id("sign-in").click()
    page.goto(f"{address}/patients")
    row = page.get_by_test_id("patients").get_by_role("row").filter(has_text=CARE[0].name).first
    row.get_by_role("link").click()
    page.get_by_test_id("follow-up").click()
    page.get_by_test_id("weeks-12").click()
    page.locator("[data-testid^=followed-]").filter(has_text=FOLLOWED).screenshot(path=PICTURES / "follow-up.png")


def guide(page: Page, address: str) -> None:
    page.clock.set_fixed_time(WEEKDAY_MORNING)
    page.goto(f"{address}/app/")
    page.get_by_test_id("open-guide").click()
    page.get_by_test_id("option-performer").click()
    page.get_by_test_id("situation-phones-down-short").click()
    page.get_by_test_id("question-alone").get_by_test_id("option-no").click()
    page.get_by_test_id("call").scroll_into_view_if_needed()
    page.screenshot(path=PICTURES / "phone-guide.png")


@contextmanager
def served(data: Path) -> Iterator[str]:
    beredd(data, "demo", "--load-only")
    server = Server(data)
    server.start()
    try:
        yield server.address
    finally:
        server.stop()


@contextmanager
def opened(size: dict[str, int]) -> Iterator[Page]:
    chromium = os.environ.get("BEREDD_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        context = browser.new_context(viewport=size, locale="sv-SE", timezone_id="Europe/Stockholm")  # type: ignore[arg-type]
        yield context.new_page()
        browser.close()


if __name__ == "__main__":
    main()
