"""The machine's own printers, by the programs of CUPS: whatever it can print to, over IPP or otherwise, we can too."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from uuid import UUID

from beredd.paper.hand.way import CannotHand

PATIENCE = 20  # seconds


def printer_names() -> list[str]:
    """Those that take jobs; none where there is no CUPS, or it does not answer."""
    try:
        return sorted(_said("lpstat", "-e").split())
    except CannotHand:
        return []


@dataclass(frozen=True, slots=True)
class Printer:
    name: str

    def prepare(self, job: UUID, pdf: bytes) -> str:
        """Held in the printer's queue. The title names nobody: it is seen by all who look at the queue."""
        said = _said("lp", "-d", self.name, "-H", "hold", "-t", f"Beredd {job}", "-", stdin=pdf)
        found = [word for word in said.split() if word.startswith(f"{self.name}-")]
        if not found:
            raise CannotHand("printer", said)
        return found[0]

    def release(self, receipt: str) -> None:
        if receipt in _said("lpstat", "-W", "completed", "-o", self.name).split():
            return
        try:
            _said("lp", "-i", receipt, "-H", "resume")
        except CannotHand:
            if receipt not in _said("lpstat", "-W", "completed", "-o", self.name).split():
                raise


def _said(program: str, *arguments: str, stdin: bytes | None = None) -> str:
    """Raises CannotHand. In C, so that the answer is the same in every language."""
    path = shutil.which(program)
    if path is None:
        raise CannotHand("printer", f"no {program}")
    command, plain = [path, *arguments], {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603  # a fixed program, our own words and the name of a printer
            command, input=stdin, capture_output=True, timeout=PATIENCE, check=True, env=plain
        )
    except (OSError, subprocess.SubprocessError) as fault:
        raise CannotHand("printer", str(fault)) from fault
    return done.stdout.decode(errors="replace")
