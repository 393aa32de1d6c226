"""Nothing that was written is missing on paper: our fonts show it, or it is said by name."""

from pathlib import Path

from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from beredd.paper.printable import MORE, RANGES, printable

FONTS = Path(__file__).parents[1] / "fonts"
FROM_TYPST = {(0x5D0, 0x5EA), (0x621, 0x63A), (0x641, 0x64A)}  # its own fonts have these


def test_every_character_that_we_let_through_is_in_each_of_our_fonts() -> None:
    wanted = {code for pair in RANGES if pair not in FROM_TYPST for code in range(pair[0], pair[1] + 1)}
    wanted |= {ord(one) for one in MORE if not one.isspace() and one not in "\u200b\u200e\u200f"}
    for font in FONTS.glob("*.ttf"):
        missing = wanted - set(TTFont(font).getBestCmap()) - {0xAD}
        assert not missing, (font.name, [chr(code) for code in sorted(missing)])


@given(st.text())
def test_any_text_becomes_printable_and_stays_so(text: str) -> None:
    once = printable(text)
    assert printable(once) == once


def test_swedish_is_left_alone_and_a_picture_is_told_in_words() -> None:
    assert printable("Åsa Öst – ”ja”, 3 × 10 °C €5") == "Åsa Öst – ”ja”, 3 × 10 °C €5"
    assert printable({"a": ["👍", "漢"]}) == {"a": ["[thumbs up sign]", "[cjk unified ideograph-6f22]"]}
