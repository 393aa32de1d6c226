"""A phone says that it wants to be told; a real notice comes, encrypted; tapped, it opens the app where it stands.

What is not ours is stood in for: the browser maker's own service, which would have to be reached on the internet. The
server sends to a push service on this machine; what it sends is decrypted and given to the real service worker.
"""

import json
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.conftest import PASSWORD, PHONE
from tests.journeys.town import Server

from beredd.notices.tests import servers
from beredd.notices.tests.browser import Browser

pytestmark = pytest.mark.journey
PIN = "274915"
BOOK = """
[channel.push]
kind = "webpush"
contact = "mailto:it@example.se"
services = ["{origin}"]
"""
STAND_IN = """
(facts) => {
    let here = null;
    const made = (options) => ({
        options: { ...options, applicationServerKey: bytes(options.applicationServerKey) },
        toJSON: () => facts,
        unsubscribe: async () => { here = null; return true },
    });
    const bytes = (text) => Uint8Array.from(
        atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0)).buffer;
    PushManager.prototype.subscribe = async (options) => (here = made(options));
    PushManager.prototype.getSubscription = async () => here;
}
"""


class Service:
    def __init__(self, file: Path) -> None:
        self.file = file
        command = [sys.executable, servers.__file__, "web", "0", str(file)]
        self.running = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)
        assert self.running.stdout
        self.origin = f"http://127.0.0.1:{self.running.stdout.readline().split()[1]}"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    made = Service(tmp_path / "pushed.jsonl")
    yield made
    made.running.kill()
    made.running.communicate()


def enrol(app: Page, server: Server, username: str) -> None:
    app.goto(f"{server.address}/app/")
    app.get_by_test_id("username").fill(username)
    app.get_by_test_id("password").fill(PASSWORD)
    app.get_by_test_id("sign-in").click()
    for _ in range(2):
        app.get_by_test_id("pin-1").wait_for()
        for digit in PIN:
            app.get_by_test_id(f"pin-{digit}").click()
    app.get_by_test_id("today-date").wait_for()
    app.evaluate("navigator.serviceWorker.ready.then(() => undefined)")


def test_a_phone_is_told_and_shows_it(
    server: Server,
    service: Service,
    open_browser: Callable[..., BrowserContext],
    accessible: Callable[[Page], None],
) -> None:
    (server.data / "notices.toml").write_text(BOOK.format(origin=service.origin))
    keys = Browser(f"{service.origin}/push/bo")
    facts = {
        "endpoint": keys.subscription.endpoint,
        "keys": {"p256dh": keys.subscription.key, "auth": keys.subscription.auth},
    }
    phone = open_browser("phone", PHONE)
    phone.grant_permissions(["notifications"], origin=server.address)
    phone.add_init_script(f"({STAND_IN})({json.dumps(facts)})")
    app = phone.pages[0]
    enrol(app, server, "bo")
    app.get_by_test_id("nav-settings").click()
    app.get_by_test_id("told-start").wait_for()
    accessible(app)
    app.get_by_test_id("told-start").click()
    expect(app.get_by_test_id("told-on")).to_be_visible()
    accessible(app)

    for _ in range(100):
        if service.file.exists() and service.file.read_text():
            break
        app.wait_for_timeout(100)
    (came,) = [json.loads(line) for line in service.file.read_text().splitlines()]
    said = keys.read(b64decode(came["content"]))
    assert said["title"] == "Så här ser ett besked ut"

    line = Line(phone, app, server.address)
    line.deliver(said)
    shown = app.evaluate(SHOWN)
    assert shown == [[said["title"], said["text"]]]
    line.deliver(said)
    assert app.evaluate(SHOWN) == shown  # the same again is not shown twice

    app.evaluate(TAPPED)
    expect(app.get_by_test_id("today-date")).to_be_visible()
    app.get_by_test_id("nav-settings").click()

    app.get_by_test_id("told-stop").click()
    expect(app.get_by_test_id("told-start")).to_be_visible()
    accessible(app)


# What the service worker says to an open page; nothing can tap a notice in a browser without a screen.
TAPPED = "navigator.serviceWorker.dispatchEvent(new MessageEvent('message', {data: {type: 'TOLD'}}))"
SHOWN = """async () => {
    const here = await navigator.serviceWorker.getRegistration("/app/");
    let found = [];
    for (let tries = 0; tries < 1200 && found.length === 0; tries++) {
        found = await here.getNotifications();
        await new Promise((done) => setTimeout(done, 50));
    }
    return found.map((one) => [one.title, one.body]);
}"""


class Line:
    """To the browser itself, which gives the service worker what its maker's service has."""

    def __init__(self, phone: BrowserContext, app: Page, origin: str) -> None:
        self.session, self.origin, known = phone.new_cdp_session(app), origin, list[Any]()
        self.session.on("ServiceWorker.workerRegistrationUpdated", lambda told: known.extend(told["registrations"]))
        self.session.send("ServiceWorker.enable")
        while not known:
            app.wait_for_timeout(50)
        self.worker = known[0]["registrationId"]

    def deliver(self, said: object) -> None:
        content = {"origin": self.origin, "registrationId": self.worker, "data": json.dumps(said)}
        self.session.send("ServiceWorker.deliverPushMessage", content)
