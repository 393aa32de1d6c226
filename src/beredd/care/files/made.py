"""What a file has become, once it has been opened."""

from msgspec import Struct


class Photo(Struct, frozen=True):
    """JPEG, upright, with nothing in it but the picture."""

    image: bytes
    width: int
    height: int


class Page(Struct, frozen=True):
    """WebP or JPEG in grey. `text`: what stands on it, as far as the file says so."""

    image: bytes
    width: int
    height: int
    text: str


class Said(Struct, frozen=True):
    """The process's answer: what it made, or the code of why not."""

    refused: str = ""
    photo: Photo | None = None
    pages: list[Page] = []
