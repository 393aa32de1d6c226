"""The pages of a PDF, each as a picture and as text. Nothing in it is run, and what is more than pages is refused."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageChops
from pypdfium2 import raw

from beredd.care.files.made import Page
from beredd.care.files.unfit import MOST_PAGES, Unfit

WIDE, HIGH = 1654, 2339  # A4 at 200 dots an inch: small print is still read
GREYS = 16
LARGEST_DRAWN = 160 * 1024  # what is larger than this is a photograph of a page, not a drawn one
FINENESS = ((1.0, 55), (0.75, 50), (0.6, 40))  # of how large a scanned page is kept, and at which quality
LARGEST_SCANNED = 220 * 1024
LONGEST_TEXT = 6000
MARGIN, NARROWEST = 24, 1000  # dots: of white left around what is drawn, and of a page
SMALLEST_SIDE = 36.0  # points: half an inch


def pages_of(data: bytes) -> list[Page]:
    """In order. Raises Unfit."""
    if b"%PDF-" not in data[:1024]:
        raise Unfit("pdf_kind")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as why:
        raise Unfit("pdf_locked" if "assword" in str(why) or "ecurity" in str(why) else "pdf_broken") from None
    try:
        _check(document)
        made = list(_pages(document))
    except pdfium.PdfiumError:
        raise Unfit("pdf_broken") from None
    finally:
        document.close()
    if not any(page for page in made):
        raise Unfit("pdf_empty")
    return [page for page in made if page]


def _check(document: Any) -> None:
    if len(document) == 0:
        raise Unfit("pdf_empty")
    if len(document) > MOST_PAGES:
        raise Unfit("pdf_pages")
    runs = raw.FPDFDoc_GetJavaScriptActionCount(document.raw)
    attached = raw.FPDFDoc_GetAttachmentCount(document.raw)
    living = raw.FPDF_GetFormType(document.raw) in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND)
    if runs or attached or living:
        raise Unfit("pdf_more")


def _pages(document: Any) -> Iterator[Page | None]:
    """None for an empty one."""
    for number in range(len(document)):
        page = document[number]
        wide, high = page.get_size()
        if min(wide, high) < SMALLEST_SIDE:
            raise Unfit("pdf_broken")
        scale = min(WIDE / wide, HIGH / high) if high >= wide else min(HIGH / wide, WIDE / high)
        drawn = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil().convert("L")
        said = ImageChops.invert(drawn).getbbox()  # the white around it makes the words small on a phone
        yield _page(drawn.crop(_with_margin(said, drawn.size)), _text(page)) if said else None
        page.close()


def _with_margin(box: tuple[int, int, int, int], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Never so narrow that a few words would fill the screen."""
    left, top = max(0, box[0] - MARGIN), max(0, box[1] - MARGIN)
    right, bottom = max(box[2] + MARGIN, left + NARROWEST), box[3] + MARGIN
    return left, top, min(size[0], right), min(size[1], bottom)


def _page(drawn: Image.Image, text: str) -> Page:
    few = drawn.point([round(value * (GREYS - 1) / 255) * 255 // (GREYS - 1) for value in range(256)])
    image = _saved(few, "WEBP", lossless=True, method=4)
    if len(image) <= LARGEST_DRAWN:
        return Page(image, *drawn.size, text)
    return _scanned(drawn, text)


def _scanned(drawn: Image.Image, text: str) -> Page:
    """A photograph of a page: as fine as a phone can be asked to carry."""
    for share, quality in FINENESS:
        smaller = drawn.resize((round(drawn.width * share), round(drawn.height * share)), Image.Resampling.LANCZOS)
        image = _saved(smaller, "JPEG", quality=quality, optimize=True)
        if len(image) <= LARGEST_SCANNED:
            break
    return Page(image, *smaller.size, text)


def _saved(picture: Image.Image, form: str, **how: Any) -> bytes:
    out = BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


def _text(page: Any) -> str:
    read = page.get_textpage()
    told = read.get_text_bounded()[: 2 * LONGEST_TEXT]
    read.close()
    lines = ("".join(one for one in line if one.isprintable()).strip() for line in told.splitlines())
    return "\n".join(line for line in lines if line)[:LONGEST_TEXT]
