"""The launch fails; the performer waits in the open guide, and the helpdesk's answer comes to it by itself."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.conftest import DESK, PASSWORD, PHONE
from tests.journeys.town import Server

pytestmark = pytest.mark.journey
Opener = Callable[..., BrowserContext]
PIN = "739152"


def type_pin(app: Page) -> None:
    app.get_by_test_id("pin-1").wait_for()
    for digit in PIN:
        app.get_by_test_id(f"pin-{digit}").click()


def phone_of_bo(server: Server, open_browser: Opener) -> Page:
    app = open_browser("phone", PHONE).pages[0]
    app.goto(f"{server.address}/app/")
    app.get_by_test_id("username").fill("bo")
    app.get_by_test_id("password").fill(PASSWORD)
    app.get_by_test_id("sign-in").click()
    type_pin(app)
    type_pin(app)
    expect(app.get_by_test_id("today-date")).to_be_visible()
    return app


def helpdesk(server: Server, open_browser: Opener) -> Page:
    desk = open_browser("desk", DESK).pages[0]
    desk.goto(f"{server.address}/helpdesk/?search=bo+")
    desk.fill("#id_username", "hugo")
    desk.fill("#id_password", PASSWORD)
    desk.get_by_test_id("sign-in").click()
    return desk


def answer(app: Page, question: str, option: str) -> None:
    app.get_by_test_id(f"question-{question}").get_by_test_id(f"option-{option}").click()


def test_the_answer_reaches_the_open_guide(
    server: Server, open_browser: Opener, accessible: Callable[[Page], None]
) -> None:
    app = phone_of_bo(server, open_browser)
    app.evaluate("location.hash = '#/guide'")
    answer(app, "role", "performer")
    app.get_by_test_id("situation-launch-fails").click()
    for question, option in (("alone", "no"), ("web", "yes")):
        answer(app, question, option)
    expect(app.get_by_test_id("question-authorised").get_by_test_id("helpdesk")).to_be_visible()
    accessible(app)

    desk = helpdesk(server, open_browser)
    accessible(desk)
    desk.get_by_test_id("found").get_by_role("link").first.click()
    accessible(desk)
    desk.get_by_test_id("need-exorlive").get_by_role("checkbox").check()
    desk.get_by_test_id("lacks-right").click()
    expect(desk.get_by_test_id("answers")).to_contain_text("Saknar behörighet")
    accessible(desk)

    came = app.get_by_test_id("helpdesk-answer")
    expect(came).to_contain_text("du saknar behörighet", timeout=30_000)
    expect(came).to_contain_text("ditt konto i ExorLive")
    accessible(app)
    came.get_by_test_id("use-answer").click()
    expect(app.get_by_test_id("question-employer")).to_be_visible()
