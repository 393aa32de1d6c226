"""A programme is built by keyboard alone, ordered by hand too, signed, prescribed, and changed in a second version."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.conftest import DESK, PASSWORD
from tests.journeys.town import Server

pytestmark = pytest.mark.journey
UNIT, INTERVENTION, NAME = "Hemtjänst Skrea", "Benträning hemma", "Gretas ben"
FARTHEST = 150  # presses of Tab, from anywhere on a page to anywhere on it
FOCUSED = "document.activeElement?.dataset.testid ?? ''"
Opener = Callable[..., BrowserContext]


class Story:
    """Alva at her desk; until she drags, she touches no mouse."""

    def __init__(self, server: Server, open_browser: Opener, accessible: Callable[[Page], None]) -> None:
        self.server, self.accessible = server, accessible
        self.page = open_browser("desk", DESK).pages[0]

    def tab_to(self, name: str) -> None:
        for _ in range(FARTHEST):
            if self.page.evaluate(FOCUSED) == name:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{name} cannot be reached by Tab")

    def press(self, name: str) -> None:
        self.tab_to(name)
        self.page.keyboard.press("Enter")

    def write(self, name: str, text: str) -> None:
        self.tab_to(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def names(self) -> list[str]:
        headings = self.page.get_by_test_id("lines").get_by_role("heading")
        return [text.split(". ", 1)[1] for text in headings.all_inner_texts()]

    def in_order(self, *names: str) -> None:
        headings = self.page.get_by_test_id("lines").get_by_role("heading")
        expect(headings).to_have_text([f"{place}. {name}" for place, name in enumerate(names, start=1)])

    def until_kept(self, address: str, text: str) -> None:
        """What a page sends as it is left may arrive after the next one is asked for."""
        assert any(text in self.page.request.get(address).text() for _ in range(100))

    def said(self, text: str) -> None:
        expect(self.page.get_by_test_id("said")).to_contain_text(text)

    def given_the_physiotherapist_prescribing_for_a_patient(self) -> None:
        page = self.page
        page.goto(f"{self.server.address}/sign-in")
        page.fill("#id_username", "alva")
        page.fill("#id_password", PASSWORD)
        page.get_by_test_id("sign-in").click()
        page.goto(f"{self.server.address}/patients")
        page.get_by_test_id("patients").get_by_role("row").filter(has_text=UNIT).first.get_by_role("link").click()
        self.press("new-prescription")
        page.wait_for_url("**/prescribe")
        page.locator("#id_intervention").focus()
        page.keyboard.type(INTERVENTION)

    def when_no_programme_fits_she_begins_one(self) -> None:
        self.press("write-programme")
        expect(self.page.locator("#id_name")).to_be_visible()
        self.accessible(self.page)
        self.page.locator("#id_name").focus()
        self.page.keyboard.type(NAME)
        self.press("begin")
        expect(self.page.get_by_test_id("saved")).to_be_visible()
        self.accessible(self.page)

    def and_finds_three_exercises_one_of_them_misspelt(self) -> None:
        for number, words in enumerate(("resa sig från stol", "ballans", "tåhävning"), start=1):
            self.write("search-words", words)
            with self.page.expect_response(lambda answer: "/found" in answer.url):
                self.page.keyboard.press("Enter")
            self.press("add")
            expect(self.page.get_by_test_id("line")).to_have_count(number)
            self.said(f"lades till som nummer {number}")
            self.page.get_by_test_id("search-words").focus()
        self.built = self.names()
        self.accessible(self.page)

    def and_gives_the_first_another_dose_and_a_note(self) -> None:
        self.write("sets", "tre")
        self.page.keyboard.press("Tab")
        expect(self.page.get_by_test_id("wrong-line").first).to_contain_text("Skriv ett tal")
        self.accessible(self.page)
        self.page.get_by_test_id("sets").first.focus()
        self.write("sets", "3")
        self.write("note", "Stå nära")
        self.page.keyboard.press("Tab")
        expect(self.page.get_by_test_id("wrong-line").first).to_have_text("")
        expect(self.page.get_by_test_id("saved")).to_contain_text(f"Ändrade {self.built[0]}")

    def when_she_moves_it_down_by_alt_and_arrow_the_focus_goes_along(self) -> None:
        first, second, third = self.built
        self.page.get_by_test_id("note").first.focus()
        self.page.keyboard.press("Alt+ArrowDown")
        self.said(f"{first} är nu nummer 2 av 3")
        self.in_order(second, first, third)
        assert self.page.evaluate("document.activeElement.id") == "note-1"

    def and_removes_one_undo_is_under_her_finger(self) -> None:
        first, second, third = self.built
        self.page.get_by_test_id("remove").last.focus()
        self.page.keyboard.press("Enter")
        self.said(f"{third} togs bort")
        self.in_order(second, first)
        assert self.page.evaluate(FOCUSED) == "undo"
        self.page.keyboard.press("Enter")
        self.said("Ångrat")
        self.in_order(second, first, third)

    def when_the_page_is_opened_again_everything_is_there_and_can_still_be_undone(self) -> None:
        first, second, third = self.built
        self.page.get_by_test_id("note").last.focus()
        self.page.keyboard.type("Håll i bordet")
        draft = self.page.url
        self.page.goto("about:blank")  # with the cursor still in the field
        self.until_kept(draft, "Håll i bordet")
        self.page.goto(draft)
        self.in_order(second, first, third)
        expect(self.page.get_by_test_id("note").last).to_have_value("Håll i bordet")
        self.press("undo")
        expect(self.page.get_by_test_id("note").last).to_have_value("")
        expect(self.page.get_by_test_id("sets").nth(1)).to_have_value("3")
        self.press("undo")
        self.in_order(first, second, third)
        self.press("redo")
        self.in_order(second, first, third)

    def when_she_drags_the_last_to_the_top(self) -> None:
        first, second, third = self.built
        page = self.page
        page.locator("[data-sortable][data-ready]").wait_for()
        grips = page.locator("[data-grip]")
        grips.last.scroll_into_view_if_needed()
        start = grips.last.bounding_box()
        assert start
        page.mouse.move(start["x"] + 5, start["y"] + start["height"] / 2)
        page.mouse.down()
        top = page.get_by_test_id("line").first.bounding_box()
        assert top
        page.mouse.move(start["x"] + 5, top["y"] + 40, steps=12)
        for nudge in range(FARTHEST):  # the others make room at their own pace
            if page.get_by_test_id("line").first.get_attribute("data-line") == "3":
                break
            page.mouse.move(start["x"] + 5, top["y"] + 5 + nudge % 3)
        page.mouse.up()
        self.said(f"{third} är nu nummer 1 av 3")
        self.in_order(third, second, first)

    def then_the_preview_shows_phone_and_paper(self) -> None:
        self.page.get_by_test_id("preview").click()
        expect(self.page.get_by_test_id("phone")).to_contain_text("3 omgångar")
        sheet = self.page.get_by_test_id("sheet")
        assert sheet.evaluate("one => one.decode().then(() => one.naturalWidth)") > 500
        pdf = self.page.request.get(
            f"{self.server.address}{self.page.get_by_test_id('open-pdf').get_attribute('href')}"
        )
        assert pdf.body()[:5] == b"%PDF-"
        self.accessible(self.page)

    def when_she_has_checked_it_she_signs_and_it_is_locked(self) -> None:
        self.press("check")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Kontrollera innan du signerar")
        self.accessible(self.page)
        self.press("sign")
        expect(self.page.get_by_test_id("locked")).to_contain_text("Version 1, signerad av Alva")
        self.programme = self.page.url
        self.accessible(self.page)

    def then_the_prescription_she_had_begun_is_as_she_left_it_with_the_programme(self) -> None:
        self.press("use")
        expect(self.page.locator("#id_intervention")).to_have_value(INTERVENTION)
        expect(self.page.locator("#id_programme option:checked")).to_have_text(NAME)
        self.page.locator("input[name=form][value=times_per_week]").check()
        self.page.fill("#id_times_per_week", "3")
        self.page.locator("input[name=basis][value=instruction]").check()
        self.page.get_by_test_id("check-answers").click()
        self.page.get_by_test_id("prescribe").click()
        expect(self.page.get_by_text(INTERVENTION).first).to_be_visible()

    def when_she_changes_it_in_a_second_version_she_sees_what_has_changed(self) -> None:
        self.page.goto(self.programme)
        self.press("new-version")
        expect(self.page.get_by_test_id("changes")).to_have_text("Ingenting.")
        self.page.get_by_test_id("remove").last.focus()
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_test_id("changes")).to_contain_text(f"Borttagen{self.built[0]}")
        self.page.get_by_test_id("check").click()
        expect(self.page.get_by_test_id("changes")).to_contain_text(self.built[0])
        self.accessible(self.page)
        self.press("sign")

    def then_the_prescription_is_offered_the_newest(self) -> None:
        expect(self.page.get_by_test_id("locked")).to_contain_text("Version 2")
        expect(self.page.get_by_test_id("uses")).to_contain_text(INTERVENTION)
        expect(self.page.get_by_test_id("take-newest")).to_be_visible()
        self.accessible(self.page)
        self.page.goto(f"{self.server.address}/programmes/")
        expect(self.page.get_by_test_id("templates")).not_to_contain_text(NAME)
        self.accessible(self.page)


def test_a_programme_is_built_signed_and_changed(
    server: Server, open_browser: Opener, accessible: Callable[[Page], None]
) -> None:
    story = Story(server, open_browser, accessible)
    story.given_the_physiotherapist_prescribing_for_a_patient()
    story.when_no_programme_fits_she_begins_one()
    story.and_finds_three_exercises_one_of_them_misspelt()
    story.and_gives_the_first_another_dose_and_a_note()
    story.when_she_moves_it_down_by_alt_and_arrow_the_focus_goes_along()
    story.and_removes_one_undo_is_under_her_finger()
    story.when_the_page_is_opened_again_everything_is_there_and_can_still_be_undone()
    story.when_she_drags_the_last_to_the_top()
    story.then_the_preview_shows_phone_and_paper()
    story.when_she_has_checked_it_she_signs_and_it_is_locked()
    story.then_the_prescription_she_had_begun_is_as_she_left_it_with_the_programme()
    story.when_she_changes_it_in_a_second_version_she_sees_what_has_changed()
    story.then_the_prescription_is_offered_the_newest()
