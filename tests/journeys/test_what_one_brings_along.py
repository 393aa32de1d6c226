"""An exercise of one's own with a photo, and a programme from another system: written at the desk, at hand offline."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.conftest import DESK, PASSWORD, PHONE
from tests.journeys.town import Server

from beredd.care.tests.files import CAMERA, pdf, photo, picture

pytestmark = pytest.mark.journey
PIN = "274915"
UNIT, INTERVENTION, NAME = "Hemtjänst Skrea", "Träning från ExorLive", "Starka ben från ExorLive"
EXERCISE = "Knyta skorna på pall"
Opener = Callable[..., BrowserContext]


class Story:
    """Alva sits at a desk, Bo has a phone."""

    def __init__(self, server: Server, open_browser: Opener, accessible: Callable[[Page], None], folder: Path) -> None:
        self.server, self.open_browser, self.accessible, self.folder = server, open_browser, accessible, folder

    def given_alva_at_her_desk(self) -> None:
        self.desk = self.open_browser("desk", DESK).pages[0]
        self.desk.goto(f"{self.server.address}/sign-in")
        self.desk.fill("#id_username", "alva")
        self.desk.fill("#id_password", PASSWORD)
        self.desk.get_by_test_id("sign-in").click()
        self.desk.get_by_test_id("menu-library").click()
        self.accessible(self.desk)

    def when_she_writes_an_exercise_that_the_library_lacks(self) -> None:
        self.desk.get_by_test_id("new-exercise").click()
        self.accessible(self.desk)
        self.desk.fill("#id_name", EXERCISE)
        self.desk.fill("#id_start", "Sitt på stolen med foten på en pall.")
        self.desk.fill("#id_how", "Böj dig fram.\nKnyt skon.")
        self.desk.fill("#id_watch", "Res dig långsamt upp igen.")
        self.desk.select_option("#id_position", "sitting")
        self.desk.select_option("#id_function", "daily_life")
        self.desk.select_option("#id_region", "whole_body")
        self.desk.get_by_test_id("save").click()
        expect(self.desk.get_by_role("heading", level=1)).to_have_text(EXERCISE)
        self.accessible(self.desk)

    def and_a_photo_of_somebody_who_has_agreed(self) -> None:
        file = self.folder / "IMG_2041.jpg"
        file.write_bytes(photo(picture(), turned=6))
        self.desk.get_by_test_id("add-photo").click()
        expect(self.desk.locator("#id_consent_by")).to_be_hidden()
        self.desk.locator("input[name=person][value=yes]").check()
        self.desk.fill("#id_consent_by", "Greta Holm")
        self.desk.fill("#id_consent_on", "2026-01-02")
        self.accessible(self.desk)
        self.desk.set_input_files("#id_file", file)
        self.desk.fill("#id_alt", "En kvinna böjer sig fram mot skon.")
        self.desk.get_by_test_id("save-photo").click()
        expect(self.desk.get_by_test_id("photo")).to_contain_text("Greta Holm samtyckte 2 jan 2026")
        self.accessible(self.desk)
        shown = self.desk.get_by_role("img", name="En kvinna böjer sig fram mot skon.")
        assert shown.evaluate("one => [one.naturalWidth, one.naturalHeight]") == [768, 1024]  # upright
        sent = self.desk.request.get(f"{self.server.address}{shown.get_attribute('src')}").body()
        assert b"Exif" not in sent and CAMERA.encode() not in sent

    def then_it_is_found_as_one_types(self) -> None:
        self.desk.get_by_test_id("menu-library").click()
        with self.desk.expect_response(lambda answer: "/library/found" in answer.url):
            self.desk.get_by_test_id("search-words").press_sequentially("knyta skorr")
        expect(self.desk.get_by_test_id("found").get_by_role("link").first).to_have_text(EXERCISE)
        self.accessible(self.desk)

    def when_she_prescribes_what_was_printed_in_another_system(self) -> None:
        file = self.folder / "Träningsprogram (3).pdf"
        file.write_bytes(pdf("Knäböj vid diskbänk", "Tåhävning"))
        self.desk.goto(f"{self.server.address}/patients")
        self.desk.get_by_test_id("patients").get_by_role("row").filter(has_text=UNIT).first.get_by_role("link").click()
        self.patient = self.desk.url.rstrip("/").rsplit("/", 1)[1]
        self.desk.get_by_test_id("new-prescription").click()
        self.desk.fill("#id_intervention", INTERVENTION)
        self.desk.get_by_test_id("take-printout").click()
        self.accessible(self.desk)
        self.desk.set_input_files("#id_file", file)
        self.desk.fill("#id_name", NAME)
        self.desk.fill("#id_dated", "2026-01-02")
        self.desk.get_by_test_id("take-in").click()
        expect(self.desk.get_by_role("heading", level=1)).to_have_text(NAME)
        self.accessible(self.desk)
        self.desk.get_by_test_id("use").click()
        expect(self.desk.locator("#id_intervention")).to_have_value(INTERVENTION)
        self.desk.locator("input[name=form][value=times_per_week]").check()
        self.desk.fill("#id_times_per_week", "3")
        self.desk.locator("input[name=basis][value=instruction]").check()
        self.desk.get_by_test_id("check-answers").click()
        self.desk.get_by_test_id("prescribe").click()
        expect(self.desk.get_by_text(INTERVENTION).first).to_be_visible()

    def then_the_phone_shows_the_pages_without_network(self) -> None:
        phone = self.open_browser("phone", PHONE)
        app = phone.pages[0]
        app.goto(f"{self.server.address}/app/")
        app.get_by_test_id("username").fill("bo")
        app.get_by_test_id("password").fill(PASSWORD)
        app.get_by_test_id("sign-in").click()
        for _ in range(2):
            app.get_by_test_id("pin-1").wait_for()
            app.keyboard.type(PIN)
        app.get_by_test_id(f"patient-{self.patient}").wait_for()
        app.wait_for_load_state("networkidle")
        phone.set_offline(True)
        app.get_by_test_id(f"patient-{self.patient}").get_by_test_id("open-patient").click()
        card = app.locator("[data-testid^=prescription-]").filter(has_text=INTERVENTION)
        card.get_by_test_id("open-programme").click()
        expect(app.get_by_test_id("page-picture")).to_have_count(2)
        first = app.get_by_test_id("page-1")
        assert first.get_by_test_id("page-picture").evaluate("one => one.decode().then(() => one.naturalWidth)") >= 1000
        narrow = first.get_by_test_id("page-picture").evaluate("one => one.clientWidth")
        first.get_by_test_id("larger").click()
        assert first.get_by_test_id("page-picture").evaluate("one => one.clientWidth") > 1.4 * narrow
        first.get_by_text("Läs sidan som text").click()
        expect(first).to_contain_text("Knäböj vid diskbänk")
        self.accessible(app)


def test_what_one_brings_along(
    server: Server, open_browser: Opener, accessible: Callable[[Page], None], tmp_path: Path
) -> None:
    story = Story(server, open_browser, accessible, tmp_path)
    story.given_alva_at_her_desk()
    story.when_she_writes_an_exercise_that_the_library_lacks()
    story.and_a_photo_of_somebody_who_has_agreed()
    story.then_it_is_found_as_one_types()
    story.when_she_prescribes_what_was_printed_in_another_system()
    story.then_the_phone_shows_the_pages_without_network()
