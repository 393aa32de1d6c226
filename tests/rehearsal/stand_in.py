"""Stands in for a system beyond: answers on the web, or looks names up. Run as python stand_in.py web|names FOLDER.

While there is a file called slow in the folder, the web answers late.
"""

import socketserver
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import dns.message
import dns.rrset

LATE = 1.1  # seconds


def web(folder: Path) -> socketserver.BaseServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if (folder / "slow").exists():
                time.sleep(LATE)
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quiet."""

    return ThreadingHTTPServer(("", 80), Handler)


def names(addresses: dict[str, str]) -> socketserver.BaseServer:
    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            content, socket = self.request
            asked = dns.message.from_wire(content)
            answer = dns.message.make_response(asked)
            question = asked.question[0]
            address = addresses.get(question.name.to_text(omit_final_dot=True).split(".")[0])
            if address and question.rdtype == 1:
                answer.answer.append(dns.rrset.from_text(question.name, 0, "IN", "A", address))
            socket.sendto(answer.to_wire(), self.client_address)

    return socketserver.ThreadingUDPServer(("", 53), Handler)


if __name__ == "__main__":
    what, where = sys.argv[1], Path(sys.argv[2])
    told = dict(line.split() for line in (where / "hosts").read_text().splitlines())
    (web(where) if what == "web" else names(told)).serve_forever()
