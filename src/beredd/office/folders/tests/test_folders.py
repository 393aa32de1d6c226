"""The page of the home folders and the patient's card: what to do, done with one press, and by whom."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from beredd.care import actions as prescription_actions
from beredd.care.factories import content, patient, prescription
from beredd.clock import now
from beredd.paper import actions, packs, queries
from beredd.paper.models import SheetDoubt
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.need import Reason
from beredd.paper.rules.sheet import show_sheet_id
from beredd.paper.rules.span import Span
from beredd.people.factories import Town, town
from beredd.people.models import User

pytestmark = pytest.mark.django_db
YEAR = Span(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    one = patient(place)
    prescription(place, one)
    return one


def signed_in(client: Client, place: Town, who: str) -> Client:
    client.force_login(User.objects.get(id=getattr(place, who)), backend="django.contrib.auth.backends.ModelBackend")
    return client


def printed(place: Town, greta: UUID) -> str:
    """Her prescription on paper."""
    by, at = place.access(place.alva), now() - timedelta(minutes=5)
    plan = packs.patient_plan(patient=greta, span=YEAR, by=by, at=at)
    return actions.print_pack(plan=plan, changed_only=False, channel="office", by=by, at=at).sheets[0].id


def test_what_is_to_be_done_is_listed_and_done_with_one_press(client: Client, place: Town, greta: UUID) -> None:
    id = printed(place, greta)
    text = signed_in(client, place, "bo").get("/paper/folders/").content.decode()
    assert "Greta Holm" in text and show_sheet_id(id) in text and "Lägg i pärmen" in text
    assert client.post(f"/paper/folders/{greta}/done", {"put": id, "take": ""}).status_code == 302
    row = queries.sheet(place.access(place.bo), id)
    assert row is not None and (row.state, row.home) == (SheetState.PLACED, greta)
    text = client.get("/paper/folders/").content.decode()
    assert text.index("Vad som ligger var") < text.index(show_sheet_id(id))


def test_who_must_have_paper_and_has_none_is_listed_with_the_reason(client: Client, place: Town, greta: UUID) -> None:
    assert 'data-testid="unprinted"' not in signed_in(client, place, "bo").get("/paper/folders/").content.decode()
    by = place.access(place.alva)
    actions.decide_paper(patient=greta, reason=Reason.NO_COVERAGE, holds=True, by=by, at=now())
    text = client.get("/paper/folders/").content.decode()
    assert 'data-testid="unprinted"' in text and "Det finns ingen täckning hemma." in text
    printed(place, greta)
    assert 'data-testid="unprinted"' not in client.get("/paper/folders/").content.decode()


def test_what_is_out_of_date_leads_to_printing_anew(client: Client, place: Town, greta: UUID) -> None:
    id = printed(place, greta)
    actions.follow_sheet(id=id, state=SheetState.PLACED, by=place.access(place.bo), at=now())
    prescription_actions.prescribe(
        patient=greta, content=content("15:00"), effective_at=now(), by=place.access(place.alva), at=now()
    )
    text = signed_in(client, place, "bo").get("/paper/folders/").content.decode()
    assert "Skriv ut nytt" in text and f"/paper/patient/{greta}/" in text


def test_an_exchange_destroys_the_old_copy(client: Client, place: Town, greta: UUID) -> None:
    old = printed(place, greta)
    actions.follow_sheet(id=old, state=SheetState.PLACED, by=place.access(place.bo), at=now())
    new = printed(place, greta)
    signed_in(client, place, "bo").post(f"/paper/folders/{greta}/done", {"put": new, "take": old, "back": "patient"})
    states = [row.state for id in (old, new) if (row := queries.sheet(place.access(place.bo), id))]
    assert states == [SheetState.DESTROYED, SheetState.PLACED]


def test_nothing_of_an_exchange_is_kept_when_half_of_it_cannot_be(client: Client, place: Town, greta: UUID) -> None:
    new = printed(place, greta)
    answer = signed_in(client, place, "bo").post(
        f"/paper/folders/{greta}/done", {"put": new, "take": "000000000000"}, follow=True
    )
    assert "Det finns inget sådant blad" in answer.content.decode()
    row = queries.sheet(place.access(place.bo), new)
    assert row is not None and row.state is SheetState.PRINTED


def test_the_patients_page_shows_what_lies_at_home_and_where(client: Client, place: Town, greta: UUID) -> None:
    id = printed(place, greta)
    signed_in(client, place, "alva")
    said = {"place": "byrån i hallen", "tab": "", "wanted": "yes"}
    assert client.post(f"/paper/folders/{greta}/describe", said).status_code == 302
    text = client.get(f"/patient/{greta}/").content.decode()
    assert "byrån i hallen" in text and show_sheet_id(id) in text and "flik 4" in text
    client.post(f"/paper/folders/{greta}/describe", {**said, "wanted": "no"})
    assert "Vill inte ha papper hemma" in client.get(f"/patient/{greta}/").content.decode()


def test_bo_may_not_say_where_the_folder_is(client: Client, place: Town, greta: UUID) -> None:
    text = signed_in(client, place, "bo").get(f"/patient/{greta}/").content.decode()
    assert 'data-testid="paper-card"' in text and "describe-folder" not in text
    client.post(f"/paper/folders/{greta}/describe", {"place": "x", "tab": "", "wanted": "no"})
    assert queries.home_folders([greta])[greta].wanted


def test_what_did_not_fit_is_shown_until_it_has_been_looked_into(client: Client, place: Town, greta: UUID) -> None:
    doubt = SheetDoubt.objects.create(
        id="00000000-0000-4000-8000-000000000001",
        sheet="K7M39QXW2PRT",
        state="placed",
        patient=greta,
        unit=place.north,
        codes=["unknown_sheet"],
        followed=False,
        told_by=place.bo,
        told_at=now(),
    )
    text = signed_in(client, place, "bo").get("/paper/folders/").content.decode()
    assert "K7M3-9QXW-2PRT" in text and "Inget blad med det numret" in text and "Greta Holm" in text
    signed_in(client, place, "cilla").post(f"/paper/folders/doubt/{doubt.id}", {"outcome": "x"})
    doubt.refresh_from_db()
    assert doubt.settled_at is None
    signed_in(client, place, "bo").post(f"/paper/folders/doubt/{doubt.id}", {"outcome": "grannens"})
    doubt.refresh_from_db()
    assert (doubt.settled_by, doubt.outcome) == (place.bo, "grannens")
    assert "K7M3-9QXW-2PRT" not in client.get("/paper/folders/").content.decode()


def test_cilla_sees_no_home_of_the_north(client: Client, place: Town, greta: UUID) -> None:
    id = printed(place, greta)
    text = signed_in(client, place, "cilla").get(f"/paper/folders/?unit={place.north}").content.decode()
    assert "Greta" not in text
    client.post(f"/paper/folders/{greta}/done", {"put": id, "take": ""})
    row = queries.sheet(place.access(place.bo), id)
    assert row is not None and row.state is SheetState.PRINTED
