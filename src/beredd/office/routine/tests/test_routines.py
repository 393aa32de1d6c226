"""A routine on its way through the office: written in forms, reviewed, decided, read, and hung on the wall."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town
from beredd.routine import actions, queries
from beredd.routine.factories import TEXT, Shelf, shelf
from beredd.routine.queries import VersionRow

pytestmark = pytest.mark.django_db
DRAFT = "/routines/exorlive/version/2"
NOW = MONDAY + timedelta(hours=1)


@pytest.fixture(autouse=True)
def at_ten() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def kept(place: Town) -> Shelf:
    return shelf()


@pytest.fixture
def draft(place: Town, kept: Shelf) -> Client:
    """Alva, in front of a draft."""
    client = seat(place.alva)
    assert client.post("/routines/exorlive/new-version").status_code == 302
    return client


def newest(place: Town) -> VersionRow:
    row = queries.routine(place.access(place.mas), "exorlive", at=NOW)
    assert row
    return row.versions[0]


def said(client: Client, address: str, **more: object) -> str:
    response = client.post(address, more, follow=True) if more else client.get(address)
    return response.content.decode()


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        ("/routines/", {"alva": 200, "bo": 200, "cilla": 200, "manager": 200, "mas": 200}),
        ("/routines/exorlive/", {"alva": 200, "bo": 200, "cilla": 200, "manager": 200, "mas": 200}),
        ("/routines/exorlive/version/1/", {"alva": 200, "bo": 200, "cilla": 200}),
        ("/routines/exorlive/version/1/file", {"alva": 200, "bo": 200, "cilla": 200}),
        (f"{DRAFT}/", {"alva": 200, "bo": 404, "cilla": 404, "manager": 200, "mas": 200}),
        (f"{DRAFT}/edit", {"alva": 200, "bo": 403, "cilla": 403, "manager": 200, "mas": 200}),
        (f"{DRAFT}/edit/piece/about", {"alva": 200, "bo": 403, "mas": 200}),
        (f"{DRAFT}/source", {"alva": 200, "bo": 403, "cilla": 403, "mas": 200}),
        ("/routines/import", {"alva": 200, "bo": 403, "cilla": 403, "mas": 200}),
        ("/routines/exorlive/readers", {"alva": 403, "bo": 403, "cilla": 403, "manager": 200, "mas": 200}),
        ("/routines/exorlive/read", {"alva": 200, "bo": 200, "cilla": 200, "manager": 404}),
        ("/routines/postings", {"alva": 200, "bo": 200, "cilla": 200, "manager": 200, "mas": 200}),
        ("/routines/none/", {"alva": 404}),
    ],
)
def test_who_may_open_what(place: Town, draft: Client, address: str, seen: dict[str, int]) -> None:
    assert {who: seat(getattr(place, who)).get(address).status_code for who in seen} == seen


def test_a_routine_reads_as_a_document(place: Town, kept: Shelf) -> None:
    page = said(seat(place.bo), "/routines/exorlive/")
    for words in ("Driftstopp i ExorLive", "Ring den legitimerade.", "0346-886300", "måndag till fredag 08:00–12:00"):
        assert words in page
    assert 'href="tel:0346886300"' in page
    assert "om ”Är det bara en enhet som krånglar?” besvaras med ”Nej”" in page.replace("Om ", "om ")


def test_exporting_an_unedited_version_gives_it_back_word_for_word(place: Town, kept: Shelf) -> None:
    response = seat(place.alva).get("/routines/exorlive/version/1/file")
    assert response.content.decode() == TEXT
    assert response["Content-Disposition"] == 'attachment; filename="exorlive-1.yaml"'


def test_a_step_is_changed_in_both_languages_and_the_rest_stays(place: Town, draft: Client) -> None:
    address = f"{DRAFT}/edit/piece/situations/phones-down/items/2"
    assert "Signera när mobilen fungerar igen." in said(draft, address)
    form = {
        "text_sv": "Signera genast när mobilen fungerar.",
        "text_en": "Sign at once.",
        "source": "3",
        "reach": "rehab",
    }
    assert "Sparat i utkastet." in said(draft, address, **form, seen=newest(place).seen)
    told = queries.told(newest(place).text, "exorlive")
    step = told.step("phones-down/sign")
    assert (step.text.sv, step.text.en, step.reach) == (form["text_sv"], "Sign at once.", ("rehab",))
    assert told.step("phones-down/ring") == queries.told(TEXT, "exorlive").step("phones-down/ring")


def test_saving_a_form_without_a_change_changes_nothing(place: Town, draft: Client) -> None:
    before = queries.told(newest(place).text, "exorlive")
    for address in ("about", "situations/phones-down", "contacts/rehab", "checks/whom", "questions/role"):
        page = draft.get(f"{DRAFT}/edit/piece/{address}")
        form = page.context["form"]
        sent = {name: value for name in form.fields if (value := form[name].value())}
        assert draft.post(f"{DRAFT}/edit/piece/{address}", sent).status_code == 302, address
    assert queries.told(newest(place).text, "exorlive") == before


def test_a_line_is_added_moved_and_removed(place: Town, draft: Client) -> None:
    items = "situations/phones-down/items"
    new = {"text_sv": "Skriv på papper.", "source": "ny", "seen": newest(place).seen}
    assert "Sparat i utkastet." in said(draft, f"{DRAFT}/edit/new/step/{items}", **new)
    assert steps(place) == ["phones-down/ring", "phones-down/sign", "phones-down/skriv-pa-papper"]
    said(draft, f"{DRAFT}/edit/line/{items}/3", do="up", seen=newest(place).seen)
    assert steps(place) == ["phones-down/ring", "phones-down/skriv-pa-papper", "phones-down/sign"]
    said(draft, f"{DRAFT}/edit/line/{items}/1", do="remove", seen=newest(place).seen)
    assert steps(place) == ["phones-down/skriv-pa-papper", "phones-down/sign"]


def test_the_last_change_is_undone_and_done_again(place: Town, draft: Client) -> None:
    undo = f"{DRAFT}/edit/undo"
    assert "Det finns inget att ångra." in said(draft, undo, seen=newest(place).seen)
    said(draft, f"{DRAFT}/edit/line/situations/phones-down/items/2", do="remove", seen=newest(place).seen)
    assert "Den senaste ändringen är ångrad." in said(draft, undo, seen=newest(place).seen)
    assert steps(place) == ["phones-down/ring", "phones-down/sign"]
    said(draft, undo, seen=newest(place).seen)
    assert steps(place) == ["phones-down/ring"]


def steps(place: Town) -> list[str]:
    told = queries.told(newest(place).text, "exorlive")
    return [item.target for item in told.situation("phones-down").items if item.kind == "step"]


@pytest.mark.parametrize(
    ("kind", "among", "form"),
    [
        ("situation", "situations", {"title_sv": "Strömmen är borta", "for": "performer", "items.0.text_sv": "Ring."}),
        ("contact", "contacts", {"name_sv": "Jouren", "phone": "0346-1 12"}),
        ("hours", "contacts/rehab/hours", {"days": "sat", "opens": "10:00", "closes": "11:00", "holidays": "open"}),
        ("question", "questions", {"text_sv": "Är det mörkt?", "first_sv": "Ja", "second_sv": "Nej"}),
        ("option", "questions/role/options", {"text_sv": "Chef"}),
        (
            "check",
            "checks",
            {
                "for": "licensed",
                "text_sv": "Vad gör du?",
                "why_sv": "Så är det.",
                "first_sv": "Rätt",
                "second_sv": "Fel",
            },
        ),
        ("ask", "situations/phones-down/items", {"ask": "employer"}),
        ("see", "situations/phones-down/items", {"see": "one-device"}),
    ],
)
def test_every_kind_of_piece_can_be_added_and_opened(
    place: Town, draft: Client, kind: str, among: str, form: dict[str, object]
) -> None:
    address = f"{DRAFT}/edit/new/{kind}/{among}"
    assert draft.get(address).status_code == 200
    page = said(draft, address, **form, seen=newest(place).seen)
    assert "Sparat i utkastet." in page
    assert queries.told(newest(place).text, "exorlive") != queries.told(TEXT, "exorlive")


def test_what_others_refer_to_is_not_removed_and_the_reason_is_said(place: Town, draft: Client) -> None:
    page = said(draft, f"{DRAFT}/edit/line/contacts/rehab", do="remove", seen=newest(place).seen)
    assert "”rehab” finns inte i rutinen." in page
    assert newest(place).text == TEXT


def test_a_field_that_is_empty_or_odd_is_named_beside_it(place: Town, draft: Client) -> None:
    address = f"{DRAFT}/edit/piece/contacts/rehab"
    response = draft.post(address, {"name_sv": "", "phone": "0346", "seen": newest(place).seen})
    assert response.status_code == 422
    assert "Fyll i: Namn, på svenska." in response.content.decode()
    response = draft.post(address, {"name_sv": "Rehab", "phone": "ring oss", "seen": newest(place).seen})
    assert "”ring oss” är inget telefonnummer." in response.content.decode()


def test_two_who_write_at_once_are_told(place: Town, draft: Client) -> None:
    seen = newest(place).seen
    line = f"{DRAFT}/edit/line/situations/phones-down/items/2"
    said(seat(place.manager), line, do="up", seen=seen)
    assert "Någon har sparat utkastet sedan du öppnade sidan." in said(draft, line, do="up", seen=seen)


@pytest.mark.parametrize(
    "place_in_it", ["situations/none", "contacts/rehab/hours/7", "nothing", "situations/phones-down/items/x", "about/x"]
)
def test_a_piece_that_is_not_there_is_not_found(place: Town, draft: Client, place_in_it: str) -> None:
    assert draft.get(f"{DRAFT}/edit/piece/{place_in_it}").status_code == 404


def test_the_file_form_names_each_fault_with_its_line(place: Town, draft: Client) -> None:
    text = TEXT.replace("decided_on: 2026-02-12", "decided_on: i våras")
    response = draft.post(f"{DRAFT}/source", {"text": text, "seen": newest(place).seen})
    assert response.status_code == 422
    assert "Rad 6: ”i våras” är ingen dag som finns." in response.content.decode()
    assert "i våras" in response.content.decode()
    assert "Utkastet är sparat." in said(draft, f"{DRAFT}/source", text=f"{TEXT}# ny\n", seen=newest(place).seen)


def test_a_file_is_read_in_as_a_draft_or_refused_whole(place: Town, kept: Shelf) -> None:
    client = seat(place.alva)
    wrong = SimpleUploadedFile("fel.yaml", TEXT.replace("kind: Rutin\n", "").encode())
    assert "”kind” saknas här." in client.post("/routines/import", {"file": wrong}).content.decode()
    binary = SimpleUploadedFile("bild.png", b"\x89PNG\xff\xfe")
    assert "inte text i UTF-8" in client.post("/routines/import", {"file": binary}).content.decode()
    right = SimpleUploadedFile("ny.yaml", TEXT.replace("0346", "0347").encode())
    page = client.post("/routines/import", {"file": right}, follow=True).content.decode()
    assert "Filen är inläst som ett utkast." in page
    assert "0347-886300" in page


def test_from_draft_to_force_and_the_two_versions_side_by_side(place: Town, draft: Client) -> None:
    form = {"name_sv": "Rehabiliteringen", "name_en": "The rehab unit", "phone": "0346-112", "otherwise": "centre"}
    said(draft, f"{DRAFT}/edit/piece/contacts/rehab", **form, seen=newest(place).seen)
    assert "väntar på beslut" in said(draft, f"{DRAFT}/move", move="review")
    assert draft.post(f"{DRAFT}/move", {"move": "decide"}).status_code == 403
    mas = seat(place.mas)
    assert "0346-112" in said(mas, "/routines/exorlive/compare/1/2")
    assert "Du har beslutat om versionen." in said(mas, f"{DRAFT}/move", move="decide")
    bad = mas.post(f"{DRAFT}/move", {"move": "put_in_force", "put_in_force-from_day": "2026-11-01"})
    assert bad.status_code == 422
    assert "Dagen har passerat." in bad.content.decode()
    said(mas, f"{DRAFT}/move", **{"move": "put_in_force", "put_in_force-from_day": "2026-11-23"})
    page = said(seat(place.bo), "/routines/exorlive/")
    assert "Version 2, gäller från 23 nov 2026" in page
    assert "0346-112" in page


def test_sending_back_says_why(place: Town, draft: Client) -> None:
    said(draft, f"{DRAFT}/move", move="review")
    mas = seat(place.mas)
    assert mas.post(f"{DRAFT}/move", {"move": "send_back", "send_back-ground": " "}).status_code == 422
    page = said(mas, f"{DRAFT}/move", **{"move": "send_back", "send_back-ground": "Fel nummer till Rehab"})
    assert "”Fel nummer till Rehab”" in page
    assert mas.post(f"{DRAFT}/move", {"move": "dance"}).status_code == 404


def test_everybody_it_is_for_is_asked_on_every_page_until_they_have_confirmed(place: Town, kept: Shelf) -> None:
    bo = seat(place.bo)
    assert "Läs den senast 7 dec 2026 och bekräfta." in said(bo, "/")
    assert "Välj ett svar först." in said(bo, "/routines/exorlive/answer", scenario="whom")
    wrong = said(bo, "/routines/exorlive/answer", scenario="whom", choice="wait")
    assert "Inte riktigt. Försök igen." in wrong
    assert "Den legitimerade vet vilka insatser som ska utföras." in wrong
    assert "Svara på frågorna först." in bo.post("/routines/exorlive/confirm", follow=True).content.decode()
    assert "Det stämmer." in said(bo, "/routines/exorlive/answer", scenario="whom", choice="ring")
    assert "Tack." in bo.post("/routines/exorlive/confirm", follow=True).content.decode()
    assert 'data-testid="notice"' not in said(bo, "/")


def test_a_manager_reminds_and_it_shows(place: Town, kept: Shelf) -> None:
    manager = seat(place.manager)
    page = said(manager, "/routines/exorlive/readers")
    assert "Bo Lind" in page and "Cilla Sand" not in page
    assert "Påmind." in manager.post(f"/routines/exorlive/remind/{place.bo}", follow=True).content.decode()
    assert "Disa Alm påminner dig" in said(seat(place.bo), "/")
    refused = manager.post(f"/routines/exorlive/remind/{place.cilla}", follow=True).content.decode()
    assert "Du har inte behörighet" in refused


def test_mas_is_told_on_the_start_page_when_the_revision_is_due(place: Town, kept: Shelf) -> None:
    with time_machine.travel(MONDAY + timedelta(days=60), tick=False):
        assert "ska revideras senast 12 feb 2027" in said(seat(place.mas), "/")
        assert "ska revideras" not in said(seat(place.alva), "/")


def test_where_it_hangs_and_the_task_when_a_new_version_comes(place: Town, kept: Shelf) -> None:
    manager, bo = seat(place.manager), seat(place.bo)
    form = {"routine": str(kept.routine), "unit": str(place.north), "place": "Personalrummet"}
    assert "Platsen är med i listan." in said(manager, "/routines/postings", **form)
    assert "Platsen finns redan" in said(manager, "/routines/postings", **form)
    assert "Byt ut rutinen på: Personalrummet" in said(bo, "/")
    (row,) = queries.postings(place.access(place.bo), at=NOW)
    hangs = f"/routines/postings/{row.id}/hangs/{kept.version}"
    assert "Sparat" in said(bo, hangs, back="today")
    assert "Byt ut rutinen" not in said(bo, "/")
    kept.next_version(from_day=NOW.date(), by=place.access(place.mas))
    assert "Version 1 av ”Driftstopp i ExorLive” sitter där." in said(bo, "/")
    assert "En annan version gäller nu." in said(bo, hangs, back="today")
    assert "Platsen är borttagen" in manager.post(f"/routines/postings/{row.id}/gone", follow=True).content.decode()


def test_cilla_exchanges_nothing_in_the_north(place: Town, kept: Shelf) -> None:
    posting = actions.add_posting(
        routine=kept.routine, unit=place.north, place="Köket", by=place.access(place.manager), at=NOW
    )
    cilla = seat(place.cilla)
    assert "Köket" not in said(cilla, "/routines/postings")
    page = said(cilla, f"/routines/postings/{posting}/hangs/{kept.version}", back="")
    assert "Du har inte behörighet" in page
    (row,) = queries.postings(place.access(place.bo), at=NOW)
    assert row.hangs is None
