"""Pages as they come out of a printer: what they say, what a scanner reads, and where things stand."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.utils import translation

from beredd.care.factories import patient, prescription
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.care.rules.schedule import TimesPerWeek
from beredd.paper import packs
from beredd.paper.actions import Printed, print_pack
from beredd.paper.assemble import assemble
from beredd.paper.render import render
from beredd.paper.rules.layout import HEIGHT, WIDTH, Page, cells
from beredd.paper.rules.sheet import payload, read_payload, show_sheet_id
from beredd.paper.rules.span import Span
from beredd.paper.tests.looking import codes, opened, scanned, text
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))
SOON: dict[str, Any] = {"if_not_performed": NotPerformedRule.CONTACT, "contact_within_days": 1}


@pytest.fixture
def place() -> Town:
    return town()


def printed(place: Town, plan: packs.Plan) -> Printed:
    return print_pack(plan=plan, changed_only=False, channel="office", by=place.access(place.bo), at=MONDAY)


def gretas(place: Town, **more: Any) -> Printed:
    greta = patient(place, **more)
    prescription(place, greta, "10:00", **SOON)
    prescription(place, greta, schedule=TimesPerWeek(3), intervention="Promenad")
    by = place.access(place.bo)
    return printed(place, packs.patient_plan(patient=greta, span=NOVEMBER, by=by, at=MONDAY))


def the_list(printed: Printed) -> tuple[int, str, Page]:
    """Which page of the file it begins on, its number and its geometry."""
    (one,) = (sheet for sheet in printed.sheets if sheet.draft.page)
    assert one.draft.page
    return 1, one.id, one.draft.page


def test_a_signing_list_says_all_that_it_must(place: Town) -> None:
    made = gretas(place)
    at, id, _page = the_list(made)
    front, back = text(made.pdf)[at : at + 2]
    for words in (
        "Signeringslista",
        "november 2026",
        "Greta Holm",
        "19280309-9802",
        "Hemtjänst Norr, Kommunen",
        "Gångträning",
        "10:00",
        "3 ggr/v.",
        "v. 48, gång 3",
        "Kontakta en legitimerad inom 1 dag",
        "ORIGINAL",
        "Lämnas till Rehab när perioden är slut.",
        "Utskriven 23 nov 2026 kl. 09:00 av Bo Lind.",
        "Gäller till och med 30 nov 2026.",
        "avböjde",
        "Sida 1 av 2",
        show_sheet_id(id),
    ):
        assert words in front, words
    for words in ("Anteckningar", "Hände den", "Skrivet, dag och tid", "Signaturförtydligande", "Sida 2 av 2"):
        assert words in back, words


@pytest.mark.parametrize("scale", [0.94, 1.0, 1.01])
def test_the_codes_read_in_both_corners_however_the_printer_scales(place: Town, scale: float) -> None:
    made = gretas(place)
    at, id, _page = the_list(made)
    for page in (1, 2):
        assert codes(scanned(made.pdf, at + page - 1, scale=scale)) == [payload(id, page)] * 2
    with opened(made.pdf) as document:
        pages = len(document)
    for number in range(pages):
        assert {read_payload(one)[0] for one in codes(scanned(made.pdf, number, scale=scale))} <= {
            one.id for one in made.sheets
        }


def test_the_cells_are_drawn_where_the_stored_geometry_says(place: Town) -> None:
    """White where something is planned, with black at its edge; grey beside."""
    made = gretas(place)
    at, _id, page = the_list(made)
    picture = scanned(made.pdf, at)
    across, down = picture.width / WIDTH, picture.height / HEIGHT
    for cell in cells(page):
        box = cell.box
        assert picture.getpixel((int((box.x + box.width / 2) * across), int((box.y + box.height * 0.7) * down))) > 250
        edge = [picture.getpixel((int(box.x * across) + more, int((box.y + 5) * down))) for more in range(-3, 4)]
        assert min(edge) < 120, cell
    grey = page.box(0, 30)
    assert picture.getpixel((int((grey.x + 2) * across), int((grey.y + grey.height / 2) * down))) < 230


HOSTILE = {
    "markup": '#eval("1+1") $x^2$ *b* _i_ `c` [#pagebreak()] \\u{41} <label> @ref // no comment /* nor this */',
    "html": "<script>alert('å')</script>&amp;",
    "emoji": "Bra 👍🏽 jobbat 🏃‍♀️",
    "arabic": "مرحبا بالعالم",
    "hebrew": "שלום",
    "control": "tab\tradbyte\netta\x01 backspace\x08 rlo\u202e slut",
    "han": "漢字",
    "long": "Ö" * 180,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_prints_as_text_and_breaks_nothing(place: Town, name: str) -> None:
    greta = patient(place, name=HOSTILE[name][:120])
    prescription(place, greta, **SOON, intervention=HOSTILE[name], instruction=(HOSTILE[name] * 200)[:4000])
    by = place.access(place.bo)
    made = printed(place, packs.patient_plan(patient=greta, span=NOVEMBER, by=by, at=MONDAY))
    said = " ".join(text(made.pdf))
    assert "ORIGINAL" in said
    if name == "markup":
        assert '#eval("1+1")' in said and "$x^2$" in said and "#pagebreak()" in said
    if name == "emoji":
        assert "[thumbs up sign]" in said
    last = len(text(made.pdf)) - 2
    assert len(codes(scanned(made.pdf, last))) == 2


def test_the_same_paper_at_the_same_time_is_the_same_file(place: Town) -> None:
    made = gretas(place)
    again = BytesIO()
    render(assemble(made.sheets, title="Papper för en patient", by_name="Bo Lind", at=MONDAY), again, at=MONDAY)
    assert again.getvalue() == made.pdf


def test_the_bookmarks_say_what_and_whose(place: Town) -> None:
    with opened(gretas(place).pdf) as document:
        marks = [one.get_title() for one in document.get_toc() if one.level == 0]
    assert marks == ["Ordination, Greta Holm", "Signeringslista, Greta Holm"]


def test_in_english_for_those_who_read_english(place: Town) -> None:
    with translation.override("en"):
        made = gretas(place)
        front = text(made.pdf)[the_list(made)[0]]
    assert "Signing list" in front and "November 2026" in front and "declined" in front


def test_every_blank_in_the_box_can_be_told_apart_when_it_comes_back(place: Town) -> None:
    made = printed(place, packs.blank_plan(span=NOVEMBER, lists=3, forms=1))
    with opened(made.pdf) as document:
        read = {read_payload(codes(scanned(made.pdf, page))[0])[0] for page in range(len(document))}
    assert read == {one.id for one in made.sheets}
