"""SMS through a modem on a serial port, with AT commands: works when the internet does not.

The modem cannot be asked what it has sent: what was cut off is left as unsure, and the next channel is used.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from textwrap import wrap

import serial

from beredd.notices.channels import Settings
from beredd.notices.channels.parcel import Handing, MaybeSent, NotSent, Parcel, Receipt
from beredd.notices.rules.fate import Fate, Unsure

KIND = "modem"
SECONDS, SECONDS_TO_SEND = 5.0, 60.0  # 3GPP TS 27.005 lets the network take its time
MOST = 70  # characters of UCS-2 in one SMS
END = b"\x1a"


@dataclass(frozen=True, slots=True)
class Modem:
    port: str
    speed: int
    unsure: Unsure = Unsure.STOP

    def send(self, parcel: Parcel, handing: Handing) -> Receipt:
        """Text mode, UCS-2: å, ä and ö come as they are. What is longer than one SMS comes as several, numbered."""
        with self._opened() as line:
            for command in ("ATE0", "AT+CMGF=1", 'AT+CSCS="UCS2"', "AT+CSMP=17,167,0,8"):
                self._ask(line, command.encode() + b"\r", b"OK")
            first, *rest = parts(parcel.text)
            self._ask(line, _to(parcel.address), b"> ")
            handing()
            reference = self._say(line, first)
            for text in rest:
                try:
                    self._ask(line, _to(parcel.address), b"> ")
                    self._say(line, text)
                except NotSent as fault:
                    raise MaybeSent(f"only in part: {fault}") from fault
        return Receipt(reference)

    def find(self, parcel: Parcel) -> Receipt | None:
        raise NotSent("the modem cannot be asked", again=True)

    def follow(self, reference: str) -> Fate | None:
        return None

    def _say(self, line: serial.Serial, text: str) -> str:
        """What the network calls it. Raises NotSent, MaybeSent."""
        line.timeout = SECONDS_TO_SEND
        try:
            line.write(_ucs2(text).encode() + END)
            answer = _until(line, b"OK")
        except (serial.SerialException, OSError) as fault:
            raise MaybeSent(type(fault).__name__) from fault
        refused = re.search(rb"\+CM[SE] ERROR: ?(\w+)", answer)
        if refused or b"ERROR" in answer:
            raise NotSent(f"modem: {refused[1].decode() if refused else 'ERROR'}", again=True)
        sent = re.search(rb"\+CMGS: ?(\d+)", answer)
        if not sent:
            raise MaybeSent("the modem did not answer")
        return sent[1].decode()

    @contextmanager
    def _opened(self) -> Iterator[serial.Serial]:
        try:
            line = serial.Serial(self.port, self.speed, timeout=SECONDS, write_timeout=SECONDS, exclusive=True)
        except (serial.SerialException, OSError) as fault:
            raise NotSent(type(fault).__name__, again=True) from fault
        with line:
            yield line

    def _ask(self, line: serial.Serial, said: bytes, wanted: bytes) -> None:
        """Raises NotSent: so far nothing has gone."""
        try:
            line.write(said)
            answer = _until(line, wanted)
        except (serial.SerialException, OSError) as fault:
            raise NotSent(type(fault).__name__, again=True) from fault
        if wanted not in answer:
            raise NotSent(f"modem: no answer to {said.decode().strip().partition('=')[0]}", again=True)


def parts(text: str) -> list[str]:
    """Each fits in one SMS; broken between words, numbered when there are several."""
    if len(text) <= MOST:
        return [text]
    pieces = wrap(text, MOST - len(" 99/99"))
    return [f"{piece} {n}/{len(pieces)}" for n, piece in enumerate(pieces, start=1)]


def _until(line: serial.Serial, wanted: bytes) -> bytes:
    """What it says until then, until it says that it cannot, or until it has been quiet for too long."""
    had = b""
    while wanted not in had and b"ERROR" not in had:
        piece = line.read(1)
        if not piece:
            break
        had += piece
    return had + bytes(line.read(line.in_waiting))


def _to(address: str) -> bytes:
    return f'AT+CMGS="{_ucs2(address)}"\r'.encode()


def _ucs2(said: str) -> str:
    return said.encode("utf-16-be").hex().upper()


def make(_name: str, settings: Settings) -> Modem:
    return Modem(str(settings["port"]), int(settings.get("speed", 115200)))
