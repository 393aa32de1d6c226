"""Real files, made here: photos with what cameras write into them, and PDFs by Typst and pikepdf."""

from io import BytesIO
from typing import Any

import pikepdf
import typst
from PIL import Image, ImageDraw

PLACE = (57.0, 42.0, 11.97)  # where the camera says that it was: degrees, minutes, seconds
CAMERA = "Remote Camera 9000"


def picture(width: int = 1200, height: int = 900, mode: str = "RGB") -> Image.Image:
    """The left half is red and the right one blue, so that turning it shows."""
    made = Image.new(mode, (width, height), "red")
    ImageDraw.Draw(made).rectangle((width // 2, 0, width, height), fill="blue")
    return made


def photo(picture: Image.Image, form: str = "JPEG", *, turned: int = 1, **how: Any) -> bytes:
    """As a telephone writes it: with GPS, camera, comment and preview."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010F] = CAMERA
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", PLACE, "E", PLACE
    out = BytesIO()
    more = {"comment": b"Hos Greta Holm"} if form == "JPEG" else {}
    picture.save(out, form, exif=exif, **more, **how)
    return out.getvalue()


def pdf(*pages: str) -> bytes:
    """Each page with its text."""
    said = "#pagebreak()\n".join(f"= {page}\nTio gånger, två set.\n" for page in pages)
    made = typst.compile(f'#set page("a4")\n{said}'.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def changed(data: bytes, change: Any, **saving: Any) -> bytes:
    """A PDF that somebody has done something to."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        change(document)
        document.save(out, **saving)
    return out.getvalue()
