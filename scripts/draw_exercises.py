"""Draws the pictures of the exercise library anew; the same poses give the same bytes."""

from pathlib import Path

from beredd.figures.scenes import drawings

EXERCISES = Path(__file__).parent.parent / "content" / "exercises"


def main() -> None:
    """Write every picture; take away those that no exercise has any more."""
    drawn = drawings()
    for old in EXERCISES.glob("*.svg"):
        if old.name not in drawn:
            old.unlink()
    for name, svg in drawn.items():
        (EXERCISES / name).write_text(svg, encoding="utf-8", newline="\n")
    print(f"{len(drawn)} pictures, {sum(len(svg) for svg in drawn.values()) // 1024} KiB")


if __name__ == "__main__":
    main()
