"""Compiles every part's .po into the .mo that Django reads: `python -m beredd.i18n.build`."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parent.parent


def build(root: Path = PACKAGE) -> list[Path]:
    """Writes a .mo beside each .po that is newer; returns those written."""
    return [compiled for po in sorted(root.glob("*/locale/*/LC_MESSAGES/django.po")) if (compiled := compile_one(po))]


def compile_one(po: Path) -> Path | None:
    mo = po.with_suffix(".mo")
    if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
        return None
    with po.open("rb") as source, mo.open("wb") as target:
        write_mo(target, read_po(source, locale=po.parts[-3]))
    return mo


if __name__ == "__main__":
    build()
