"""From “it does not work” on a phone in a cellar to a disruption that is over: desks decide, phones are told."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.conftest import DESK, PASSWORD, PHONE
from tests.journeys.town import Server

from beredd import clock

pytestmark = pytest.mark.journey
PIN = "274915"
UNIT = "Hemtjänst Skrea"
WORD = "Öppna programmen i Beredd. Ring inte Helpdesk om just detta."
Opener = Callable[..., BrowserContext]


class Story:
    """Bo has a phone; two colleagues use the computer in the staff room; Maria, Ivar and Disa decide at their desks."""

    def __init__(self, server: Server, open_browser: Opener, accessible: Callable[[Page], None]) -> None:
        self.server, self.open_browser, self.accessible = server, open_browser, accessible
        self.desks: dict[str, Page] = {}

    # On the phone

    def given_the_performer_signed_in_on_his_phone(self) -> None:
        self.phone = self.open_browser("phone", PHONE)
        self.app = self.phone.pages[0]
        self.app.goto(f"{self.server.address}/app/")
        self.app.get_by_test_id("username").fill("bo")
        self.app.get_by_test_id("password").fill(PASSWORD)
        self.app.get_by_test_id("sign-in").click()
        for _ in range(2):
            self.app.get_by_test_id("pin-1").wait_for()
            for digit in PIN:
                self.app.get_by_test_id(f"pin-{digit}").click()
        expect(self.app.get_by_test_id("today-date")).to_be_visible()
        expect(self.app.get_by_test_id("as-of")).to_contain_text("Uppgifter från")
        self.app.evaluate("navigator.serviceWorker.ready.then(() => undefined)")

    def when_he_reports_in_three_taps_without_network(self) -> None:
        self.phone.set_offline(True)
        self.app.get_by_test_id("nav-guide").click()
        self.app.get_by_test_id("report").click()
        self.accessible(self.app)
        self.app.get_by_test_id("say-exorlive").click()
        expect(self.app.get_by_test_id("reported")).to_contain_text("skickas av sig själv")
        expect(self.app.get_by_test_id("alone")).to_contain_text("Ta en annan mobil")
        self.accessible(self.app)

    def and_the_network_comes_back(self) -> None:
        self.phone.set_offline(False)
        expect(self.app.get_by_test_id("reported")).to_contain_text("Servern har den")

    def then_his_phone_shows(self, state: str, *words: str) -> None:
        self.app.goto(f"{self.server.address}/app/#/today")
        self.look_again()
        told = self.app.get_by_test_id(f"trouble-{state}")
        for word in words:
            expect(told).to_contain_text(word)
        expect(self.app.get_by_test_id("status-age")).to_contain_text("Så som vi vet")
        self.accessible(self.app)

    def and_still_does_without_network(self, state: str) -> None:
        self.phone.set_offline(True)
        self.look_again()
        expect(self.app.get_by_test_id(f"trouble-{state}")).to_be_visible()

    def when_he_ticks_a_step_meanwhile(self) -> None:
        self.app.get_by_test_id("nav-guide").click()
        self.app.get_by_test_id("option-performer").click()
        self.app.get_by_test_id("situation-phones-down-long").click()
        self.app.get_by_test_id("tick-phones-down-long/paper").click()
        expect(self.app.get_by_test_id("tick-phones-down-long/paper")).to_contain_text("Gjort")
        self.accessible(self.app)
        self.phone.set_offline(False)

    def then_his_phone_is_calm(self) -> None:
        self.app.goto(f"{self.server.address}/app/#/today")
        self.look_again()
        expect(self.app.get_by_test_id("troubles")).to_have_count(0)

    def look_again(self) -> None:
        self.app.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    # At a computer without sign-in

    def when_a_colleague_reports_at_a_computer(self, name: str) -> None:
        page = self.open_browser(name, DESK).pages[0]
        page.goto(f"{self.server.address}/lage/")
        self.accessible(page)
        page.get_by_test_id("report").click()
        self.accessible(page)
        page.get_by_label("ExorLive", exact=True).check()
        page.locator("[name=unit]").select_option(label=UNIT)
        page.get_by_test_id("send").click()
        expect(page.get_by_test_id("reported")).to_be_visible()
        self.accessible(page)

    # At the desks

    def at_the_desk_of(self, username: str) -> Page:
        if username not in self.desks:
            desk = self.open_browser(f"desk-{username}", DESK).pages[0]
            desk.goto(f"{self.server.address}/sign-in")
            desk.fill("#id_username", username)
            desk.fill("#id_password", PASSWORD)
            desk.get_by_test_id("sign-in").click()
            expect(desk.get_by_test_id("user-name")).to_be_visible()
            self.desks[username] = desk
        desk = self.desks[username]
        desk.goto(f"{self.server.address}/disruptions/")
        self.accessible(desk)
        desk.get_by_test_id("open-disruption").get_by_role("link", name="ExorLive").click()
        self.accessible(desk)
        return desk

    def then_a_suspicion_waits_for(self, username: str) -> None:
        desk = self.at_the_desk_of(username)
        expect(desk.get_by_test_id("evidence")).to_contain_text("3 användare")
        expect(desk.get_by_test_id("road").locator("[aria-current=step]")).to_contain_text("Misstänkt")

    def when_it_is_moved_by(self, username: str, move: str, ground: str = "") -> None:
        desk = self.at_the_desk_of(username)
        form = desk.get_by_test_id(f"move-{move}")
        form.locator("summary").click()
        if ground:
            form.locator("textarea").fill(ground)
        self.accessible(desk)
        form.get_by_role("button").click()
        expect(desk.get_by_test_id("message")).to_be_visible()

    def and_the_lead_is_taken_by(self, username: str) -> None:
        desk = self.at_the_desk_of(username)
        desk.get_by_test_id("take-lead").click()
        expect(desk.get_by_test_id("leader")).to_contain_text("Ivar Ström leder sedan")
        self.accessible(desk)

    def and_those_who_wait_are_told_by(self, username: str) -> None:
        desk = self.at_the_desk_of(username)
        form = desk.get_by_test_id("tell")
        desk.get_by_text("Ge ett nytt besked").click()
        form.locator("[name=text]").fill(WORD)
        form.get_by_role("button").click()
        expect(desk.get_by_test_id("last-word")).to_contain_text(WORD)

    def and_paper_is_decided_by(self, username: str) -> None:
        desk = self.at_the_desk_of(username)
        desk.get_by_text("Besluta att en enhet går över till papper").click()
        form = desk.get_by_test_id("begin-paper")
        before = clock.now().astimezone(clock.SWEDEN) - timedelta(minutes=10)
        form.locator("[name=begins_at]").fill(f"{before:%Y-%m-%dT%H:%M}")
        form.locator("[name=ground]").fill("Kvällspasset behöver listor")
        form.get_by_role("button").click()
        expect(desk.get_by_test_id("papers")).to_contain_text(UNIT)

    def and_whom_to_ring_stands_there_for(self, username: str) -> None:
        desk = self.at_the_desk_of(username)
        call = desk.get_by_test_id("call").first
        call.get_by_role("button").click()
        expect(desk.get_by_test_id("call").first.locator(".done")).to_contain_text("Disa Alm")

    def then_the_step_of_the_phone_stands_in_the_list_of(self, username: str) -> None:
        desk = self.at_the_desk_of(username)
        address = desk.url.split("?")[0].rstrip("/")

        def arrived() -> bool:
            desk.goto(f"{address}/steps?list=exorlive-performer")
            return "i mobilen, mottaget" in desk.content()

        for _ in range(40):
            if arrived():
                break
            desk.wait_for_timeout(250)
        expect(desk.get_by_test_id("checklist").first).to_contain_text("Bo Lind")
        self.accessible(desk)

    def and_paper_ends_by(self, username: str) -> None:
        desk = self.at_the_desk_of(username)
        desk.get_by_text("Besluta till när").click()
        form = desk.get_by_test_id("end-paper")
        form.locator("textarea").fill("Fungerar igen")
        form.get_by_role("button").click()
        expect(desk.get_by_test_id("end-paper")).to_have_count(0)

    def then_the_timeline_says_it_all(self, username: str) -> None:
        desk = self.desks[username]
        told = desk.get_by_test_id("timeline")
        for word in ("Misstänkt", "Bekräftad", "Besked gavs", "Konstaterat långvarig", "Papper gäller", "Avslutad"):
            expect(told).to_contain_text(word)
        for who in ("Maria Stål", "Ivar Ström", "Disa Alm", "Beredd, av sig självt"):
            expect(told).to_contain_text(who)


@pytest.fixture
def story(server: Server, open_browser: Opener, accessible: Callable[[Page], None]) -> Story:
    return Story(server, open_browser, accessible)


def test_from_it_does_not_work_to_closed(story: Story) -> None:
    story.given_the_performer_signed_in_on_his_phone()
    story.when_he_reports_in_three_taps_without_network()
    story.and_the_network_comes_back()
    story.when_a_colleague_reports_at_a_computer("staff-room")
    story.when_a_colleague_reports_at_a_computer("reception")
    story.then_a_suspicion_waits_for("maria")
    story.when_it_is_moved_by("maria", "confirm")
    story.and_the_lead_is_taken_by("ivar")
    story.and_those_who_wait_are_told_by("maria")
    story.then_his_phone_shows("confirmed", "ExorLive", WORD)
    story.when_it_is_moved_by("ivar", "declare_long", "Felet är hos leverantören. Klart i morgon.")
    story.and_paper_is_decided_by("disa")
    story.and_whom_to_ring_stands_there_for("disa")
    story.then_his_phone_shows("long", "långvarig störning", "Signera på papper")
    story.and_still_does_without_network("long")
    story.when_he_ticks_a_step_meanwhile()
    story.then_the_step_of_the_phone_stands_in_the_list_of("disa")
    story.when_it_is_moved_by("ivar", "recover", "Provat i tre mobiler")
    story.and_paper_ends_by("disa")
    story.when_it_is_moved_by("maria", "close")
    story.then_the_timeline_says_it_all("maria")
    story.then_his_phone_is_calm()
