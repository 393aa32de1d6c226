"""No coverage at a home, visit after visit: phones tell of it, who prescribes decides, the pack has paper for it."""

from collections.abc import Callable
from datetime import timedelta

import httpx
import msgspec
import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect
from tests.journeys.conftest import DESK, PASSWORD, PHONE
from tests.journeys.town import Server

from beredd import clock
from beredd.sync.factories import Phone, told
from beredd.sync.wire import EnrolReply, IntakeReply

pytestmark = pytest.mark.journey
PIN = "274915"
UNIT = "Hemtjänst Skrea"
INTERVENTION = "Resa sig vid behov"
EARLIER = 3  # visits, on as many days
Opener = Callable[..., BrowserContext]


class Story:
    """Alva prescribes, Bo and his colleagues visit, each with a phone, and Disa prints for the unit."""

    def __init__(self, server: Server, open_browser: Opener, accessible: Callable[[Page], None]) -> None:
        self.server, self.open_browser, self.accessible = server, open_browser, accessible

    def given_a_patient_with_something_to_sign_at_any_time(self) -> None:
        self.desk = self.desk_of("alva")
        self.desk.goto(f"{self.server.address}/patients?page=99")  # the last; the demo's own stories are on the first
        links = self.desk.get_by_test_id("patients").get_by_role("row").filter(has_text=UNIT).get_by_role("link")
        self.other, self.patient = [str(one.get_attribute("href")) for one in links.all()][-2:]
        self.desk.goto(f"{self.server.address}{self.patient}")
        self.name = self.desk.get_by_test_id("patient-name").inner_text().strip()
        self.desk.get_by_test_id("new-prescription").click()
        self.desk.fill("#id_intervention", INTERVENTION)
        self.desk.locator("input[name=form][value=as_needed]").check()
        self.desk.locator("input[name=basis][value=instruction]").check()
        self.desk.get_by_test_id("check-answers").click()
        self.desk.get_by_test_id("prescribe").click()
        expect(self.desk.get_by_text(INTERVENTION).first).to_be_visible()

    def desk_of(self, username: str) -> Page:
        desk = self.open_browser(f"desk-{username}", DESK).pages[0]
        desk.goto(f"{self.server.address}/sign-in")
        desk.fill("#id_username", username)
        desk.fill("#id_password", PASSWORD)
        desk.get_by_test_id("sign-in").click()
        expect(desk.get_by_test_id("user-name")).to_be_visible()
        return desk

    def and_colleagues_phones_that_have_told_of_visits_without_contact(self) -> None:
        """Over the same protocol; too few visits yet to say anything of the home."""
        phone = Phone()
        with httpx.Client(base_url=f"{self.server.address}/api/v1/") as line:
            asked = {"protocol": 1, "username": "bo", "password": PASSWORD, "device_name": "Telefon 2"}
            enrolled = line.post("enrol", json={**asked, "device_key": phone.point, "now": told(clock.now())})
            phone.enrolled(msgspec.json.decode(enrolled.content, type=EnrolReply))
            for days in range(EARLIER, 0, -1):
                began = clock.now() - timedelta(days=days)
                ended = began + timedelta(minutes=20)
                stay = {"began_at": told(began), "ended_at": told(ended), "lost": [{"lost_at": told(began)}]}
                phone.tell("home.stay", {"home": self.patient.strip("/").split("/")[1], **stay}, at=clock.now())
            batch = msgspec.json.encode(phone.batch())
            headers = {"Authorization": phone.authorization, "Content-Type": "application/json"}
            reply = line.post("intake", content=batch, headers=headers)
        answers = msgspec.json.decode(reply.content, type=IntakeReply).answers
        assert [one.answer for one in answers] == ["taken"] * EARLIER

    def then_nothing_is_proposed_yet(self) -> None:
        self.desk.goto(f"{self.server.address}{self.patient}home-coverage/")
        expect(self.desk.get_by_test_id("ground")).to_contain_text(f"{EARLIER} av {EARLIER} besök")
        expect(self.desk.get_by_test_id("accept-proposal")).to_have_count(0)
        self.accessible(self.desk)

    # On the phone

    def given_the_performer_on_his_way_there(self) -> None:
        self.phone = self.open_browser("phone", PHONE)
        self.app = self.phone.pages[0]
        self.app.goto(f"{self.server.address}/app/")
        self.app.get_by_test_id("username").fill("bo")
        self.app.get_by_test_id("password").fill(PASSWORD)
        self.app.get_by_test_id("sign-in").click()
        for _time in range(2):
            self.app.get_by_test_id("pin-1").wait_for()
            for digit in PIN:
                self.app.get_by_test_id(f"pin-{digit}").click()
        expect(self.app.get_by_test_id("as-of")).to_contain_text("Uppgifter från")
        self.app.evaluate("navigator.serviceWorker.ready.then(() => undefined)")

    def when_the_network_is_lost_at_the_door_and_he_signs_all_the_same(self) -> None:
        self.phone.set_offline(True)
        self.app.goto(f"{self.server.address}/app/#{self.patient.rstrip('/')}")
        self.app.get_by_test_id("sign-as-needed").first.click()
        self.app.get_by_test_id("sign-performed").click()
        expect(self.app.get_by_test_id("signed-toast")).to_be_visible()

    def then_he_sees_his_signature_waiting_and_nothing_else(self) -> None:
        self.app.goto(f"{self.server.address}/app/#{self.other.rstrip('/')}")
        expect(self.app.get_by_test_id("unsent-number")).to_have_text("1")

    def when_he_has_network_again_his_phone_tells_of_the_visit(self) -> None:
        def tells(request: Request) -> bool:
            return "intake" in request.url and "home.stay" in (request.post_data or "")

        with self.app.expect_request_finished(tells):
            self.phone.set_offline(False)
        expect(self.app.get_by_test_id("unsent-number")).to_have_count(0)

    # At the desk again

    def then_it_waits_on_the_start_page_of_who_prescribes(self) -> None:
        self.desk.goto(f"{self.server.address}/")
        waiting = self.desk.get_by_test_id("coverage-waiting")
        expect(waiting).to_contain_text(f"{self.name}: Aldrig någon täckning. Vid 4 av 4 besök")
        self.accessible(self.desk)
        waiting.get_by_role("link", name=self.name).click()

    def when_she_decides_on_paper_with_one_press(self) -> None:
        expect(self.desk.get_by_test_id("home-visits")).to_have_count(1)
        self.accessible(self.desk)
        self.desk.get_by_test_id("accept-proposal").click()
        expect(self.desk.get_by_test_id("paper-decided")).to_contain_text("Alva Lindqvist")
        expect(self.desk.get_by_test_id("accept-proposal")).to_have_count(0)
        self.desk.goto(f"{self.server.address}/paper/home-coverage/")
        expect(self.desk.get_by_test_id("coverage-proposals")).not_to_contain_text(self.name)
        self.accessible(self.desk)

    def then_the_units_pack_has_paper_for_the_patient_with_that_reason(self) -> None:
        desk = self.desk_of("disa")
        desk.goto(f"{self.server.address}/paper/")
        desk.get_by_test_id("look").click()
        line = desk.get_by_test_id("coming").get_by_role("row").filter(has_text=self.name)
        expect(line).to_contain_text("Ingen täckning")


def test_a_home_without_coverage_gets_paper(
    server: Server, open_browser: Opener, accessible: Callable[[Page], None]
) -> None:
    story = Story(server, open_browser, accessible)
    story.given_a_patient_with_something_to_sign_at_any_time()
    story.and_colleagues_phones_that_have_told_of_visits_without_contact()
    story.then_nothing_is_proposed_yet()
    story.given_the_performer_on_his_way_there()
    story.when_the_network_is_lost_at_the_door_and_he_signs_all_the_same()
    story.then_he_sees_his_signature_waiting_and_nothing_else()
    story.when_he_has_network_again_his_phone_tells_of_the_visit()
    story.then_it_waits_on_the_start_page_of_who_prescribes()
    story.when_she_decides_on_paper_with_one_press()
    story.then_the_units_pack_has_paper_for_the_patient_with_that_reason()
