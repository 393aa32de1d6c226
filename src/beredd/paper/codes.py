"""The code on a sheet as a picture: DataMatrix, which reads at 12 mm from a scan of 150 dots an inch."""

from functools import lru_cache
from typing import Any

import zxingcpp


@lru_cache(maxsize=256)  # both corners, and every page of a document
def datamatrix(text: str) -> str:
    """SVG without margin; the template leaves the quiet zone."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.DataMatrix, force_square=True)
    dots: Any = made.to_image(scale=1, add_quiet_zones=False)  # speaks the buffer protocol, and its types do not say so
    rows: Any = memoryview(dots).tolist()
    runs = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dot in enumerate(row) if not dot)
    size = len(rows)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{runs}"/></svg>'
