"""A PDF from elsewhere becomes pages and nothing else; what is hostile in it stays in a process of its own."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from beredd.care.files import MOST_PAGES, Unfit, apart, read_pages
from beredd.care.tests.files import changed, pdf

ONE = pdf("Ben")


def test_each_page_is_a_picture_and_what_stands_on_it() -> None:
    first, second = read_pages(pdf("Benträning", "Armträning"))
    with Image.open(BytesIO(first.image)) as seen:
        assert (first.width, first.height) == seen.size
        assert (first.width, first.height) == (1000, 129)  # the white around the words is cut away
        assert seen.convert("L").getextrema() == (0, 255)
    assert first.image[8:12] == b"WEBP"
    assert first.text.splitlines() == ["Benträning", "Tio gånger, två set."]
    assert second.text.startswith("Armträning")
    assert len(first.image) < 60_000


def test_a_page_as_wide_as_the_paper_stays_sharp() -> None:
    (page,) = read_pages(changed(ONE, draw_around))
    assert (page.width, page.height) == (1654, 2339)
    assert len(page.image) < 60_000


def test_a_scanned_page_is_kept_as_fine_as_a_phone_can_carry() -> None:
    out = BytesIO()
    Image.effect_noise((1654, 2339), 60).convert("RGB").save(out, "PDF", resolution=200)
    (page,) = read_pages(out.getvalue())
    assert page.image.startswith(b"\xff\xd8")
    assert (page.width, page.height) == (992, 1403)
    with Image.open(BytesIO(page.image)) as seen:
        assert seen.mode == "L"


def draw_around(document: Any) -> None:
    content = document.make_stream(b"0 0 595 842 re S 100 400 m 500 400 l S")
    document.pages[0].Contents = content


def test_empty_pages_are_left_out() -> None:
    kept = read_pages(changed(pdf("Ben"), lambda document: document.add_blank_page()))
    assert [page.text.splitlines()[0] for page in kept] == ["Ben"]


def attach(document: Any) -> None:
    document.attachments["hej.exe"] = b"MZ"


def run(document: Any) -> None:
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    names = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("x"), document.make_indirect(script)]))
    document.Root.Names = pikepdf.Dictionary(JavaScript=names)


def blank(document: Any) -> None:
    document.add_blank_page()
    del document.pages[0]


def flatten(document: Any) -> None:
    document.pages[0].MediaBox = pikepdf.Array([0, 0, 600, 1])


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (b"", "pdf_empty"),
        (b"PK\x03\x04 a Word document", "pdf_kind"),
        (b"%PDF-1.7\n" + b"0" * 10 * 1024 * 1024, "pdf_large"),
        (b"%PDF-1.7\nand then nothing", "pdf_broken"),
        (changed(ONE, blank), "pdf_empty"),
        (changed(ONE, flatten), "pdf_broken"),
        (changed(ONE, attach), "pdf_more"),
        (changed(ONE, run), "pdf_more"),
        (changed(ONE, lambda document: None, encryption=pikepdf.Encryption(owner="a", user="b")), "pdf_locked"),
        (pdf(*(str(number) for number in range(MOST_PAGES + 1))), "pdf_pages"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence_of_its_own(file: bytes, code: str) -> None:
    with pytest.raises(Unfit) as refused:
        read_pages(file)
    assert (refused.value.code, bool(refused.value.text)) == (code, True)


def endless(document: Any) -> None:
    """A page that is drawn from itself over and over: 2^32 lines."""
    inner = document.make_stream(b"0 0 m 600 800 l S\n" * 200)
    for _ in range(28):
        form = document.make_stream(b"/X Do /X Do\n" * 2)
        inner.Type, inner.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        inner.BBox = pikepdf.Array([0, 0, 600, 800])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        inner = form
    document.pages[0].Contents = inner
    document.pages[0].Resources = inner.Resources


def test_a_page_that_would_be_drawn_for_ever_is_given_up_and_the_server_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as hurried, pytest.raises(Unfit) as refused:
        hurried.setattr(apart, "LONGEST", 2)
        read_pages(changed(ONE, endless))
    assert refused.value.code == "pdf_broken"
    assert read_pages(ONE)
