"""Has a file opened in a process of its own, and believes only the form of what comes back."""

import os
import subprocess
import sys
from threading import BoundedSemaphore

from msgspec import MsgspecError, msgpack

from beredd.care.files.made import Page, Photo, Said
from beredd.care.files.unfit import MOST_PDF_BYTES, MOST_PHOTO_BYTES, Unfit

LONGEST = 60  # seconds; thirty pages take about five
NEEDED = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}  # Windows starts nothing without it
_hands = BoundedSemaphore(2)  # so many at once, and the rest wait: a herd of files must not take all memory


def look_at_photo(data: bytes) -> Photo:
    """Raises Unfit."""
    if not data:
        raise Unfit("photo_empty")
    if len(data) > MOST_PHOTO_BYTES:
        raise Unfit("photo_large")
    found = _opened("photo", data, broken="photo_broken").photo
    if found is None:
        raise Unfit("photo_broken")
    return found


def read_pages(data: bytes) -> list[Page]:
    """Raises Unfit."""
    if not data:
        raise Unfit("pdf_empty")
    if len(data) > MOST_PDF_BYTES:
        raise Unfit("pdf_large")
    found = _opened("pdf", data, broken="pdf_broken").pages
    if not found:
        raise Unfit("pdf_broken")
    return found


def _opened(kind: str, data: bytes, *, broken: str) -> Said:
    """Crashed, out of memory or out of time: all of them are a file that cannot be opened."""
    command = [sys.executable, "-I", "-m", "beredd.care.files.child", kind]
    with _hands:
        try:
            done = subprocess.run(command, input=data, capture_output=True, timeout=LONGEST, env=NEEDED, check=False)  # noqa: S603
        except subprocess.TimeoutExpired:
            raise Unfit(broken) from None
    try:
        said = msgpack.decode(done.stdout, type=Said)
    except MsgspecError:
        raise Unfit(broken) from None
    if said.refused:
        raise Unfit(said.refused)
    return said
