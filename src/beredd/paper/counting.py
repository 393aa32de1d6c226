"""How many pages there are in a file of ours: what must lie in the printer's tray."""

import pypdfium2


def pages_in(pdf: bytes) -> int:
    """Both sides of a sheet count."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
