"""A folder that something else watches. A file appears in it whole, under a name that names nobody."""

import os
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from beredd.paper.hand.way import CannotHand

VARIABLE = "BEREDD_PRINT_FOLDER"


def folder() -> Path | None:
    """Where, when one has been set."""
    said = os.environ.get(VARIABLE, "")
    return Path(said) if said else None


@dataclass(frozen=True, slots=True)
class Folder:
    path: Path

    def prepare(self, job: UUID, pdf: bytes) -> str:
        """On the disk under a hidden name, which those who watch pass over."""
        name = f"beredd-{job}.pdf"
        try:
            with self._hidden(name).open("wb") as file:
                file.write(pdf)
                file.flush()
                os.fsync(file.fileno())
        except OSError as fault:
            raise CannotHand("folder", str(fault)) from fault
        return name

    def release(self, receipt: str) -> None:
        """Where the hidden one is gone it has been let go already."""
        try:
            self._hidden(receipt).replace(self.path / receipt)
        except FileNotFoundError:
            if not self.path.is_dir():
                raise CannotHand("folder") from None
        except OSError as fault:
            raise CannotHand("folder", str(fault)) from fault

    def _hidden(self, name: str) -> Path:
        return self.path / f".{name}.part"
