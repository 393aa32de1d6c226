"""Work that a vendor has announced: written in by the IT service, known to all the day before, withdrawn again."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.conftest import DESK, PASSWORD
from tests.journeys.test_a_disruption import Story
from tests.journeys.town import Server

from beredd import clock

pytestmark = pytest.mark.journey
WHAT = "Servern byts. Programmen öppnas inte."


class Planning(Story):
    """The IT service at a desk, a performer with a phone, a colleague at a computer without sign-in."""

    def when_work_is_written_in(self) -> None:
        self.calendar = self.open_browser("desk-ivar", DESK).pages[0]
        self.calendar.goto(f"{self.server.address}/sign-in?next=/disruptions/")
        self.calendar.fill("#id_username", "ivar")
        self.calendar.fill("#id_password", PASSWORD)
        self.calendar.get_by_test_id("sign-in").click()
        self.calendar.get_by_test_id("planned").click()
        self.accessible(self.calendar)
        form = self.calendar.get_by_test_id("plan")
        tomorrow = clock.today() + timedelta(days=1)
        form.locator("[name=system]").select_option("exorlive")
        form.locator("[name=starts_at]").fill(f"{tomorrow}T09:00")
        form.locator("[name=ends_at]").fill(f"{tomorrow}T11:00")
        form.locator("[name=what]").fill(WHAT)
        form.get_by_role("button").press("Enter")
        expect(self.calendar.get_by_test_id("busy").first).to_be_visible()
        self.accessible(self.calendar)

    def then_everybody_is_told(self) -> None:
        page = self.open_browser("reception", DESK).pages[0]
        page.goto(f"{self.server.address}/lage/")
        expect(page.get_by_test_id("planned")).to_contain_text("I morgon 09:00–11:00")
        self.accessible(page)
        self.app.goto(f"{self.server.address}/app/#/today")
        self.look_again()
        told = self.app.get_by_test_id("planned-work")
        for word in ("ExorLive: planerat arbete i morgon 09:00–11:00", WHAT, "Gör så här under tiden"):
            expect(told).to_contain_text(word)
        self.accessible(self.app)

    def and_the_phone_knows_without_network(self) -> None:
        self.phone.set_offline(True)
        self.look_again()
        expect(self.app.get_by_test_id("planned-work")).to_be_visible()
        self.phone.set_offline(False)

    def when_it_is_withdrawn(self) -> None:
        self.calendar.get_by_test_id("work").filter(has_text=WHAT).get_by_test_id("withdraw").click()
        expect(self.calendar.get_by_test_id("again")).to_be_visible()
        self.accessible(self.calendar)


def test_planned_work_is_known_beforehand_and_can_be_withdrawn(
    server: Server, open_browser: Callable[..., BrowserContext], accessible: Callable[[Page], None]
) -> None:
    story = Planning(server, open_browser, accessible)
    story.given_the_performer_signed_in_on_his_phone()
    story.when_work_is_written_in()
    story.then_everybody_is_told()
    story.and_the_phone_knows_without_network()
    story.when_it_is_withdrawn()
    story.then_his_phone_is_calm()
