"""A real CUPS: each job comes out of the printer exactly once, whoever dies between the two steps."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from tests.paper.cups import PRINTER, Cups, is_there

from beredd import clock
from beredd.paper.hand import CannotHand, destinations
from beredd.paper.hand.printer import Printer

PATIENCE = timedelta(seconds=30)
JOB, OTHER = UUID(int=1), UUID(int=2)

pytestmark = pytest.mark.skipif(not is_there(), reason="needs Debian's cups-daemon and cups-client, and to be root")


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    with TemporaryDirectory(prefix="cups-") as folder:  # a socket's path must be short
        Path(folder).chmod(0o755)
        cups = Cups(Path(folder))
        cups.start()
        try:
            until(cups.answers)
            cups.add_printer()
            yield cups
        finally:
            cups.stop()


@pytest.fixture(autouse=True)
def ours(cups: Cups, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(cups.socket))
    monkeypatch.delenv("BEREDD_PRINT_FOLDER", raising=False)
    os.truncate(cups.paper, 0)


def until(holds: Callable[[], bool]) -> None:
    """Each question takes CUPS a moment."""
    end = clock.now() + PATIENCE
    while not holds():
        assert clock.now() < end


def nothing_waits(cups: Cups) -> bool:
    return not cups.said("lpstat", "-o").strip()


def test_the_printers_of_this_machine_are_offered() -> None:
    assert [one.key for one in destinations()] == [f"printer:{PRINTER}"]


def test_nothing_comes_out_before_it_is_let_go(cups: Cups) -> None:
    printer = Printer(PRINTER)
    receipt = printer.prepare(JOB, b"%PDF-1.7 one")
    assert cups.paper.read_bytes() == b""
    printer.release(receipt)
    until(lambda: nothing_waits(cups))
    assert cups.paper.read_bytes() == b"%PDF-1.7 one"


def test_let_go_again_it_comes_out_no_second_time(cups: Cups) -> None:
    printer = Printer(PRINTER)
    receipt = printer.prepare(JOB, b"%PDF-1.7 one")
    printer.release(receipt)
    until(lambda: nothing_waits(cups))
    printer.release(receipt)
    printer.release(printer.prepare(OTHER, b"%PDF-1.7 two"))
    until(lambda: nothing_waits(cups))
    assert cups.paper.read_bytes() == b"%PDF-1.7 one%PDF-1.7 two"


def test_the_queue_that_all_can_see_names_nobody(cups: Cups) -> None:
    Printer(PRINTER).release(Printer(PRINTER).prepare(JOB, b"%PDF-1.7 one"))
    until(lambda: nothing_waits(cups))
    assert cups.page_log()[-1].endswith(f"Beredd {JOB} - -")


def test_a_printer_that_is_not_there_says_so() -> None:
    with pytest.raises(CannotHand) as fault:
        Printer("Finns-inte").prepare(JOB, b"%PDF-1.7")
    assert fault.value.code == "printer"
