"""A programme worked through on a phone without network, an exercise at a time; the office sees how much was done."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.conftest import DESK, PASSWORD, PHONE
from tests.journeys.town import Server

pytestmark = pytest.mark.journey
PIN = "274915"
UNIT = "Hemtjänst Skrea"
INTERVENTION = "Balans tre gånger i veckan"
PROGRAMME = "Stående balans vid diskbänken"  # march 2 × 10, side step 2 × 6, tandem stand 3 × 15 seconds
Opener = Callable[..., BrowserContext]


class Story:
    """Alva sits at a desk, Bo has a phone whose clock we hold."""

    def __init__(self, server: Server, open_browser: Opener, accessible: Callable[[Page], None]) -> None:
        self.server, self.open_browser, self.accessible = server, open_browser, accessible

    def given_a_programme_prescribed_at_the_desk(self) -> None:
        self.desk = self.open_browser("desk", DESK).pages[0]
        self.desk.goto(f"{self.server.address}/sign-in")
        self.desk.fill("#id_username", "alva")
        self.desk.fill("#id_password", PASSWORD)
        self.desk.get_by_test_id("sign-in").click()
        self.desk.goto(f"{self.server.address}/patients")
        self.desk.get_by_test_id("patients").get_by_role("row").filter(has_text=UNIT).first.get_by_role("link").click()
        self.patient = self.desk.url.rstrip("/").rsplit("/", 1)[1]
        self.desk.get_by_test_id("new-prescription").click()
        self.desk.fill("#id_intervention", INTERVENTION)
        self.desk.locator("#id_programme").select_option(label=PROGRAMME)
        self.desk.locator("input[name=form][value=times_per_week]").check()
        self.desk.fill("#id_times_per_week", "3")
        self.desk.locator("input[name=basis][value=instruction]").check()
        self.desk.get_by_test_id("check-answers").click()
        self.desk.get_by_test_id("prescribe").click()
        expect(self.desk.get_by_text(INTERVENTION).first).to_be_visible()

    def and_it_is_on_the_phone_of_the_performer(self) -> None:
        self.phone = self.open_browser("phone", PHONE)
        self.app = self.phone.pages[0]
        self.app.clock.install()
        self.app.goto(f"{self.server.address}/app/")
        self.app.get_by_test_id("username").fill("bo")
        self.app.get_by_test_id("password").fill(PASSWORD)
        self.app.get_by_test_id("sign-in").click()
        self.type_pin()
        self.type_pin()
        self.app.get_by_test_id(f"patient-{self.patient}").wait_for()
        self.app.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
        self.app.get_by_test_id(f"patient-{self.patient}").get_by_test_id("open-patient").click()
        card = self.app.locator("[data-testid^=prescription-]").filter(has_text=INTERVENTION)
        card.get_by_test_id("open-programme").click()
        expect(self.app.get_by_test_id("picture")).to_have_count(3)
        self.accessible(self.app)

    def type_pin(self) -> None:
        self.app.get_by_test_id("pin-1").wait_for()
        for digit in PIN:
            self.app.get_by_test_id(f"pin-{digit}").click()

    def when_the_network_is_gone_he_begins(self) -> None:
        self.phone.set_offline(True)
        self.server.stop()
        self.app.get_by_test_id("work-through").click()
        self.app.get_by_test_id("work-1").wait_for()
        expect(self.app.get_by_test_id("ask-first")).to_be_visible()
        self.accessible(self.app)

    def and_counts_one_and_a_half_sets(self) -> None:
        for _ in range(12):
            self.app.get_by_test_id("count").click()
        self.app.get_by_test_id("count").focus()
        for _ in range(4):
            self.app.keyboard.press("Space")
        expect(self.app.get_by_test_id("count")).to_contain_text("6 av 10 gånger")
        expect(self.app.get_by_test_id("set-1")).to_contain_text("10 av 10")
        self.app.get_by_test_id("next").click()

    def and_skips_one_that_hurts(self) -> None:
        self.app.get_by_test_id("work-2").wait_for()
        self.app.get_by_test_id("skip").click()
        self.accessible(self.app)
        self.app.get_by_test_id("skip-pain").click()

    def and_times_one_while_the_app_is_closed_in_the_middle(self) -> None:
        self.app.get_by_test_id("timer").click()
        self.app.clock.run_for(6_000)
        expect(self.app.get_by_test_id("left")).to_have_text("0:09")
        self.accessible(self.app)
        self.app.reload()
        self.type_pin()
        self.app.get_by_test_id("work-3").wait_for()
        self.app.clock.fast_forward(20_000)
        expect(self.app.get_by_test_id("set-1")).to_contain_text("15 av 15 sekunder")

    def and_says_that_only_ten_seconds_were_done_of_the_next(self) -> None:
        for _ in range(2):
            self.app.get_by_test_id("set-2").get_by_test_id("more").click()
        expect(self.app.get_by_test_id("set-2")).to_contain_text("10 av 15 sekunder")
        self.app.get_by_test_id("next").click()

    def and_notes_how_it_felt(self) -> None:
        self.app.get_by_test_id("pain-2").check(force=True)
        self.app.get_by_test_id("effort-7").check(force=True)
        self.app.get_by_test_id("work-note").fill("Höll i diskbänken hela tiden.")
        self.accessible(self.app)
        self.app.get_by_test_id("next").click()

    def then_the_summary_suggests_partly_and_he_signs(self) -> None:
        worked = self.app.get_by_test_id("worked")
        for said in ("10 + 6 av 2 × 10 gånger", "Hoppades över: Det gör ont", "15 + 10 + 0 av 3 × 15 sekunder"):
            expect(worked).to_contain_text(said)
        expect(self.app.get_by_test_id("outcome-partly")).to_be_checked()
        self.accessible(self.app)
        self.app.get_by_test_id("work-sign").click()
        expect(self.app.get_by_test_id("signed-toast")).to_be_visible()
        expect(self.app.get_by_test_id("unsent-number")).to_have_text("1")

    def then_nothing_half_done_is_left_on_the_phone(self) -> None:
        self.app.goto(f"{self.server.address}/app/#/today")
        card = self.app.get_by_test_id(f"patient-{self.patient}")
        card.get_by_test_id("open-patient").click()
        self.app.locator("[data-testid^=prescription-]").filter(has_text=INTERVENTION).get_by_test_id(
            "open-programme"
        ).click()
        self.app.get_by_test_id("work-through").click()
        expect(self.app.get_by_test_id("count")).to_contain_text("0 av 10 gånger")

    def when_the_network_comes_back(self) -> None:
        self.server.start()
        self.phone.set_offline(False)
        self.app.get_by_test_id("back").click()
        self.app.clock.run_for(60_000)
        expect(self.app.get_by_test_id("unsent-number")).to_have_count(0, timeout=30_000)

    def then_the_follow_up_shows_how_much_was_done(self) -> None:
        self.desk.goto(f"{self.server.address}/patient/{self.patient}/")
        self.desk.get_by_test_id("follow-up").click()
        part = self.desk.locator("[data-testid^=followed-]").filter(has_text=INTERVENTION)
        for said in (
            "Delvis utförd 1",
            "16 av 20 repetitioner",
            "25 av 45 sekunder",
            "Hoppades över 1 gång: det gjorde ont",
            "Höll i diskbänken hela tiden.",
        ):
            expect(part).to_contain_text(said)
        self.accessible(self.desk)
        part.get_by_text("Varje gång som tabell").click()
        expect(part.get_by_test_id("times").get_by_role("row").nth(1)).to_contain_text("7")
        self.accessible(self.desk)


def test_a_programme_is_worked_through_without_network_and_followed_up(
    server: Server, open_browser: Opener, accessible: Callable[[Page], None]
) -> None:
    story = Story(server, open_browser, accessible)
    story.given_a_programme_prescribed_at_the_desk()
    story.and_it_is_on_the_phone_of_the_performer()
    story.when_the_network_is_gone_he_begins()
    story.and_counts_one_and_a_half_sets()
    story.and_skips_one_that_hurts()
    story.and_times_one_while_the_app_is_closed_in_the_middle()
    story.and_says_that_only_ten_seconds_were_done_of_the_next()
    story.and_notes_how_it_felt()
    story.then_the_summary_suggests_partly_and_he_signs()
    story.then_nothing_half_done_is_left_on_the_phone()
    story.when_the_network_comes_back()
    story.then_the_follow_up_shows_how_much_was_done()
