"""A long pack is made in parts by several processes and becomes one file, tags and all."""

from io import BytesIO
from itertools import accumulate

import pypdfium2
import pytest
from pikepdf import NameTree, NumberTree, Pdf

from beredd.paper.assemble import AT_ONCE, assemble
from beredd.paper.documents.blanks import blank_list, blank_programme
from beredd.paper.documents.draft import Numbered
from beredd.paper.render import render
from beredd.paper.rules.sheet import sheet_id, show_sheet_id
from beredd.paper.signing_codes import signing_codes
from beredd.paper.tests.looking import text
from beredd.people.factories import MONDAY

SHEETS = AT_ONCE * 2 + 3
TITLE = "Bunt 5 0 R (till (prov) \\ åäö)"  # a title that looks like PDF


@pytest.fixture(scope="module")
def sheets() -> list[Numbered]:
    codes = signing_codes()
    drafts = [blank_list(number, codes) if number % 2 else blank_programme(number) for number in range(SHEETS)]
    return [Numbered(draft, sheet_id(number * 7919)) for number, draft in enumerate(drafts)]


@pytest.fixture(scope="module")
def whole(sheets: list[Numbered]) -> bytes:
    out = BytesIO()
    render(assemble(sheets, title=TITLE, by_name="Bo Lind", at=MONDAY), out, at=MONDAY)
    return out.getvalue()


def test_every_sheet_is_in_it_in_order(whole: bytes, sheets: list[Numbered]) -> None:
    wanted = [show_sheet_id(one.id) for one in sheets for _page in range(one.draft.codes)]
    said = text(whole)
    assert len(said) == len(wanted)
    assert all(number in page for number, page in zip(wanted, said, strict=True))


def test_a_stricter_reader_finds_nothing_to_complain_of(whole: bytes) -> None:
    with Pdf.open(BytesIO(whole)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.docinfo["/Title"] == TITLE


def test_each_page_leads_to_its_own_tags(whole: bytes) -> None:
    with Pdf.open(BytesIO(whole)) as pdf:
        tags = pdf.Root.StructTreeRoot
        leaves = NumberTree(tags.ParentTree)
        assert sorted(leaves) == list(range(len(pdf.pages)))
        for page in pdf.pages:
            tagged = [one for one in leaves[int(page.StructParents)] if "/Pg" in one]
            assert tagged and all(one.Pg.objgen == page.objgen for one in tagged)
        assert all(part.P.objgen == tags.objgen for part in tags.K)


def test_a_cell_finds_the_heading_of_its_own_table(whole: bytes) -> None:
    with Pdf.open(BytesIO(whole)) as pdf:
        names = NameTree(pdf.Root.StructTreeRoot.IDTree)
        assert len(list(names)) > SHEETS
        assert list(names) == sorted(names)
        assert all(str(names[name].ID) == str(name) for name in names)


def test_the_bookmarks_of_all_parts_are_one_row(whole: bytes, sheets: list[Numbered]) -> None:
    with pypdfium2.PdfDocument(whole) as document:
        marks = [(one.get_title(), one.get_dest().get_index()) for one in document.get_toc() if one.level == 0]
    firsts = [0, *accumulate(one.draft.codes for one in sheets)]
    assert marks == [(one.draft.body["title"], at) for one, at in zip(sheets, firsts, strict=False)]


def test_it_opens_and_shows(whole: bytes) -> None:
    document = pypdfium2.PdfDocument(whole)
    try:
        assert document[len(document) - 1].render(scale=1, grayscale=True).to_pil().getextrema()[0] < 50
    finally:
        document.close()
