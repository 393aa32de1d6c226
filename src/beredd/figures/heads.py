"""Heads, seen from the side, the front and behind; 0,0 is the middle of each."""

from beredd.figures.body import Hair, Look
from beredd.figures.svg import INK, circle, line, shape


def head_side(look: Look) -> list[str]:
    """A head looking to the right."""
    parts = [shape(circle(-21 - 9j, 7), look.grey)] if look.hair is Hair.BUN else []
    parts.append(shape(_FACE_SIDE, look.skin))
    if look.beard:
        parts.append(shape(_BEARD_SIDE, look.grey))
    parts.append(shape(_HAIR_SIDE[look.hair], look.grey))
    parts.append(line("M-3 1C-7-2-8 5-4 7Q-2 8-1 5"))
    parts.append(line("M9-8Q12-10 14-8M10 11.5Q13 13 16 11", 1.6))
    parts.append(f'<circle cx="11.5" cy="-2" r="1.6" fill="{INK}" stroke="none"/>')
    if look.glasses:
        parts.append(line("M7-2A4.5 4.5 0 1 0 16-2A4.5 4.5 0 1 0 7-2L-3-1", 1.5))
    return parts


_FACE_SIDE = (
    "M3-18C11-18 15-13 15-5C16-3 19 2 20 4C20 6 17 6 16 6.5C16 8 17 9 16 11"
    "C17 15 13 19 8 18.5C3 18 0 16-2 13L-12 12C-19 4-18-17 3-18Z"
)
_BEARD_SIDE = "M16 10C17 16 14 22 7 21C1 20-3 15-5 8C-1 10 3 10 7 9Q12 7 16 8.5Z"
_CURLS_SIDE = ((-12, 9), (-16, 2), (-17, -6), (-13, -13), (-6, -18), (2, -19), (9, -16))
_HAIR_SIDE = {
    Hair.BUN: "M12-16C6-24-13-23-19-10C-22 0-18 11-11 13C-7 13-7 9-8 5C-9 0-6-3-2-3C2-6 4-12 12-16Z",
    Hair.FRINGE: "M-4-12C-9-15-14-13-17-8C-20 0-17 10-11 13C-7 12-8 8-8 5C-9 0-6-3-2-2C0-5-1-10-4-12Z",
    Hair.CURLS: "".join(circle(complex(x, y), 6.5) for x, y in _CURLS_SIDE) + circle(-8 - 7j, 9),
    Hair.SHORT: "M13-14C8-22-12-22-18-10C-21 0-17 9-12 12C-8 12-7 9-8 5C-9 0-6-3-2-2L-1 8L1 2C1-6 4-12 13-14Z",
}


def head_front(look: Look) -> list[str]:
    """A head looking at us."""
    parts = [shape(circle(-22j, 8), look.grey)] if look.hair is Hair.BUN else []
    parts.append(shape("M-16 0C-20-3-20 7-15 7M16 0C20-3 20 7 15 7", look.skin))
    parts.append(shape("M-15.5-4C-16 10-9 19 0 19C9 19 16 10 15.5-4C15-22-15-22-15.5-4Z", look.skin))
    if look.beard:
        parts.append(shape(_BEARD_FRONT, look.grey))
    parts += [shape(d, look.grey) for d in _HAIR_FRONT[look.hair]]
    parts.append(line("M-10-8Q-6-10-3-8M3-8Q6-10 10-8M0 0Q3 5 0 6M-5 11Q0 15 5 11", 1.6))
    parts += [f'<circle cx="{x}" cy="-1" r="1.5" fill="{INK}" stroke="none"/>' for x in (-6, 6)]
    if look.glasses:
        parts.append(line(_GLASSES_FRONT, 1.5))
    return parts


_GLASSES_FRONT = "M-11-1A5 5 0 1 0-1-1A5 5 0 1 0-11-1M1-1A5 5 0 1 0 11-1A5 5 0 1 0 1-1M-1-2H1M-11-2L-16-3M11-2L16-3"
_BEARD_FRONT = "M-15.5 2C-16 12-9 23 0 23C9 23 16 12 15.5 2C12 5 10 8 6 8.5Q0 6.5-6 8.5C-10 8-12 5-15.5 2Z"
_CURLS_FRONT = ((-16, 3), (-17, -5), (-13, -12), (-7, -17), (0, -18), (7, -17), (13, -12), (17, -5), (16, 3))
_HAIR_FRONT = {
    Hair.BUN: ("M-16 2C-23-14-12-23 0-23C12-23 23-14 16 2C15-6 10-12 2-14C-6-12-15-8-16 2Z",),
    Hair.FRINGE: ("M-16 3C-20-4-18-12-13-14C-13-8-15-5-16 3Z", "M16 3C20-4 18-12 13-14C13-8 15-5 16 3Z"),
    Hair.CURLS: ("".join(circle(complex(x, y), 5.5) for x, y in _CURLS_FRONT),),
    Hair.SHORT: ("M-15.5 0C-20-14-11-21 0-21C11-21 20-14 15.5 0C15-5 13-10 10-12Q0-15-10-12C-13-10-15-5-15.5 0Z",),
}


def head_back(look: Look) -> list[str]:
    """A head looking away from us."""
    parts = [shape("M-16 0C-20-3-20 7-15 7M16 0C20-3 20 7 15 7", look.skin)]
    bare = look.hair is Hair.FRINGE
    parts.append(shape("M-16-4C-17 10-9 17 0 17C9 17 17 10 16-4C15-23-15-23-16-4Z", look.skin if bare else look.grey))
    if look.hair is Hair.BUN:
        return [*parts, shape(circle(-8j, 8.5), look.grey), line("M-4-9Q0-13 4-9M-9 10Q-5 6-3 4M9 10Q5 6 3 4", 1.6)]
    if look.hair is Hair.CURLS:
        return [*parts, shape("".join(circle(complex(x, y), 6) for x, y in _CURLS_BACK), look.grey)]
    return [*parts, shape("M-16-4C-17 10-9 17 0 17C9 17 17 10 16-4Q12 4 0 4Q-12 4-16-4Z", look.grey)] if bare else parts


_CURLS_BACK = (*_CURLS_FRONT, (-8, -6), (0, -8), (8, -6), (-10, 6), (0, 4), (10, 6), (-4, 12), (5, 12))
