"""From data to PDF. Typst does it, with our templates and our fonts: the same data gives the same bytes."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
TEMPLATES, FONTS, NO_PACKAGES = HERE / "templates", HERE / "fonts", HERE / "templates" / "packages"
STANDARDS: Any = ["a-2a", "ua-1"]  # archivable for ten years, and readable aloud


def render(data: Mapping[str, Any], *, at: datetime) -> bytes:
    """One PDF of all documents in `data`, dated `at`."""
    said = json.dumps(data, ensure_ascii=False)
    moment = int(at.astimezone(UTC).timestamp())
    made = _compiler().compile(format="pdf", sys_inputs={"data": said}, pdf_standards=STANDARDS, timestamp=moment)
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no PDF.")
    return made


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """Reads nothing outside the templates and fetches no packages."""
    return typst.Compiler(
        TEMPLATES / "pack.typ",
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        package_path=NO_PACKAGES,
        package_cache_path=NO_PACKAGES,
    )
