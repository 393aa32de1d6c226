"""A photo decoded and made anew. Believes neither name nor content type, and carries nothing over but the picture."""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from beredd.care.files.made import Photo
from beredd.care.files.unfit import LEAST_PHOTO_EDGE, MOST_PHOTO_PIXELS, Unfit

KINDS = ("JPEG", "PNG", "WEBP")
EDGE = 1024  # sharp at 84 mm on paper and on the widest phone; about 100 kB
QUALITY = 78
APPLE = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")


def made_anew(data: bytes) -> Photo:
    """Upright, in ordinary colours, at most EDGE on its longest side. Raises Unfit."""
    _check_beginning(data)
    try:
        with Image.open(BytesIO(data), formats=KINDS) as found:
            _check_size(found)
            found.draft("RGB", (2 * EDGE, 2 * EDGE))  # JPEG: decoded no larger than needed
            return _saved(_ordinary(ImageOps.exif_transpose(found)))
    except UnidentifiedImageError:
        raise Unfit("photo_kind") from None
    except Image.DecompressionBombError:
        raise Unfit("photo_pixels") from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise Unfit("photo_broken") from None


def _check_beginning(data: bytes) -> None:
    """For the two kinds that people often have, a sentence of their own."""
    if data[4:8] == b"ftyp" and data[8:12] in APPLE:
        raise Unfit("photo_heic")
    beginning = data[:1000].lstrip().lower()
    if beginning.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"\xef\xbb\xbf<")):
        raise Unfit("photo_svg")


def _check_size(found: Image.Image) -> None:
    """As the file's head says it, before anything is decoded."""
    width, height = found.size
    if width * height > MOST_PHOTO_PIXELS:
        raise Unfit("photo_pixels")
    if min(width, height) < LEAST_PHOTO_EDGE:
        raise Unfit("photo_small")


def _ordinary(found: Image.Image) -> Image.Image:
    """A new picture of the same dots, in sRGB, on white where it was see-through."""
    found.thumbnail((EDGE, EDGE), Image.Resampling.LANCZOS)
    whole = Image.new("RGB", found.size, "white")
    seen = found.convert("RGBA") if found.has_transparency_data else _in_srgb(found)
    whole.paste(seen, mask=seen if seen.mode == "RGBA" else None)
    return whole


def _in_srgb(found: Image.Image) -> Image.Image:
    profile = found.info.get("icc_profile")
    if not profile or found.mode not in ("RGB", "L", "CMYK"):
        return found.convert("RGB")
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        changed = ImageCms.profileToProfile(found, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return found.convert("RGB")
    return changed or found.convert("RGB")


def _saved(picture: Image.Image) -> Photo:
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Photo(out.getvalue(), *picture.size)
