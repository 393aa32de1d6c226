"""Draws the pictures of the exercise library anew; the same poses give the same bytes."""

import argparse
from pathlib import Path

from figures.scenes import drawings

EXERCISES = Path(__file__).parent.parent / "content" / "exercises"


def main() -> None:
    """Write every picture, and a sheet of them all when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheet", type=Path, metavar="FILE", help="also write a contact sheet as a web page")
    options = parser.parse_args()
    pictures = drawings()
    for name, svg in pictures.items():
        (EXERCISES / name).write_text(svg, encoding="utf-8", newline="\n")
    if options.sheet:
        options.sheet.write_text(_sheet(pictures), encoding="utf-8")
    print(f"{len(pictures)} pictures, {sum(len(svg) for svg in pictures.values()) // 1024} KiB")


def _sheet(pictures: dict[str, str]) -> str:
    cells = "".join(f"<figure>{svg}<figcaption>{name}</figcaption></figure>" for name, svg in pictures.items())
    style = "body{display:flex;flex-wrap:wrap;margin:0;font:13px sans-serif}figure{width:300px;margin:4px}"
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{cells}"


if __name__ == "__main__":
    main()
