"""A phone in use tries what the municipality has named, tells when something is ill, and brings it to a report."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.conftest import DESK, PASSWORD
from tests.journeys.test_a_disruption import PIN, Story
from tests.journeys.town import Server, free_port

pytestmark = pytest.mark.journey
PLAN = """
every_seconds = 3600
phones_every_seconds = 60
timeout_seconds = 5
slow_seconds = 4
certificate_days = 14
[titles]
exorlive = "ExorLive"
beredd = "Beredd"
[[target]]
key = "exorlive.app"
kind = "told"
phones = ["{address}"]
[[target]]
key = "beredd"
kind = "told"
"""


class ExorLive:
    """A real web server on this machine, that says what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}/favicon.ico"

    def start(self) -> None:
        asked = self.asked

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(dict(self.headers))
                with suppress(ConnectionError):
                    self.send_response(200)
                    self.send_header("Content-Length", "0")
                    self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.web = ThreadingHTTPServer(("127.0.0.1", self.port), Answer)
        self.thread = Thread(target=self.web.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()

    def stop(self) -> None:
        self.web.shutdown()
        self.web.server_close()
        self.thread.join()


@pytest.fixture
def exorlive() -> Iterator[ExorLive]:
    web = ExorLive()
    web.start()
    yield web
    with suppress(OSError):
        web.stop()


class Looking(Story):
    def when_it_is_named_what_phones_may_try(self, exorlive: ExorLive) -> None:
        self.exorlive = exorlive
        (self.server.data / "probes.toml").write_text(PLAN.format(address=exorlive.address), encoding="utf-8")

    def then_the_page_that_lies_on_the_phone_may_reach_it(self) -> None:
        for _ in range(30):
            self.when_minutes_pass()
            self.app.wait_for_timeout(500)
            policy = self.app.evaluate(
                "caches.match('/app/').then(page => page.headers.get('Content-Security-Policy'))"
            )
            if self.exorlive.address in policy:
                break
        assert self.exorlive.address in policy and not self.exorlive.asked
        self.app.reload()
        self.unlock()

    def given_a_phone_whose_clock_can_be_turned(self) -> None:
        self.given_the_performer_signed_in_on_his_phone()
        self.app.clock.install()
        self.app.reload()
        self.unlock()

    def unlock(self) -> None:
        """It locks by itself when minutes pass."""
        pad, open_app = self.app.get_by_test_id("pin-1"), self.app.get_by_test_id("as-of")
        expect(pad.or_(open_app)).to_be_visible()
        if pad.is_visible():
            for digit in PIN:
                self.app.get_by_test_id(f"pin-{digit}").click()
        expect(open_app).to_contain_text("Uppgifter från")

    def when_minutes_pass(self) -> None:
        self.unlock()
        self.app.clock.fast_forward("02:00")

    def then_exorlive_was_asked_by_nobody_in_particular(self) -> None:
        for _ in range(30):
            self.when_minutes_pass()
            self.app.wait_for_timeout(500)
            if self.exorlive.asked:
                break
        (first, *_rest) = self.exorlive.asked
        assert not {"Cookie", "Referer", "Authorization"} & set(first)

    def and_the_page_reaches_nothing_else(self) -> None:
        other = f"http://127.0.0.1:{free_port()}/"
        told = self.app.evaluate(
            """address => new Promise(done => {
                 document.addEventListener("securitypolicyviolation", () => done("barred"), { once: true });
                 fetch(address, { mode: "no-cors" }).catch(() => undefined);
               })""",
            other,
        )
        assert told == "barred"

    def and_tells_nothing_while_all_is_well(self) -> None:
        assert "en mobil i" not in self.at_the_measurements()

    def at_the_measurements(self) -> str:
        if "ivar" not in self.desks:
            desk = self.desks["ivar"] = self.open_browser("desk-ivar", DESK).pages[0]
            desk.goto(f"{self.server.address}/sign-in")
            desk.fill("#id_username", "ivar")
            desk.fill("#id_password", PASSWORD)
            desk.get_by_test_id("sign-in").click()
            expect(desk.get_by_test_id("user-name")).to_be_visible()
        self.desks["ivar"].goto(f"{self.server.address}/disruptions/seen")
        return self.desks["ivar"].content()

    def then_the_measurements_say(self, *words: str) -> None:
        for _ in range(30):
            self.when_minutes_pass()
            self.app.wait_for_timeout(500)
            self.at_the_measurements()
            row = self.desks["ivar"].get_by_test_id("seen-table").get_by_role("row").filter(has_text="ExorLive")
            found = " ".join(row.all_inner_texts())
            if all(word in found for word in words):
                return
        raise AssertionError(found)

    def then_a_report_says_what_the_phone_had_tried(self) -> None:
        self.unlock()
        self.app.get_by_test_id("nav-guide").click()
        self.app.get_by_test_id("report").click()
        self.app.get_by_test_id("say-exorlive").click()
        expect(self.app.get_by_test_id("reported")).to_contain_text("Servern har den")
        desk = self.desks["ivar"]
        desk.goto(f"{self.server.address}/disruptions/reports")
        expect(desk.get_by_test_id("report").first).to_contain_text("ExorLive · app: svarade inte")
        expect(desk.get_by_test_id("report").first).to_contain_text("Beredd: svarade")
        self.accessible(desk)
        self.app.goto(f"{self.server.address}/app/#/today")


def test_a_phone_sees_that_exorlive_is_gone_and_that_it_is_back(
    server: Server, open_browser: Callable[..., BrowserContext], accessible: Callable[[Page], None], exorlive: ExorLive
) -> None:
    story = Looking(server, open_browser, accessible)
    story.given_a_phone_whose_clock_can_be_turned()
    story.when_it_is_named_what_phones_may_try(exorlive)
    story.then_the_page_that_lies_on_the_phone_may_reach_it()
    story.then_exorlive_was_asked_by_nobody_in_particular()
    story.and_the_page_reaches_nothing_else()
    story.and_tells_nothing_while_all_is_well()
    exorlive.stop()
    story.then_the_measurements_say("Fungerar inte", "en mobil i Hemtjänst Skrea")
    story.then_a_report_says_what_the_phone_had_tried()
    exorlive.start()
    story.then_the_measurements_say("Fungerar 1")
