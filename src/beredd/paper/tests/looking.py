"""Looking at paper as a reader and a scanner do: text, pictures of pages, codes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import zxingcpp

DOTS = 150  # an inch, as a cheap scanner gives


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def text(pdf: bytes) -> list[str]:
    """The text of each page, in one line."""
    with opened(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def scanned(pdf: bytes, page: int, *, scale: float = 1.0) -> Any:
    """A page as a grey picture of 150 dots an inch, as a printer that scales has made it."""
    with opened(pdf) as document:
        return document[page].render(scale=scale * DOTS / 72, grayscale=True).to_pil()


def codes(picture: Any) -> list[str]:
    """What the codes on it say, from the top."""
    found = zxingcpp.read_barcodes(picture)
    return [one.text for one in sorted(found, key=lambda one: one.position.top_left.y)]
