"""Real servers in processes of their own, that can be stopped in the middle: between having it and saying so.

python servers.py mail|web PORT FILE [hold=N,N] [die=N]

What came is a line of JSON in FILE, synced to the disk before the answer. As the real ones do:
mail        takes whatever comes; a mailbox that knows Message-ID again shows one (the test counts both)
/a1/sms     takes whatever comes, tells what it has had when asked
/messages   knows an Idempotency-Key again
/card       takes whatever comes and cannot be asked
/push/X     a push service: takes whatever comes and reads nothing; X is “gone” for a phone that is no more
`hold`: before answering that message, says “holding” and waits for a line on stdin. `die`: ends there instead.
"""

import json
import os
import sys
import threading
from base64 import b64encode
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

TURN = threading.Lock()


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


class Store:
    """What came, in order; and where it is to stop."""

    def __init__(self, file: Path, hold: set[int], die: int) -> None:
        self.file, self.hold, self.die = file, hold, die
        self.came = 0

    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.file.read_text().splitlines()] if self.file.exists() else []

    def take(self, **row: str) -> None:
        with TURN:
            with self.file.open("a") as file:
                file.write(json.dumps(row) + "\n")
                file.flush()
                os.fsync(file.fileno())
            self.came += 1
            number = self.came
        if number == self.die:
            say("died")
            os._exit(1)
        if number in self.hold:
            say("holding")
            sys.stdin.readline()


def mail(port: int, store: Store) -> None:
    from aiosmtpd.controller import Controller

    class Handler:
        async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:
            letter = message_from_bytes(envelope.content, policy=default)
            store.take(id=str(letter["Message-ID"]), to=envelope.rcpt_tos[0], text=letter.get_content().strip())
            return "250 taken"

    Controller(Handler(), hostname="127.0.0.1", port=port).start()
    say("ready")
    threading.Event().wait()


def web(port: int, store: Store) -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            path = urlsplit(self.path).path
            if path.startswith("/push/"):
                told = {name: self.headers.get(name, "") for name in ("Topic", "TTL", "Urgency", "Authorization")}
                store.take(path=path, id=told["Topic"], content=b64encode(content).decode(), **told)
                return self.answer({}, 410 if path == "/push/gone" else 201)
            text = content.decode()
            if path == "/moved":
                return self.answer({}, 302, Location="/messages")
            key = self.headers.get("Idempotency-Key", "")
            if path == "/a1/sms":
                said = {name: values[0] for name, values in parse_qs(text).items()}
                store.take(path=path, id=str(len(store.rows())), **said)
                return self.answer({"id": str(len(store.rows()) - 1), "status": "created"})
            if path != "/messages" or key not in {row["id"] for row in store.rows()}:
                store.take(path=path, id=key, text=text)
            return self.answer({"id": key})

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            had = [row for row in store.rows() if row["path"] == "/a1/sms"]
            if parts.path == "/a1/sms":
                return self.answer({"data": had})
            return self.answer({"id": parts.path.rpartition("/")[2], "status": "delivered"})

        def answer(self, said: object, status: int = 200, **headers: str) -> None:
            body = json.dumps(said).encode()
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
                """Whoever asked was killed: that is what is tested."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    say(f"ready {server.server_port}")
    server.serve_forever(poll_interval=0.01)


if __name__ == "__main__":
    kind, port, file, *more = sys.argv[1:]
    wanted = dict(one.split("=") for one in more)
    numbers = {int(one) for one in wanted.get("hold", "").split(",") if one}
    {"mail": mail, "web": web}[kind](int(port), Store(Path(file), numbers, int(wanted.get("die", 0))))
