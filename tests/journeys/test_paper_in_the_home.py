"""Paper in a home: printed at a desk, its code read by a phone's camera without network, known at the desk."""

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.camera import camera, film_of
from tests.journeys.conftest import DESK, PASSWORD, PHONE
from tests.journeys.town import Server, beredd

from beredd.ids import entity_id
from beredd.paper.rules.sheet import show_sheet_id

pytestmark = pytest.mark.journey
PIN = "274915"
UNIT_KEY = "skrea"
Opener = Callable[..., BrowserContext]


class Story:
    """A prescription is printed; Bo takes it along, with a phone."""

    def __init__(self, server: Server, open_browser: Opener, accessible: Callable[[Page], None], folder: Path) -> None:
        self.server, self.open_browser, self.accessible, self.folder = server, open_browser, accessible, folder

    def given_a_prescription_printed_for_a_patient(self) -> None:
        prescribed = {row["patient"] for row in self.table("ordinationer")}
        of_unit = [row["nyckel"] for row in self.table("patienter") if row["omsorgsenhet"] == UNIT_KEY]
        keys = [key for key in of_unit if key in prescribed]
        self.patient, self.other = (str(entity_id("patient", key)) for key in keys[-2:])
        out = self.folder / "paper.pdf"
        told = json.loads(beredd(self.server.data, "print", "patient", keys[-2], "--out", str(out), "--json"))
        self.sheet = show_sheet_id(told["sheets"][0]["id"])
        beredd(self.server.data, "print", "patient", keys[-1], "--out", str(self.folder / "other.pdf"))
        self.film = film_of(out, self.folder / "camera.y4m")

    def table(self, name: str) -> list[dict[str, str]]:
        with (self.server.data / "demo" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))

    def and_a_phone_with_a_camera(self) -> None:
        self.and_a_phone(camera(self.film))

    def and_a_phone(self, more: Sequence[str] = ()) -> None:
        self.phone = self.open_browser("phone", PHONE, more)
        self.app = self.phone.pages[0]
        self.app.goto(f"{self.server.address}/app/")
        self.app.get_by_test_id("username").fill("bo")
        self.app.get_by_test_id("password").fill(PASSWORD)
        self.app.get_by_test_id("sign-in").click()
        for _time in range(2):
            self.app.get_by_test_id("pin-1").wait_for()
            for digit in PIN:
                self.app.get_by_test_id(f"pin-{digit}").click()
        expect(self.app.get_by_test_id("today-date")).to_be_visible()
        self.app.evaluate("navigator.serviceWorker.ready.then(() => undefined)")

    def when_the_network_is_gone(self) -> None:
        self.app.goto(f"{self.server.address}/app/#/patient/{self.patient}")
        self.app.get_by_test_id("open-paper").wait_for()
        self.phone.set_offline(True)

    def and_he_opens_what_is_to_be_done_with_paper(self) -> None:
        self.app.get_by_test_id("open-paper").click()
        self.jobs = self.app.get_by_test_id("job-place")
        expect(self.jobs.filter(has_text=self.sheet)).to_have_count(1)
        self.before = self.jobs.count()
        self.accessible(self.app)

    def when_without_a_camera_he_types_a_slip(self) -> None:
        self.app.get_by_test_id("read-sheet").click()
        expect(self.app.get_by_test_id("no-camera")).to_be_visible()
        wrong = ("A" if self.sheet[0] != "A" else "B") + self.sheet[1:]
        self.app.get_by_test_id("sheet-number").fill(wrong)
        self.app.get_by_test_id("sheet-typed").click()

    def then_he_is_told_and_types_it_right(self) -> None:
        expect(self.app.get_by_test_id("sheet-slip")).to_be_visible()
        self.accessible(self.app)
        self.app.get_by_test_id("sheet-number").fill(self.sheet.lower())
        self.app.get_by_test_id("sheet-typed").click()
        expect(self.app.get_by_test_id("held-number")).to_have_text(self.sheet)

    def then_the_camera_reads_the_sheet(self) -> None:
        self.app.get_by_test_id("read-sheet").click()
        expect(self.app.get_by_test_id("held-number")).to_have_text(self.sheet)
        self.accessible(self.app)

    def when_he_says_that_it_lies_there(self) -> None:
        self.app.get_by_test_id("say-placed").click()

    def then_it_is_done_and_visibly_unsent(self) -> None:
        expect(self.app.get_by_test_id("paper-saved")).to_contain_text(self.sheet)
        expect(self.jobs).to_have_count(self.before - 1)
        expect(self.app.get_by_test_id("lying")).to_contain_text(self.sheet)
        expect(self.app.get_by_test_id("unsent-number")).to_have_text("1")

    def and_in_another_home_the_same_sheet_is_stopped(self) -> None:
        self.app.goto(f"{self.server.address}/app/#/patient/{self.other}/paper")
        self.app.get_by_test_id("read-sheet").click()
        expect(self.app.get_by_test_id("anothers-sheet")).to_be_visible()
        expect(self.app.get_by_test_id("say-placed")).to_have_count(0)

    def when_the_network_is_back_the_desk_knows(self) -> None:
        self.phone.set_offline(False)
        self.app.get_by_test_id("nav-unsent").click()
        expect(self.app.get_by_test_id("unsent-number")).to_have_count(0)
        desk = self.open_browser("desk", DESK).pages[0]
        desk.goto(f"{self.server.address}/sign-in")
        desk.fill("#id_username", "disa")
        desk.fill("#id_password", PASSWORD)
        desk.get_by_test_id("sign-in").click()
        desk.goto(f"{self.server.address}/paper/sheets/?number={self.sheet}")
        expect(desk.get_by_test_id("sheet-number")).to_have_text(self.sheet)
        expect(desk.get_by_test_id("steps")).to_contain_text("Bo Lind")
        self.accessible(desk)


def test_paper_is_placed_by_its_code_without_network(
    server: Server, open_browser: Opener, accessible: Callable[[Page], None], tmp_path: Path
) -> None:
    story = Story(server, open_browser, accessible, tmp_path)
    story.given_a_prescription_printed_for_a_patient()
    story.and_a_phone_with_a_camera()
    story.when_the_network_is_gone()
    story.and_he_opens_what_is_to_be_done_with_paper()
    story.then_the_camera_reads_the_sheet()
    story.when_he_says_that_it_lies_there()
    story.then_it_is_done_and_visibly_unsent()
    story.and_in_another_home_the_same_sheet_is_stopped()
    story.when_the_network_is_back_the_desk_knows()


def test_without_a_camera_the_number_is_typed_and_a_slip_is_told(
    server: Server, open_browser: Opener, accessible: Callable[[Page], None], tmp_path: Path
) -> None:
    story = Story(server, open_browser, accessible, tmp_path)
    story.given_a_prescription_printed_for_a_patient()
    story.and_a_phone()
    story.when_the_network_is_gone()
    story.and_he_opens_what_is_to_be_done_with_paper()
    story.when_without_a_camera_he_types_a_slip()
    story.then_he_is_told_and_types_it_right()
