"""The launch does not work: what to do, and which number to call, on a phone that was opened with no network at all."""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.conftest import PHONE
from tests.journeys.town import Server

pytestmark = pytest.mark.journey
Opener = Callable[..., BrowserContext]
REHAB = "tel:0346886300"
UNTIL_AT_HAND = """async () => {
    while (!(await caches.match("/api/v1/routines"))) await new Promise(done => setTimeout(done, 50))
}"""


class Story:
    """Bo's phone has been online once, before anybody signed in on it."""

    def __init__(self, server: Server, open_browser: Opener, accessible: Callable[[Page], None]) -> None:
        self.server, self.open_browser, self.accessible = server, open_browser, accessible

    def given_a_phone_that_has_been_online_once(self) -> None:
        phone = self.open_browser("phone", PHONE)
        app = phone.pages[0]
        app.goto(f"{self.server.address}/app/")
        app.get_by_test_id("open-guide").wait_for()
        app.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
        app.evaluate(UNTIL_AT_HAND)
        phone.close()

    def when_it_is_opened_without_network_at(self, moment: str) -> None:
        self.server.stop()
        self.phone = self.open_browser("phone", PHONE)
        self.phone.set_offline(True)
        self.app = self.phone.pages[0]
        self.app.clock.set_fixed_time(datetime.fromisoformat(moment))
        self.app.goto(f"{self.server.address}/app/")

    def and_the_performer_says_that_the_launch_does_not_work(self) -> None:
        self.app.get_by_test_id("open-guide").click()
        self.accessible(self.app)
        self.answer("role", "performer")
        self.app.get_by_test_id("situation-launch-fails").click()
        self.accessible(self.app)
        for question, option in (("alone", "no"), ("web", "yes"), ("authorised", "yes"), ("employer", "municipality")):
            expect(self.app.get_by_test_id("steps").get_by_role("listitem").first).to_be_visible()
            self.answer(question, option)
        expect(self.app.locator("[data-testid^=question-]")).to_have_count(0)
        self.accessible(self.app)

    def answer(self, question: str, option: str) -> None:
        self.app.get_by_test_id(f"question-{question}").get_by_test_id(f"option-{option}").click()

    def then_she_calls_rehab_until(self, hour: str) -> None:
        rehab = self.app.get_by_test_id("reach-rehab")
        expect(rehab).to_contain_text(f"öppet till {hour}")
        expect(rehab.get_by_test_id("call")).to_have_attribute("href", REHAB)

    def then_rehab_is_closed_until(self, opens: str) -> None:
        rehab = self.app.get_by_test_id("reach-rehab")
        expect(rehab).to_contain_text(f"Stängt. Öppnar {opens}")
        expect(rehab.get_by_test_id("call")).to_have_count(0)
        expect(rehab.get_by_test_id("reach-contact-centre")).to_contain_text("Kontaktcenter")

    def and_the_back_button_takes_back_the_last_answer(self) -> None:
        self.app.go_back()
        expect(self.app.get_by_test_id("question-authorised")).to_be_visible()

    def and_the_answers_are_kept_for_a_report(self) -> None:
        kept = self.app.evaluate("JSON.parse(localStorage['beredd-guide-runs'])[0]")
        assert (kept["situation"], kept["answers"]["web"]) == ("launch-fails", "yes")


@pytest.fixture
def story(server: Server, open_browser: Opener, accessible: Callable[[Page], None]) -> Story:
    return Story(server, open_browser, accessible)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-24T10:00+01:00", None),
        ("2026-11-24T14:00+01:00", "ons 25 nov. 08:00"),
        ("2026-10-31T10:00+01:00", "mån 2 nov. 08:00"),  # All Saints' Day
    ],
)
def test_the_launch_does_not_work(story: Story, moment: str, opens: str | None) -> None:
    story.given_a_phone_that_has_been_online_once()
    story.when_it_is_opened_without_network_at(moment)
    story.and_the_performer_says_that_the_launch_does_not_work()
    if opens is None:
        story.then_she_calls_rehab_until("12:00")
    else:
        story.then_rehab_is_closed_until(opens)
    story.and_the_answers_are_kept_for_a_report()
    story.and_the_back_button_takes_back_the_last_answer()
