"""A file that is there whole or not at all, and is its maker's alone: what is in it may be about people."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Room for it is found before anything else is done; it gets its name when all is well. Raises OSError."""
    if path.exists() and not path.is_file():  # a pipe or a device, which cannot be put in place afterwards
        with path.open("wb") as file:
            yield file
        return
    with _beside(path) as file:
        beside = Path(file.name)
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def _beside(path: Path) -> IO[bytes]:
    try:
        return NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False)
    except OSError as fault:  # by the name that was asked for, not by ours
        raise OSError(fault.errno, fault.strerror, str(path)) from fault
