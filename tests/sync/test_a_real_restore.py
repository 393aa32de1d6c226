"""A real server, stopped and started on an older copy of its own files: the phone brings back what the copy lacks."""

import shutil
from pathlib import Path
from typing import Any

import httpx
import msgspec
from tests.journeys.town import Server, beredd

from beredd import clock
from beredd.ids import new_id
from beredd.sync.factories import Phone
from beredd.sync.wire import EnrolReply, IntakeReply

DATABASE = "beredd.sqlite3"


class Line:
    """One phone's line to one server, over HTTP."""

    def __init__(self, server: Server) -> None:
        self.server, self.phone = server, Phone()

    def enrol(self) -> None:
        body = {
            "protocol": 1,
            "username": "bo",
            "password": "beredd-demo-2026",
            "device_name": "Telefon",
            "device_key": self.phone.point,
        }
        self.phone.enrolled(msgspec.json.decode(self.post("enrol", body), type=EnrolReply))

    def sign(self) -> None:
        at = clock.now()
        self.phone.sign(patient=new_id(at), prescription=new_id(at), slot=None, at=at)

    def send(self) -> IntakeReply:
        body = msgspec.json.encode(self.phone.batch())
        reply: IntakeReply = msgspec.json.decode(self.post("intake", body), type=IntakeReply)
        self.phone.heard(reply)
        return reply

    def post(self, name: str, body: Any) -> bytes:
        content = body if isinstance(body, bytes) else msgspec.json.encode(body)
        headers = {"Content-Type": "application/json", "Authorization": self.phone.authorization}
        answer = httpx.post(f"{self.server.address}/api/v1/{name}", content=content, headers=headers, timeout=30)
        answer.raise_for_status()
        return answer.content


def copy_database(source: Path, target: Path) -> None:
    for old in target.glob(f"{DATABASE}*"):
        old.unlink()
    target.mkdir(exist_ok=True)
    for file in source.glob(f"{DATABASE}*"):
        shutil.copy(file, target / file.name)


def test_a_server_restored_from_an_older_copy_gets_everything_back(tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    beredd(server.data, "demo", "--load-only")
    server.start()
    try:
        line = Line(server)
        line.enrol()
        line.sign()
        epoch = line.send().epoch
        server.stop()
        copy_database(server.data, tmp_path / "backup")

        server.start()
        line.sign()
        line.sign()
        assert [one.answer for one in line.send().answers] == ["held", "held"]
        assert not line.phone.unsent()
        server.stop()
        copy_database(tmp_path / "backup", server.data)

        server.start()
        reply = line.send()
        assert reply.epoch != epoch
        assert reply.offer_again
        assert len(line.phone.unsent()) == 3
        assert [one.answer for one in line.send().answers] == ["had", "held", "held"]
        assert not line.phone.unsent()
    finally:
        server.stop()
