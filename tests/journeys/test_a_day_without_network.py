"""A day of care, with the network gone in the middle: prescribed at a desk, signed in a cellar, balanced at a desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.conftest import DESK, PASSWORD, PHONE
from tests.journeys.town import Server, balance

from beredd import clock

pytestmark = pytest.mark.journey
PIN = "274915"
UNIT, UNIT_KEY = "Hemtjänst Skrea", "skrea"
INTERVENTION = "Benträning hemma"
Opener = Callable[..., BrowserContext]


class Story:
    """Alva sits at a desk, Bo has a phone, Disa looks at the unit's day."""

    def __init__(self, server: Server, open_browser: Opener, accessible: Callable[[Page], None]) -> None:
        self.server, self.open_browser, self.accessible = server, open_browser, accessible
        self.signed: list[tuple[str, str]] = []

    # At the desk

    def given_the_occupational_therapist_at_her_desk(self) -> None:
        self.desk = self.open_browser("desk", DESK).pages[0]
        self.sign_in_at_the_desk("alva")

    def sign_in_at_the_desk(self, username: str) -> None:
        self.desk.goto(f"{self.server.address}/sign-in")
        self.accessible(self.desk)
        self.desk.fill("#id_username", username)
        self.desk.fill("#id_password", PASSWORD)
        self.desk.get_by_test_id("sign-in").click()
        expect(self.desk.get_by_test_id("user-name")).to_be_visible()

    def when_she_opens_a_patient_of_the_care_unit(self) -> None:
        self.desk.goto(f"{self.server.address}/patients")
        self.desk.get_by_test_id("patients").get_by_role("row").filter(has_text=UNIT).first.get_by_role("link").click()
        self.patient = self.desk.get_by_test_id("patient-name").inner_text().strip()
        self.patient_id = self.desk.url.rstrip("/").rsplit("/", 1)[1]
        self.accessible(self.desk)

    def and_prescribes_a_programme_three_times_a_week(self) -> None:
        self.desk.get_by_test_id("new-prescription").click()
        self.desk.fill("#id_intervention", INTERVENTION)
        self.desk.locator("#id_programme").select_option(index=1)
        self.desk.locator("input[name=form][value=times_per_week]").check()
        self.desk.fill("#id_times_per_week", "3")
        self.desk.locator("input[name=basis][value=instruction]").check()
        self.accessible(self.desk)
        self.desk.get_by_test_id("check-answers").click()
        expect(self.desk.get_by_test_id("answers")).to_contain_text(INTERVENTION)
        self.accessible(self.desk)
        self.desk.get_by_test_id("prescribe").click()
        expect(self.desk.get_by_text(INTERVENTION).first).to_be_visible()

    # On the phone

    def given_the_performer_signed_in_on_his_phone(self) -> None:
        self.phone = self.open_browser("phone", PHONE)
        self.app = self.phone.pages[0]
        self.app.goto(f"{self.server.address}/app/")
        self.accessible(self.app)
        self.app.get_by_test_id("username").fill("bo")
        self.app.get_by_test_id("password").fill(PASSWORD)
        self.app.get_by_test_id("sign-in").click()
        self.type_pin("pin-1")
        self.type_pin("pin-1")
        expect(self.app.get_by_test_id("today-date")).to_be_visible()

    def type_pin(self, first: str) -> None:
        self.app.get_by_test_id(first).wait_for()
        for digit in PIN:
            self.app.get_by_test_id(f"pin-{digit}").click()

    def then_he_sees_todays_list_with_the_new_prescription(self) -> None:
        self.app.get_by_test_id(f"patient-{self.patient_id}").wait_for()
        expect(self.app.get_by_test_id(f"patient-{self.patient_id}")).to_contain_text(INTERVENTION)
        self.accessible(self.app)
        self.app.evaluate("navigator.serviceWorker.ready.then(() => undefined)")

    def when_the_network_and_the_server_are_gone(self) -> None:
        self.phone.set_offline(True)
        self.server.stop()

    def and_the_app_is_closed_and_opened_again(self) -> None:
        self.phone.close()
        self.phone = self.open_browser("phone", PHONE)
        self.phone.set_offline(True)
        self.app = self.phone.pages[0]
        self.app.goto(f"{self.server.address}/app/")
        self.accessible(self.app)
        self.app.get_by_test_id("account").or_(self.app.get_by_test_id("pin-1")).first.wait_for()
        if self.app.get_by_test_id("account").count():
            self.app.get_by_test_id("account").first.click()
        self.type_pin("pin-1")
        expect(self.app.get_by_test_id("today-date")).to_be_visible()

    def then_the_programme_shows_its_pictures(self) -> None:
        self.app.get_by_test_id(f"patient-{self.patient_id}").get_by_test_id("open-patient").click()
        expect(self.app.get_by_role("heading", level=1)).to_contain_text(self.patient)
        self.accessible(self.app)
        self.app.get_by_test_id("open-programme").first.click()
        picture = self.app.get_by_test_id("picture").first
        picture.wait_for()
        image = picture if picture.evaluate("one => one.tagName") == "IMG" else picture.locator("img").first
        assert image.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0
        assert image.get_attribute("alt")
        self.accessible(self.app)
        self.app.get_by_test_id("back").click()
        self.app.get_by_test_id("back").click()

    def when_he_signs_two_as_performed_and_one_as_declined(self) -> None:
        self.sign("performed")
        self.sign("performed")
        self.sign("not_performed", reason="declined")

    def sign(self, outcome: str, *, reason: str = "") -> None:
        signable = self.app.locator("[data-testid^=occurrence-]").filter(has=self.app.get_by_test_id("sign"))
        occurrence = str(signable.first.get_attribute("data-testid")).removeprefix("occurrence-")
        card = self.app.get_by_test_id(f"occurrence-{occurrence}")
        card.get_by_test_id("sign").click()
        self.app.get_by_test_id("sheet").wait_for()
        if outcome == "performed":
            self.app.get_by_test_id("sign-performed").click()
        else:
            self.app.get_by_test_id("sign-not-performed").click()
            self.accessible(self.app)
            self.app.get_by_test_id(f"reason-{reason}").click()
        expect(self.app.get_by_test_id("signed-toast")).to_be_visible()
        expect(card.get_by_test_id("sign")).to_have_count(0)
        self.signed.append((occurrence, outcome))

    def then_three_are_visibly_unsent(self) -> None:
        expect(self.app.get_by_test_id("unsent-number")).to_have_text("3")
        self.app.get_by_test_id("nav-unsent").click()
        expect(self.app.get_by_test_id("unsent-count")).to_contain_text("3")
        self.accessible(self.app)

    def when_the_network_comes_back(self) -> None:
        self.server.start()
        self.phone.set_offline(False)

    def then_nothing_is_unsent_within_seconds(self) -> None:
        expect(self.app.get_by_test_id("unsent-number")).to_have_count(0, timeout=30_000)

    # At the desk again

    def and_the_office_sees_them_with_both_times(self) -> None:
        self.sign_in_at_the_desk("disa")
        for occurrence, outcome in self.signed:
            line = self.desk.get_by_test_id(f"line-{occurrence}")
            expect(line).to_have_attribute("data-state", outcome)
            assert line.get_by_test_id("performed-at").inner_text().strip()
            assert line.get_by_test_id("received-at").inner_text().strip()
        self.accessible(self.desk)

    def and_the_balance_of_the_day_counts_them(self) -> None:
        self.desk.get_by_test_id("sign-out").click()
        self.server.stop()
        told = balance(self.server.data, unit=UNIT_KEY, day=str(clock.today()))
        lines = {line["occurrence"]: line for line in told["lines"]}
        for occurrence, outcome in self.signed:
            assert lines[occurrence]["state"] == outcome


def test_a_day_of_care_with_the_network_gone_in_the_middle(
    server: Server, open_browser: Opener, accessible: Callable[[Page], None]
) -> None:
    story = Story(server, open_browser, accessible)
    story.given_the_occupational_therapist_at_her_desk()
    story.when_she_opens_a_patient_of_the_care_unit()
    story.and_prescribes_a_programme_three_times_a_week()
    story.given_the_performer_signed_in_on_his_phone()
    story.then_he_sees_todays_list_with_the_new_prescription()
    story.when_the_network_and_the_server_are_gone()
    story.and_the_app_is_closed_and_opened_again()
    story.then_the_programme_shows_its_pictures()
    story.when_he_signs_two_as_performed_and_one_as_declined()
    story.then_three_are_visibly_unsent()
    story.when_the_network_comes_back()
    story.then_nothing_is_unsent_within_seconds()
    story.and_the_office_sees_them_with_both_times()
    story.and_the_balance_of_the_day_counts_them()
