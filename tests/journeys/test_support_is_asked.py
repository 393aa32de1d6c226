"""Without network: what to say to support stands on the phone, is kept until it can be sent, and has its number."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.conftest import DESK, PASSWORD, PHONE
from tests.journeys.town import Server

pytestmark = pytest.mark.journey
PIN = "274915"
CHANNEL = """
[channel.mail]
kind = "mail"
host = "127.0.0.1"
port = 9
tls = "none"
from = "beredd@example.se"
"""
STATUS_AT_HAND = """async () => {
    while (!(await caches.match("/api/v1/status"))) await new Promise(done => setTimeout(done, 50))
}"""


def test_support_is_asked_from_a_phone_without_network(
    server: Server, open_browser: Callable[..., BrowserContext], accessible: Callable[[Page], None]
) -> None:
    (server.data / "notices.toml").write_text(CHANNEL)
    phone = open_browser("phone", PHONE)
    app = phone.pages[0]
    sign_in(app, server)
    phone.set_offline(True)
    app.goto(f"{server.address}/app/#/guide/report")
    app.get_by_test_id("say-exorlive").click()
    words = app.get_by_test_id("ticket-words")
    expect(words).to_contain_text("ExorLive: fungerar inte.")
    expect(words).to_contain_text("Nås: Bo Lind")
    accessible(app)
    support = app.get_by_test_id("support-exorlive")
    expect(support.get_by_test_id("call")).to_have_attribute("href", "tel:0852507088")
    expect(app.get_by_test_id("support-it-service").get_by_test_id("send")).to_have_count(0)
    support.get_by_test_id("send").click()
    expect(support).to_have_count(0)  # nobody is asked twice by a second tap
    asked = app.get_by_test_id("asked")
    expect(asked.get_by_test_id("asked-unsent")).to_be_visible()
    asked.get_by_role("textbox").fill("INC 4711")
    asked.get_by_test_id("note-number").click()
    expect(asked.get_by_test_id("asked-number")).to_contain_text("INC 4711")
    accessible(app)

    phone.set_offline(False)
    expect(asked.get_by_test_id("asked-taken")).to_be_visible()
    app.goto(f"{server.address}/app/#/guide")
    app.get_by_test_id("report").click()
    expect(app.get_by_test_id("asked-number")).to_contain_text("INC 4711")

    desk = open_browser("desk", DESK).pages[0]
    desk.goto(f"{server.address}/sign-in")
    desk.fill("#id_username", "alva")
    desk.fill("#id_password", PASSWORD)
    desk.get_by_test_id("sign-in").click()
    desk.goto(f"{server.address}/disruptions/reports")
    ticket = desk.get_by_test_id("ticket")
    expect(ticket.get_by_test_id("number")).to_contain_text("INC 4711")
    accessible(desk)
    ticket.get_by_role("textbox").fill("INC 4712")
    ticket.get_by_role("button").click()
    expect(desk.get_by_test_id("number")).to_contain_text("INC 4712")


def sign_in(app: Page, server: Server) -> None:
    app.goto(f"{server.address}/app/")
    app.get_by_test_id("username").fill("bo")
    app.get_by_test_id("password").fill(PASSWORD)
    app.get_by_test_id("sign-in").click()
    for _ in range(2):
        app.get_by_test_id("pin-1").wait_for()
        for digit in PIN:
            app.get_by_test_id(f"pin-{digit}").click()
    app.locator("[data-testid^=patient-]").first.wait_for()
    app.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    app.evaluate(STATUS_AT_HAND)
