"""Signatures a second: the server over HTTP in batches of 20, durable, beside bare SQLite on the same rows.

Both write the same kind of encrypted file with synchronous=FULL, a transaction for every twenty signatures, and the
same tables and indexes. Bare SQLite is one connection and executemany: no network, no parsing, no proof, no judgement.
"""

import argparse
import json
import multiprocessing
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PATIENTS, TIMES = 10, ("09:00", "15:00")  # a round: each batch is a performer's day
BATCH = PATIENTS * len(TIMES)
TABLES = ("ledger_event", "signing_signature")
BEREDD = Path(sys.executable).with_name("beredd")


@dataclass(frozen=True)
class Load:
    """What one phone will send: a body for each batch, all made and signed beforehand."""

    authorization: str
    bodies: list[bytes]


def main(clients: int, batches: int, rounds: int) -> None:
    figures = []
    for number in range(rounds):
        with TemporaryDirectory(prefix="beredd-bench-") as folder:
            figures.append(one_round(Path(folder), clients, batches))
        print(f"round {number + 1}: ours {figures[-1][0]:,.0f}/s, bare {figures[-1][1]:,.0f}/s", flush=True)
    ours, bare = (sorted(column)[rounds // 2] for column in zip(*figures, strict=True))
    share = sorted(mine / base for mine, base in figures)[rounds // 2]
    print(f"\n{clients} phones at once, {batches} batches each of {BATCH} signatures, median of {rounds} rounds")
    print(f"{'':34}{'signatures/s':>14}")
    print(f"{'Beredd over HTTP, durable':34}{ours:>14,.0f}")
    print(f"{'bare SQLite, executemany, durable':34}{bare:>14,.0f}")
    print(f"{'ours of bare':34}{share:>13.0%} ")


def one_round(folder: Path, clients: int, batches: int) -> tuple[float, float]:
    os.environ.update(BEREDD_DATA=str(folder), DATABASE_URL="")
    loads = in_process(prepare, clients, batches)
    port = free_port()
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    server = subprocess.Popen(
        [BEREDD, "serve", "--port", str(port), *os.environ.get("SERVE", "").split()],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        await_server(port)
        seconds = send_all(port, loads)
    finally:
        server.terminate()
        server.wait(30)
    total = clients * batches * BATCH
    return total / seconds, total / in_process(bare_seconds, folder, total)


def in_process(work: Any, *arguments: Any) -> Any:
    """In a process of its own, as Django's settings are read once."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, arguments)


def prepare(clients: int, batches: int) -> list[Load]:
    """A town, and for each phone its patients and its batches."""
    setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from beredd.care.factories import patient, prescription
    from beredd.people.factories import MONDAY, town, user
    from beredd.people.rules.roles import Role
    from beredd.sync.enrol import enrol
    from beredd.sync.factories import Phone

    place = town()
    loads = []
    for number in range(clients):
        performer = user(f"p{number}", f"Utförare {number}", Role.PERFORMER, "north")
        phone = Phone()
        phone.enrolled(enrol(user=performer, device_name="Bänk", device_key=phone.point, at=MONDAY))
        phone.seal_key = ""  # sealing is the phone's work, and not measured here
        patients = [patient(place, f"{number}-{one}", identity=f"99{number:04}{one:04}") for one in range(PATIENTS)]
        planned = [(one, prescription(place, one, *TIMES)) for one in patients]
        bodies = []
        for batch in range(batches):
            day = MONDAY + timedelta(days=batch)
            wires = [
                phone.sign(patient=one, prescription=id, slot=f"{day:%Y-%m-%d}T{time}", at=MONDAY).wire
                for time in TIMES
                for one, id in planned
            ]
            body = {"protocol": 1, "epoch": str(phone.epoch), "announced": {"seq": phone.seq}, "events": wires}
            bodies.append(json.dumps(body).encode())
        loads.append(Load(phone.authorization, bodies))
    return loads


def send_all(port: int, loads: list[Load]) -> float:
    """Seconds from the first byte to the last answer, all phones at once."""
    context = multiprocessing.get_context("fork")
    ready, finish = context.Barrier(len(loads) + 1), context.Barrier(len(loads) + 1)
    senders = [context.Process(target=send, args=(port, load, ready, finish)) for load in loads]
    for sender in senders:
        sender.start()
    ready.wait()
    began = time.perf_counter()
    finish.wait(timeout=300)
    seconds = time.perf_counter() - began
    for sender in senders:
        sender.join()
        if sender.exitcode:
            raise SystemExit("a phone was not answered as it should be; see above")
    return seconds


def send(port: int, load: Load, ready: Any, finish: Any) -> None:
    """One phone: the next batch goes when the last one is answered, with the mark of that answer."""
    line = Line(port, load.authorization)
    ready.wait()
    wrong, mark = 0, b"null"
    for body in load.bodies:
        answer = line.ask(b'{"mark":' + mark + b"," + body[1:])
        mark = answer[answer.index(b'"mark":') + 7 : answer.index(b',"offer_again"')]
        wrong += BATCH - answer.count(b'"answer":"taken"')
    finish.wait()
    if wrong:
        sys.exit(f"{wrong} signatures were not simply taken")


class Line:
    """A kept-open HTTP connection that costs the machine little, as the server is on the same one."""

    def __init__(self, port: int, authorization: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), 60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.head = (
            f"POST /api/v1/intake HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {authorization}\r\n"
            "Content-Type: application/json\r\nContent-Length: "
        ).encode()

    def ask(self, body: bytes) -> bytes:
        self.socket.sendall(self.head + str(len(body)).encode() + b"\r\n\r\n" + body)
        got = b""
        while b"\r\n\r\n" not in got:
            got += self.more()
        head, _, answer = got.partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(head.decode())
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        while len(answer) < length:
            answer += self.more()
        return answer

    def more(self) -> bytes:
        got = self.socket.recv(65536)
        if not got:
            raise SystemExit("the server hung up")
        return got


def bare_seconds(folder: Path, total: int) -> float:
    """The rows that the server has written, into an empty copy of the same tables."""
    setup()
    from django.db import connection

    rows: dict[str, list[tuple[Any, ...]]] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ledger_event WHERE kind = 'signature' ORDER BY position")
        rows["ledger_event"] = cursor.fetchall()
        cursor.execute("SELECT * FROM signing_signature ORDER BY rowid")
        rows["signing_signature"] = cursor.fetchall()
        marks = ", ".join(f"'{table}'" for table in TABLES)
        cursor.execute(f"SELECT sql FROM sqlite_master WHERE tbl_name IN ({marks}) AND type IN ('table', 'index')")
        schema = [sql for (sql,) in cursor.fetchall() if sql]
    if len(rows["ledger_event"]) != total or len(rows["signing_signature"]) != total:
        raise SystemExit("the server has not stored all that it took")
    return insert(folder / "bare.sqlite3", schema, rows)


def insert(file: Path, schema: list[str], rows: dict[str, list[tuple[Any, ...]]]) -> float:
    from sqlcipher3 import dbapi2 as sqlite

    bare = sqlite.connect(str(file), isolation_level=None)
    bare.execute(f"PRAGMA key = \"x'{os.urandom(32).hex()}'\"")
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "temp_store=MEMORY"):
        bare.execute(f"PRAGMA {pragma}")
    for statement in schema:
        bare.execute(statement)
    plain = {table: [tuple(map(storable, row)) for row in found] for table, found in rows.items()}
    inserts = {
        table: f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})"  # names are ours
        for table, found in plain.items()
    }
    began = time.perf_counter()
    for start in range(0, len(plain["ledger_event"]), BATCH):
        bare.execute("BEGIN IMMEDIATE")
        for table, found in plain.items():
            bare.executemany(inserts[table], found[start : start + BATCH])
        bare.execute("COMMIT")
    return time.perf_counter() - began


def storable(value: Any) -> Any:
    return value if value is None or isinstance(value, (int, str, bytes)) else str(value)


def setup() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beredd.config.settings")
    import django

    django.setup()


def await_server(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--batches", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    main(options.clients, options.batches, options.rounds)
