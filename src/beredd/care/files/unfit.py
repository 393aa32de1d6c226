"""What is wrong with a file that was handed in, and what to do instead."""

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

MEGABYTE = 1024 * 1024
MOST_PHOTO_BYTES, MOST_PHOTO_PIXELS, LEAST_PHOTO_EDGE = 20 * MEGABYTE, 64_000_000, 200
MOST_PDF_BYTES, MOST_PAGES = 10 * MEGABYTE, 30

TEXTS = {
    "photo_empty": N_("The picture is empty. Choose it again."),
    "photo_large": N_("The picture is larger than 20 MB. Take it with a lower resolution, or make it smaller."),
    "photo_pixels": N_("The picture has more than 64 million pixels. Make it smaller and choose it again."),
    "photo_small": N_("The picture is smaller than 200 pixels and would not be clear. Choose a larger one."),
    "photo_kind": N_("This is not a picture that can be read. Choose one in JPEG, PNG or WebP."),
    "photo_heic": N_(
        "This picture is in Apple's format HEIC, which cannot be read here. In the telephone, choose Settings, Camera, "
        "Formats, Most compatible, and take it again; or open it on a computer and save it as JPEG."
    ),
    "photo_svg": N_(
        "Drawings in SVG are not taken, as they can hold more than a drawing. Save the drawing as PNG and choose that."
    ),
    "photo_broken": N_("The picture is broken and could not be opened. Save it anew and choose it again."),
    "pdf_empty": N_("The PDF has nothing in it. Print the programme to PDF again."),
    "pdf_large": N_("The PDF is larger than 10 MB. Print only the programme, or scan it in black and white."),
    "pdf_kind": N_("This is not a PDF. Print the programme to PDF in the system it comes from, and choose that file."),
    "pdf_locked": N_("The PDF is locked with a password. Save it without a password and choose it again."),
    "pdf_pages": N_("The PDF has more than 30 pages. Print only the pages of the programme."),
    "pdf_more": N_(
        "The PDF holds more than pages: a program or attached files. Print it to PDF anew, so that only pages remain."
    ),
    "pdf_broken": N_("The PDF is broken and could not be opened. Print the programme to PDF again."),
}


class Unfit(Refused):
    """`code` is one of TEXTS."""

    def __init__(self, code: str) -> None:
        super().__init__(code, TEXTS[code])
