"""Each channel against something real: a mail server, a web server, a modem at the other end of a line."""

import os
import re
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID

import pytest

from beredd.notices.channels import channel, kinds
from beredd.notices.channels.http import MOST_BYTES, checked, request
from beredd.notices.channels.parcel import MaybeSent, NotSent, Parcel
from beredd.notices.channels.template import filled
from beredd.notices.rules.fate import MOST_ATTEMPTS, Fate, after_failure, wait
from beredd.notices.secret import SecretMissing
from beredd.people.factories import MONDAY

PARCEL = Parcel(UUID(int=1), "+46701740601", "Störning", "Exorlive är nere. Följ rutinen.", MONDAY)


class Line:
    """A modem that speaks AT at the other end of a pseudo terminal. `answer` is what it says to the text itself."""

    def __init__(self, answer: bytes) -> None:
        self.ours, theirs = os.openpty()
        tty.setraw(theirs)
        self.port, self.answer, self.sent = os.ttyname(theirs), answer, list[tuple[str, str]]()
        self.theirs = theirs
        self.thread = threading.Thread(target=self._speak, daemon=True)
        self.thread.start()

    def _speak(self) -> None:
        had, number = b"", ""
        while True:
            try:
                had += os.read(self.ours, 1)
            except OSError:
                return
            if had.endswith(b"\x1a"):
                self.sent.append((number, bytes.fromhex(had[:-1].decode()).decode("utf-16-be")))
                os.write(self.ours, self.answer)
                had = b""
            elif had.endswith(b"\r"):
                asked = re.match(rb'AT\+CMGS="([0-9A-F]+)"', had)
                number = bytes.fromhex(asked[1].decode()).decode("utf-16-be") if asked else number
                os.write(self.ours, b"\r\n> " if asked else b"\r\nOK\r\n")
                had = b""


@contextmanager
def modem(answer: bytes) -> Iterator[Line]:
    line = Line(answer)
    try:
        yield line
    finally:
        os.close(line.theirs)
        os.close(line.ours)


def test_the_modem_sends_swedish_letters() -> None:
    handed = []
    with modem(b"\r\n+CMGS: 42\r\n\r\nOK\r\n") as line:
        receipt = channel("sms", {"kind": "modem", "port": line.port}).send(PARCEL, lambda: handed.append(1))
        assert line.sent == [(PARCEL.address, PARCEL.text)]
    assert (receipt.reference, handed) == ("42", [1])


def test_a_long_text_comes_in_numbered_parts_with_nothing_left_out() -> None:
    long = Parcel(PARCEL.id, PARCEL.address, "", "Exorlive är nere. Arbeta på papper enligt rutinen. " * 4, MONDAY)
    with modem(b"\r\n+CMGS: 42\r\n\r\nOK\r\n") as line:
        channel("sms", {"kind": "modem", "port": line.port}).send(long, lambda: None)
        texts = [text for _, text in line.sent]
    assert all(len(text) <= 70 and text.endswith(f"{n}/{len(texts)}") for n, text in enumerate(texts, start=1))
    assert " ".join(text.rpartition(" ")[0] for text in texts) == long.text.strip()


def test_what_the_network_refuses_is_tried_again() -> None:
    with modem(b"\r\n+CMS ERROR: 500\r\n") as line:
        made = channel("sms", {"kind": "modem", "port": line.port})
        with pytest.raises(NotSent, match="500") as fault:
            made.send(PARCEL, lambda: None)
    assert fault.value.again


def test_a_modem_that_is_not_there_has_sent_nothing() -> None:
    handed = []
    with pytest.raises(NotSent):
        channel("sms", {"kind": "modem", "port": "/dev/nothing"}).send(PARCEL, lambda: handed.append(1))
    assert handed == []


@contextmanager
def web(status: int, body: bytes = b"{}", **headers: str) -> Iterator[tuple[str, list[str]]]:
    """Answers everything alike; yields its address and what was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

        def handle(self) -> None:
            try:
                super().handle()
            except ConnectionError:
                """Whoever asked had heard enough."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def gateway(address: str) -> Any:
    return channel("gate", {"kind": "http", "address": address, "body": {"to": "{to}"}})


@pytest.mark.parametrize(
    ("status", "fault"), [(503, NotSent), (429, NotSent), (401, NotSent), (302, NotSent), (500, MaybeSent)]
)
def test_what_an_answer_means(status: int, fault: type[Exception]) -> None:
    with web(status, Location="/elsewhere") as (address, asked), pytest.raises(fault) as raised:
        gateway(address).send(PARCEL, lambda: None)
    assert asked == ["/"]  # nobody is followed elsewhere
    if isinstance(raised.value, NotSent):
        assert raised.value.again is (status in (503, 429))


def test_no_more_of_an_answer_is_read_than_is_needed() -> None:
    with web(200, b"x" * (MOST_BYTES * 3)) as (address, _):
        assert request("POST", address, json={}) == (200, b"x" * MOST_BYTES)


def test_nobody_there_is_certainly_not_sent() -> None:
    with pytest.raises(NotSent) as fault:
        gateway("http://127.0.0.1:9/").send(PARCEL, lambda: None)
    assert fault.value.again


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # apprise loads all its plugins, theirs are not ours to mend
@pytest.mark.parametrize("status", [200, 500])
def test_the_rest_is_reached_through_apprise(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with web(status) as (address, asked):
        monkeypatch.setenv("BEREDD_SECRET_REST", address.replace("http://", "json://"))
        made = channel("rest", {"kind": "apprise"})
        if status == 200:
            assert made.send(PARCEL, lambda: None).fate is Fate.SENT
        else:
            with pytest.raises(MaybeSent):
                made.send(PARCEL, lambda: None)
    assert asked == ["/"]
    monkeypatch.setenv("BEREDD_SECRET_REST", "no-such-thing")
    with pytest.raises(ValueError, match="apprise"):
        channel("rest", {"kind": "apprise"})


@pytest.mark.parametrize(
    "address",
    ["http://example.se/", "ftp://localhost/", "https://", "file:///etc/passwd", "http://localhost.example.se"],
)
def test_only_https_and_this_machine(address: str) -> None:
    with pytest.raises(ValueError, match="https"):
        checked(address)


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    values = {"to": "{secret}", "secret": "x", "text": 'a "b" \\'}
    pattern = {"to": ["{to}", 1, {"deep": "{text}{"}], "other": "{nothing} {to}"}
    assert filled(pattern, values) == {"to": ["{secret}", 1, {"deep": 'a "b" \\{'}], "other": "{nothing} {secret}"}


def test_a_secret_that_is_missing_is_named_and_never_shown() -> None:
    with pytest.raises(SecretMissing, match="BEREDD_SECRET_TEAMS"):
        channel("teams", {"kind": "webhook"})
    with pytest.raises(ValueError, match="pigeon"):
        channel("x", {"kind": "pigeon"})
    with pytest.raises(ValueError, match="tls"):
        channel("mail", {"kind": "mail", "host": "mail.example.se", "from": "a@b.se", "tls": "none"})


def test_every_kind_is_found_by_its_file() -> None:
    assert set(kinds()) == {"46elks", "apprise", "http", "mail", "modem", "webhook", "webpush"}


def test_it_waits_longer_each_time_but_never_long() -> None:
    waits = [wait(attempts, 0.5) for attempts in range(1, 20)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(seconds=10), timedelta(minutes=15))
    assert wait(1, 0) < wait(1, 1) < wait(2, 1)
    assert after_failure(MOST_ATTEMPTS, again=True) is after_failure(1, again=False) is Fate.GIVEN_UP
