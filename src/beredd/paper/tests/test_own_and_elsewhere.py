"""What is on paper besides the library: photos of a unit's own exercises, and programmes printed elsewhere."""

from datetime import date
from uuid import UUID

import pytest

from beredd.care import actions as care
from beredd.care import queries
from beredd.care.actions import NewPhoto
from beredd.care.factories import OWN, patient, prescription
from beredd.care.tests.files import pdf, photo, picture
from beredd.paper import packs
from beredd.paper.actions import Printed, print_pack
from beredd.paper.rules.sheet import show_sheet_id
from beredd.paper.rules.span import Span
from beredd.paper.tests.looking import codes, opened, scanned, text
from beredd.paper.tests.test_archivable import faults
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))
ALT = {"sv": "Kannan lutas över krukan."}


def printed(place: Town, greta: UUID) -> Printed:
    by = place.access(place.bo)
    plan = packs.patient_plan(patient=greta, span=NOVEMBER, by=by, at=MONDAY)
    return print_pack(plan=plan, changed_only=False, channel="office", by=by, at=MONDAY)


def with_photo(place: Town, greta: UUID) -> UUID:
    """Prescribes an own exercise; returns the photo."""
    alva, programme = place.access(place.alva), UUID(int=7)
    photos = [NewPhoto(photo(picture()), ALT, None)]
    own = care.write_exercise(unit=place.rehab, content=OWN, photos=photos, by=alva, at=MONDAY)
    care.put_programme(id=programme, key="own", name="Händer", items=[care.Item(own, sets=1)], by=alva, at=MONDAY)
    prescription(place, greta, programme=programme)
    return queries.photos(alva, own)[0].id


def colours(made: Printed) -> bool:
    """Is the photo's red half anywhere on the programme's page?"""
    number = next(
        at for at, said in enumerate(text(made.pdf)) if "Häll vatten i blomkrukan" in said and "Fatta" in said
    )
    with opened(made.pdf) as document:
        dots = document[number].render(scale=1).to_pil().convert("RGB").get_flattened_data()
    return bool(sum(red > 200 and green < 60 and blue < 60 for red, green, blue in dots) > 100)


def test_the_photo_of_an_own_exercise_is_on_paper_until_it_is_taken_back() -> None:
    place = town()
    greta = patient(place)
    held = with_photo(place, greta)
    made = printed(place, greta)
    assert colours(made)
    assert faults(made.pdf, "2a") == [] == faults(made.pdf, "ua1")
    care.withdraw_photo(photo=held, by=place.access(place.alva), at=MONDAY)
    assert not colours(printed(place, greta))


def test_a_printout_from_elsewhere_is_copied_a_page_on_each_sheet_with_source_and_day() -> None:
    place = town()
    greta = patient(place)
    programme = care.put_document(
        patient=greta,
        programme=None,
        name="Benträning hemma",
        source="ExorLive",
        dated=date(2026, 11, 16),
        pdf=pdf("Knäböj", "Tåhävning"),
        by=place.access(place.alva),
        at=MONDAY,
    )
    prescription(place, greta, programme=programme, instruction="Börja lugnt.")
    made = printed(place, greta)
    at, sheet = next((at, said) for at, said in enumerate(text(made.pdf)) if "Kopia av" in said)
    for words in (
        "Kopia av en utskrift från ExorLive den 16 nov 2026",
        "Greta Holm",
        "Börja lugnt.",
        "Sida 1 av 2, utskriven från ExorLive",
        "KOPIA",
    ):
        assert words in sheet, words
    second = text(made.pdf)[at + 1]
    assert "Greta Holm" in second and "Sida 2 av 2, utskriven från ExorLive" in second
    id = next(one.id for one in made.sheets if one.draft.title == "Benträning hemma")
    assert show_sheet_id(id) in sheet and show_sheet_id(id) in second
    read = [set(codes(scanned(made.pdf, number))) for number in (at, at + 1)]
    assert [len(found) for found in read] == [1, 1] and read[0] != read[1]
    assert faults(made.pdf, "2a") == [] == faults(made.pdf, "ua1")


def test_the_same_printout_is_not_printed_again_when_only_what_changed_is_asked_for() -> None:
    place = town()
    greta = patient(place)
    with_photo(place, greta)
    by = place.access(place.bo)
    first = printed(place, greta)
    plan = packs.patient_plan(patient=greta, span=NOVEMBER, by=by, at=MONDAY)
    drafts = {(one.draft.kind, one.draft.digest) for one in first.sheets}
    assert {(one.kind, one.digest) for papers in plan.papers for one in papers.drafts} <= drafts
