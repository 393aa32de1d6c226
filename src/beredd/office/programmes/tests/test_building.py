"""The builder: every change is saved as it is made, with a script and without; signed, it is locked."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.test import Client

from beredd.care import actions, queries
from beredd.care import factories as care
from beredd.care.queries import DraftRow
from beredd.care.tests.files import pdf, photo, picture
from beredd.office.tests.seats import seat
from beredd.people import queries as people
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import SYSTEM

pytestmark = pytest.mark.django_db
SCRIPT = {"HX-Request": "true"}
NAMES = {"rise": "Resa sig från stol", "heel": "Häva sig på tå", "squeeze": "Krama en boll"}


@pytest.fixture(autouse=True)
def at_nine() -> object:
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    return care.patient(place)


@pytest.fixture
def alva(place: Town) -> Client:
    return seat(place.alva)


@pytest.fixture
def library(place: Town) -> dict[str, UUID]:
    ids = {key: uuid4() for key in NAMES}
    for key, id in ids.items():
        content = {
            "name": {"sv": NAMES[key]},
            "position": "sitting" if key == "squeeze" else "standing",
            "default_dose": {"sets": 2, "repetitions": 8, "seconds": None},
            "ask_first": {"sv": ["Blir du yr när du reser dig?"]},
            "pictures": [{"svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "alt": {"sv": "En man"}}],
        }
        actions.put_exercise(id=id, key=key, name=NAMES[key], content=content, by=SYSTEM, at=MONDAY)
    return ids


def begin(client: Client, **more: object) -> str:
    """The address of a new draft."""
    given = {"name": "Starka ben", "copy_of": "", "unit": "", **more}
    patient = given.pop("patient", None)
    response = client.post(f"/programmes/new?patient={patient}" if patient else "/programmes/new", given)
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


def said(client: Client, address: str, *, post: bool = False) -> str:
    response = client.post(address, follow=True) if post else client.get(address)
    return response.content.decode()


def change(client: Client, draft: str, do: str, *, script: bool = True, **more: object) -> str:
    headers = SCRIPT if script else {}
    response = client.post(f"{draft}change", {"do": do, **more}, headers=headers, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def row(place: Town, draft: str) -> DraftRow:
    found = queries.draft(place.access(place.alva), UUID(draft.split("/")[-2]))
    assert found
    return found


def order(page: str) -> list[str]:
    return re.findall(r'<h3 class="ds-heading"><span class="muted numbers">\d+\.</span> (.*?)</h3>', page)


def test_an_exercise_is_added_with_the_dose_that_it_suggests(
    alva: Client, place: Town, library: dict[str, UUID]
) -> None:
    draft = begin(alva)
    page = change(alva, draft, "add", exercise=library["rise"])
    assert order(page) == [NAMES["rise"]]
    assert "Resa sig från stol lades till som nummer 1." in page
    assert "<html" not in page
    (line,) = row(place, draft).lines
    assert (line.item.sets, line.item.repetitions) == (2, 8)


@pytest.mark.parametrize("script", [True, False])
def test_it_is_built_ordered_and_undone_with_a_script_and_without(
    alva: Client, place: Town, library: dict[str, UUID], script: bool
) -> None:
    draft = begin(alva)
    for key in ("rise", "heel", "squeeze"):
        change(alva, draft, "add", script=script, exercise=library[key])
    change(alva, draft, "up", script=script, line=3)
    change(alva, draft, "down", script=script, line=1)
    change(alva, draft, "move", script=script, line=2, to=1)
    change(alva, draft, "dose", script=script, line=1, sets="3", repetitions="", seconds=" 30 ", note="Stå nära")
    change(alva, draft, "remove", script=script, line=3)
    change(alva, draft, "undo", script=script)
    assert order(said(alva, draft)) == [NAMES["heel"], NAMES["squeeze"], NAMES["rise"]]
    dose = row(place, draft).lines[2].item
    assert (dose.sets, dose.repetitions, dose.seconds, dose.note) == (3, None, 30, "Stå nära")
    assert order(change(alva, draft, "redo", script=script)) == [NAMES["heel"], NAMES["rise"]]


def test_saving_a_dose_leaves_the_fields_alone(alva: Client, library: dict[str, UUID]) -> None:
    """Somebody may already be writing in the next one."""
    draft = begin(alva)
    change(alva, draft, "add", exercise=library["rise"])
    page = change(alva, draft, "dose", line=1, sets="3")
    assert 'name="sets"' not in page
    assert "Ändrade Resa sig från stol" in page


@pytest.mark.parametrize(
    ("dose", "text"),
    [
        ({"sets": "abc"}, "Omgångar: Skriv ett tal mellan 1 och 20"),
        ({"sets": "21"}, "Omgångar: Skriv ett tal mellan 1 och 20"),
        ({"repetitions": "9" * 5000}, "Gånger: Skriv ett tal mellan 1 och 200"),
        ({"seconds": "-1"}, "Sekunder: Skriv ett tal mellan 1 och 3600"),
        ({"note": "x" * 301}, "Anmärkning till den som utför: Skriv högst 300 tecken"),
    ],
)
def test_what_is_wrong_stands_by_its_line_and_is_not_saved(
    alva: Client, place: Town, library: dict[str, UUID], dose: dict[str, Any], text: str
) -> None:
    draft = begin(alva)
    change(alva, draft, "add", exercise=library["rise"])
    before = row(place, draft)
    assert re.search(rf'id="wrong-1"[^>]*>{text}', change(alva, draft, "dose", line=1, **dose))
    assert text in change(alva, draft, "dose", script=False, line=1, **dose)
    assert row(place, draft) == before


@pytest.mark.parametrize("posted", [{"do": "explode"}, {"do": "add", "exercise": "x"}, {"do": "remove", "line": "x"}])
def test_an_old_page_is_told_so(alva: Client, library: dict[str, UUID], posted: dict[str, Any]) -> None:
    draft = begin(alva)
    assert re.search("Öppna (utkastet|sidan) igen", change(alva, draft, posted.pop("do"), **posted))


def test_it_is_found_misspelt_and_by_filters(alva: Client, library: dict[str, UUID]) -> None:
    draft = begin(alva)
    found = said(alva, f"{draft}found?words=kramma")
    assert NAMES["squeeze"] in found
    assert NAMES["heel"] not in found
    assert "<html" not in found
    page = said(alva, f"{draft}?position=standing")
    assert NAMES["heel"] in page
    assert NAMES["squeeze"] not in page
    assert '<option value="standing" selected>' in page
    assert "Ingen övning passar" in said(alva, f"{draft}found?words=kramma&position=standing")
    assert NAMES["squeeze"] in said(alva, f"{draft}found?position=upside_down")


def test_a_search_without_a_script_is_still_there_after_adding(alva: Client, library: dict[str, UUID]) -> None:
    draft = begin(alva)
    page = change(alva, draft, "add", script=False, exercise=library["rise"], asked="words=kramma")
    assert 'value="kramma"' in page


def test_it_is_checked_signed_and_locked(alva: Client, place: Town, greta: UUID, library: dict[str, UUID]) -> None:
    draft = begin(alva, patient=greta)
    assert "Programmet är tomt" in said(alva, f"{draft}check")
    refused = alva.post(f"{draft}check")
    assert refused.status_code == 422
    assert "Programmet har inga övningar" in refused.content.decode()
    change(alva, draft, "add", exercise=library["rise"])
    assert "Blir du yr när du reser dig?" in said(alva, f"{draft}check")
    page = alva.post(f"{draft}check", follow=True).content.decode()
    assert "Version 1, signerad av Alva Ek mån 23 nov 2026 kl. 09:00" in page
    assert alva.get(draft).status_code == 404
    assert alva.post(f"{draft}change", {"do": "undo"}).status_code == 404


def test_version_two_says_what_has_changed_and_who_still_has_version_one(
    alva: Client, place: Town, greta: UUID, library: dict[str, UUID]
) -> None:
    draft = begin(alva, patient=greta)
    for key in ("rise", "heel"):
        change(alva, draft, "add", exercise=library[key])
    programme = str(alva.post(f"{draft}check")["Location"])
    prescription = care.prescription(place, greta, programme=UUID(programme.split("/")[-2]))
    second = str(alva.post(f"{programme}new-version")["Location"])
    assert 'name="name"' not in said(alva, second)
    change(alva, second, "dose", line=1, sets="3", repetitions="8")
    page = change(alva, second, "up", line=2)
    assert re.search("Flyttad.*Häva sig på tå.*från nummer 2 till nummer 1", page, re.S)
    assert re.search("Ny dos.*Resa sig från stol.*3 omgångar × 8 gånger, tidigare 2 omgångar × 8 gånger", page, re.S)
    assert "3 omgångar × 8 gånger" in said(alva, f"{second}check")
    alva.post(f"{second}check")
    page = said(alva, programme)
    assert "Ändrat sedan version 1" in page
    assert f"/patient/{greta}/prescription/{prescription}/change" in page
    assert "Det här är en tidigare version" in said(alva, f"{programme}version/1")
    assert alva.get(f"{programme}version/3").status_code == 404


def test_it_is_shown_as_on_phone_and_paper(alva: Client, greta: UUID, library: dict[str, UUID]) -> None:
    draft = begin(alva, patient=greta)
    assert "Det finns inget att visa än" in said(alva, f"{draft}preview")
    change(alva, draft, "add", exercise=library["rise"])
    assert "<span>2 omgångar</span>" in said(alva, f"{draft}preview")
    pdf = alva.get(f"{draft}paper.pdf")
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert alva.get(f"{draft}page-1.png").content[:4] == b"\x89PNG"
    assert alva.get(f"{draft}page-2.png").status_code == 404


def test_a_photo_of_an_own_exercise_is_seen_on_paper_before_it_is_signed(
    alva: Client, place: Town, greta: UUID, library: dict[str, UUID]
) -> None:
    own = care.own_exercise(place)
    care.put_photo(place, own, photo(picture()))
    draft = begin(alva, patient=greta)
    assert "Kannan lutas över krukan." in change(alva, draft, "add", exercise=own)
    assert alva.get(f"{draft}page-1.png").content[:4] == b"\x89PNG"


def test_a_printout_is_shown_as_it_is_and_never_written_on(alva: Client, place: Town, greta: UUID) -> None:
    id = actions.put_document(
        patient=greta,
        programme=None,
        name="Från ExorLive",
        source="ExorLive",
        dated=MONDAY.date(),
        pdf=pdf("Benträning"),
        by=place.access(place.alva),
        at=MONDAY,
    )
    assert alva.get(f"/programmes/{id}/version/1/paper.pdf").content[:5] == b"%PDF-"
    assert "Programmet är en utskrift" in said(alva, f"/programmes/{id}/new-version", post=True)
    response = alva.post(f"/programmes/new?patient={greta}", {"name": "Ben", "copy_of": id, "unit": ""})
    assert response.status_code == 422
    assert "Programmet är en utskrift" in response.content.decode()
    assert queries.drafts(place.access(place.alva)) == []


def test_what_is_worth_another_look_is_said_before_signing(alva: Client, place: Town, library: dict[str, UUID]) -> None:
    own = care.own_exercise(place)
    draft = begin(alva)
    for exercise in (library["rise"], own):
        change(alva, draft, "add", exercise=exercise)
    change(alva, draft, "dose", line=1)
    actions.retire_exercise(exercise=own, by=place.access(place.alva), at=MONDAY)
    page = said(alva, f"{draft}check")
    assert "En övning saknar dos: Resa sig från stol." in page
    assert "En övning erbjuds inte längre av sin enhet" in page


def test_a_discarded_draft_is_gone_and_the_patient_remains(alva: Client, greta: UUID) -> None:
    draft = begin(alva, patient=greta)
    assert alva.get(f"{draft}discard").status_code == 200
    assert alva.post(f"{draft}discard")["Location"] == f"/patient/{greta}/"
    assert alva.get(draft).status_code == 404


def test_the_list_shows_drafts_and_templates_by_use(
    alva: Client, greta: UUID, place: Town, library: dict[str, UUID]
) -> None:
    assert "Inga mallar än" in said(alva, "/programmes/")
    draft = begin(alva, unit=place.rehab)
    assert "Starka ben" in said(alva, "/programmes/")
    change(alva, draft, "add", exercise=library["rise"])
    programme = UUID(str(alva.post(f"{draft}check")["Location"]).split("/")[-2])
    care.prescription(place, greta, programme=programme)
    page = said(alva, "/programmes/")
    assert re.search(r'<b class="numbers">1</b>\s+ordination använder det', page)
    assert "Rehab" in page
    assert "Ingen mall med det namnet" in said(alva, "/programmes/?search=balans")


def test_a_programme_without_a_name_is_not_begun(alva: Client) -> None:
    response = alva.post("/programmes/new", {"name": "", "copy_of": "", "unit": ""})
    assert response.status_code == 422
    assert "Fyll i: Programmets namn." in response.content.decode()


def test_a_template_is_taken_to_a_patient_as_it_is_or_as_a_copy(
    alva: Client, greta: UUID, place: Town, library: dict[str, UUID]
) -> None:
    draft = begin(alva)
    change(alva, draft, "add", exercise=library["rise"])
    template = str(alva.post(f"{draft}check")["Location"])
    id = template.split("/")[-2]
    page = said(alva, f"{template}use?search=Greta")
    assert f"/patient/{greta}/prescribe?programme={id}" in page
    assert "Ingen med det namnet" in said(alva, f"{template}use?search=Nisse")
    assert f'<option value="{id}" selected>' in said(alva, f"/patient/{greta}/prescribe?programme={id}")
    copied = said(alva, f"/programmes/new?patient={greta}&copy={id}")
    assert f'<option value="{id}" selected>' in copied
    assert order(said(alva, begin(alva, patient=greta, copy_of=id))) == [NAMES["rise"]]


def test_what_was_written_of_a_prescription_waits_while_its_programme_is_made(
    alva: Client, greta: UUID, place: Town, library: dict[str, UUID]
) -> None:
    address = f"/patient/{greta}/prescribe"
    response = alva.post(
        address, {"step": "programme", "intervention": "Benträning", "weekdays": ["2"], "form": "clock"}
    )
    assert response["Location"] == f"/programmes/new?patient={greta}"
    draft = begin(alva, patient=greta)
    change(alva, draft, "add", exercise=library["rise"])
    page = alva.post(f"{draft}check", follow=True).content.decode()
    (back,) = re.findall(rf'href="({address}\?programme=[^"]+)"', page)
    page = said(alva, back)
    assert 'value="Benträning"' in page
    assert f'<option value="{back[-36:]}" selected>' in page
    assert 'value="Benträning"' not in said(alva, back)


@pytest.mark.parametrize("page", ["", "found", "preview", "check", "discard", "paper.pdf", "page-1.png"])
def test_nobody_elses_draft_can_be_opened(alva: Client, place: Town, greta: UUID, page: str) -> None:
    draft = begin(alva, patient=greta)
    for user in (place.bo, place.cilla, place.manager):
        assert seat(user).get(f"{draft}{page}").status_code == 403


@pytest.mark.parametrize("address", ["/programmes/", "/programmes/new"])
def test_only_those_who_prescribe_come_to_programmes(place: Town, address: str) -> None:
    seen = {who: seat(getattr(place, who)).get(address).status_code for who in ("alva", "bo", "cilla", "manager")}
    assert seen == {"alva": 200, "bo": 403, "cilla": 403, "manager": 403}
    assert Client().get(address).status_code == 302


def test_a_patients_programme_is_opened_as_the_patient_is(
    alva: Client, place: Town, greta: UUID, library: dict[str, UUID]
) -> None:
    draft = begin(alva, patient=greta)
    change(alva, draft, "add", exercise=library["rise"])
    programme = str(alva.post(f"{draft}check")["Location"])
    before = len(people.patient_accesses(place.access(place.mas)))
    alva.get(programme)
    assert len(people.patient_accesses(place.access(place.mas))) == before + 1
    care.patient(place, unit=place.south, rehab_unit=place.south)
    assert alva.get(programme).status_code == 404
    assert alva.post(f"{programme}new-version").status_code == 404
    assert alva.get(f"/programmes/new?patient={greta}").status_code == 404


@pytest.mark.parametrize("query", ["patient=x", "copy=x"])
def test_an_address_that_names_nothing_leads_nowhere(alva: Client, query: str) -> None:
    assert alva.get(f"/programmes/new?{query}").status_code == 404
