"""All pictures of the exercise library on one sheet, as PNG. Typst draws it, with our fonts."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import typst

from beredd.paper.render import FONTS, NO_PACKAGES, TEMPLATES

PIXELS_PER_INCH = 96


@dataclass(frozen=True, slots=True)
class Cell:
    """One exercise: its name and its drawings as SVG."""

    name: str
    pictures: tuple[str, ...]


def contact_sheet(cells: Sequence[Cell], *, template: Path = TEMPLATES / "contact_sheet.typ") -> bytes:
    """One long picture, the cells in their order."""
    compiler = typst.Compiler(
        template,
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        package_path=NO_PACKAGES,
        package_cache_path=NO_PACKAGES,
    )
    said = json.dumps([asdict(cell) for cell in cells], ensure_ascii=False)
    made = compiler.compile(format="png", ppi=PIXELS_PER_INCH, sys_inputs={"data": said})
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no single picture.")
    return made
