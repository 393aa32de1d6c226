"""A photo is what it decodes to, never what it calls itself; and what the camera wrote into it goes no further."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from beredd.care.files import Unfit, look_at_photo
from beredd.care.files.photo import made_anew
from beredd.care.tests.files import CAMERA, photo, picture


def opened(image: bytes) -> Image.Image:
    return Image.open(BytesIO(image))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_of_where_who_and_which_camera_is_left(form: str) -> None:
    original = photo(picture(), form)
    with opened(original) as before:
        assert before.getexif().get_ifd(0x8825)[2] == (57.0, 42.0, 11.97)
        assert before.getexif()[0x010F] == CAMERA
    made = look_at_photo(original)
    with opened(made.image) as after:
        assert dict(after.getexif()) == {}
        assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    for trace in (b"Exif", b"GPS", CAMERA.encode(), b"Greta", b"http", b"ICC_PROFILE", b"Photoshop"):
        assert trace not in made.image


def test_a_photo_taken_with_the_telephone_on_its_side_is_turned_upright() -> None:
    made = look_at_photo(photo(picture(1200, 900), turned=6))
    assert (made.width, made.height) == (768, 1024)
    with opened(made.image) as after:
        top, bottom = after.getpixel((384, 100)), after.getpixel((384, 900))
    assert isinstance(top, tuple) and isinstance(bottom, tuple)
    assert top[0] > 200 > bottom[0] and bottom[2] > 200 > top[2]


def test_it_is_made_no_larger_than_paper_and_phone_can_show() -> None:
    made = look_at_photo(photo(picture(4000, 3000)))
    assert (made.width, made.height) == (1024, 768)
    assert len(made.image) < 150_000


def test_what_is_seen_through_becomes_white() -> None:
    glass = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    with opened(look_at_photo(photo(glass, "PNG")).image) as after:
        assert after.getpixel((200, 200)) == (255, 255, 255)


def test_colours_of_another_space_are_shown_as_they_were_meant() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with opened(look_at_photo(photo(picture(), icc_profile=lab)).image) as after:
        red = after.getpixel((100, 100))
    assert isinstance(red, tuple) and red[0] > 240 and red[1] < 20


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has that many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (b"", "photo_empty"),
        (b"\xff\xd8" + b"0" * 20 * 1024 * 1024, "photo_large"),
        (bomb(60_000, 60_000), "photo_pixels"),
        (bomb(9_000, 8_000), "photo_pixels"),
        (photo(picture(199, 900)), "photo_small"),
        (photo(picture())[:4000], "photo_broken"),
        (b"GIF89a" + b"\0" * 100, "photo_kind"),
        (b"%PDF-1.7 not a picture at all", "photo_kind"),
        (b"<html><script>alert(1)</script>", "photo_kind"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "photo_svg"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", "photo_svg"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "photo_heic"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence_of_its_own(file: bytes, code: str) -> None:
    with pytest.raises(Unfit) as refused:
        look_at_photo(file)
    assert (refused.value.code, bool(refused.value.text)) == (code, True)


GOOD = photo(picture(300, 300))


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, len(GOOD) - 1), value=st.integers(0, 255), end=st.integers(1, len(GOOD)))
def test_whatever_is_wrong_with_a_file_it_is_a_picture_or_it_is_refused(at: int, value: int, end: int) -> None:
    hurt = (GOOD[:at] + bytes([value]) + GOOD[at + 1 :])[:end]
    try:
        made = made_anew(hurt)
    except Unfit:
        return
    with opened(made.image) as after:
        after.load()
        assert dict(after.getexif()) == {}
