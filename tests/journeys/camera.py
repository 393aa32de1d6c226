"""What a camera would see of a sheet of paper: a page of a PDF as a film of one picture, for Chromium's fake camera."""

from pathlib import Path

import pypdfium2
from PIL import Image

WIDTH, HEIGHT = 1280, 720
SCALE = 200 / 72  # as close as a hand holds a phone over a corner of the page


def film_of(pdf: Path, to: Path, *, page: int = 0) -> Path:
    """The upper right corner of the page, on a table; Y4M, as `--use-file-for-fake-video-capture` wants it."""
    sheet = pypdfium2.PdfDocument(pdf)[page].render(scale=SCALE).to_pil().convert("RGB")
    table = Image.new("RGB", (WIDTH, HEIGHT), (96, 84, 72))
    table.paste(sheet, (WIDTH - sheet.width - 60, 40))
    seen = table.rotate(4, resample=Image.Resampling.BICUBIC, fillcolor=(96, 84, 72))
    light, blue, red = seen.convert("YCbCr").split()
    half = (WIDTH // 2, HEIGHT // 2)
    frame = light.tobytes() + blue.resize(half).tobytes() + red.resize(half).tobytes()
    to.write_bytes(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode() + b"FRAME\n" + frame)
    return to


def camera(film: Path) -> list[str]:
    """What Chromium is started with to have that camera, and to be allowed to use it."""
    return [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    ]
