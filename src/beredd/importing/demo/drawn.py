"""What the demo hands in as people would: a picture of an exercise, and a programme printed to PDF elsewhere."""

import json
from io import BytesIO

import typst
from PIL import Image, ImageDraw

from beredd.shipped import content

WIDE, HIGH, FINER = 1000, 750, 2
PAPER, INK, WOOD, CLAY, LEAF, TIN, SKIN, WATER = (
    "#ffffff",
    "#26323a",
    "#c9a77c",
    "#b5673f",
    "#5c8a4a",
    "#5f86a0",
    "#d9a98a",
    "#6fb0d6",
)
ON_THE_PRINTOUT = ("chair-rise", "heel-raise", "knee-extension-sitting", "side-step")


def watering() -> bytes:
    """PNG: a hand tilts a can over a plant on a table."""
    made = Image.new("RGB", (WIDE * FINER, HIGH * FINER), PAPER)
    pen = ImageDraw.Draw(made)

    def at(*points: tuple[int, int]) -> list[tuple[int, int]]:
        return [(x * FINER, y * FINER) for x, y in points]

    def line(color: str, width: int, *points: tuple[int, int]) -> None:
        pen.line(at(*points), fill=color, width=width * FINER, joint="curve")

    def shape(color: str, *points: tuple[int, int]) -> None:
        pen.polygon(at(*points), fill=color, outline=INK, width=5 * FINER)

    def leaf(x: int, y: int, right: bool) -> None:
        tip = 80 if right else -80
        bend = tip // 3
        shape(LEAF, (x, y), (x + bend, y - 34), (x + 2 * bend, y - 40), (x + tip, y - 26), (x + 2 * bend, y - 6))

    pen.rectangle(at((0, 620), (WIDE, 650)), fill=WOOD, outline=INK, width=4 * FINER)
    line(LEAF, 12, (290, 440), (286, 220))
    for y, right in ((420, False), (360, False), (330, True), (280, False), (240, True)):
        leaf(288, y, right)
    shape(CLAY, (200, 440), (380, 440), (352, 620), (228, 620))
    line(INK, 5, (192, 440), (388, 440))
    for x, y in ((392, 318), (372, 352), (388, 382), (364, 412)):
        pen.ellipse(at((x, y), (x + 14, y + 22)), fill=WATER)
    line(INK, 36, (610, 356), (420, 290))
    line(TIN, 26, (610, 356), (424, 291))
    shape(TIN, (396, 262), (432, 246), (452, 302), (416, 318))
    shape(TIN, (540, 250), (700, 190), (760, 350), (600, 410))
    line(INK, 16, (690, 210), (790, 190), (818, 280), (752, 326))
    line(INK, 84, (1010, 428), (850, 300))
    line(SKIN, 74, (1010, 428), (850, 300))
    pen.ellipse(at((770, 205), (872, 330)), fill=SKIN, outline=INK, width=4 * FINER)
    for y in (222, 250, 278):
        line(SKIN, 24, (812, y), (778, y + 12))
        line(INK, 3, (800, y + 14), (770, y + 22))
    out = BytesIO()
    made.resize((WIDE, HIGH), Image.Resampling.LANCZOS).save(out, "PNG")
    return out.getvalue()


def printed() -> bytes:
    """A PDF as another system might print one."""
    folder = content() / "exercises"
    found = [json.loads((folder / f"{key}.json").read_text("utf-8")) for key in ON_THE_PRINTOUT]
    made = typst.Compiler(_source(found).encode(), root=content()).compile(format="pdf")
    assert isinstance(made, bytes)
    return made


def _source(found: list[dict[str, object]]) -> str:
    head = '#set page("a4", margin: 18mm)\n#set text(size: 11pt, lang: "sv")\n= Träna hemma\nUtskrivet från ExorLive\n'
    return head + "".join(_row(one) for one in found)


def _row(told: dict[str, object]) -> str:
    said = json.loads(json.dumps(told))
    seen = "".join(f'image("/exercises/{one["file"]}", width: 34mm), ' for one in said["pictures"][:2])
    steps = " ".join(said["how"]["sv"])
    words = f"[*{said['name']['sv']}* \\ {steps} \\ _2 set, 8 gånger_]"
    return f"#v(5mm)\n#grid(columns: (34mm, 34mm, 1fr), column-gutter: 4mm, {seen}{words})\n"
