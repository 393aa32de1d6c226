"""Sheets counted and found: sums that add up, one sheet by its number, and every opening in the access log."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from beredd.care.factories import patient, prescription
from beredd.clock import now
from beredd.paper import actions, packs, queries
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.sheet import payload, show_sheet_id
from beredd.paper.rules.span import Span
from beredd.people.factories import Town, town
from beredd.people.models import AccessLog, User

pytestmark = pytest.mark.django_db
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def place() -> Town:
    return town()


def signed_in(client: Client, place: Town, who: str) -> Client:
    client.force_login(User.objects.get(id=getattr(place, who)), backend="django.contrib.auth.backends.ModelBackend")
    return client


def printed(place: Town) -> list[str]:
    """Greta's paper, by kind: prescription, signing list."""
    greta = patient(place)
    prescription(place, greta)
    by, at = place.access(place.alva), now() - timedelta(minutes=5)
    plan = packs.patient_plan(patient=greta, span=NOVEMBER, by=by, at=at)
    pack = actions.print_pack(plan=plan, changed_only=False, channel="office", by=by, at=at)
    return [one.id for one in pack.sheets]


def test_every_sheet_is_counted_where_it_is(client: Client, place: Town) -> None:
    first, second = printed(place)
    actions.follow_sheet(id=first, state=SheetState.PLACED, by=place.access(place.bo), at=now())
    answer = signed_in(client, place, "bo").get("/paper/sheets/")
    counts = {one.state: one.n for one in answer.context["balance"].counts}
    assert counts == {state: 1 if state in ("printed", "placed") else 0 for state in SheetState}
    assert (answer.context["balance"].printed, answer.context["balance"].out) == (2, 2)
    lines = client.get("/paper/sheets/?state=placed").context["lines"]
    assert [one.number for one in lines] == [show_sheet_id(first)]
    assert show_sheet_id(second) in answer.content.decode()


@pytest.mark.parametrize("written", [str, str.lower, show_sheet_id, lambda id: payload(id, 1)])
def test_a_sheet_is_found_as_typed_or_as_a_scanner_writes_it(client: Client, place: Town, written: Any) -> None:
    first, _second = printed(place)
    answer = signed_in(client, place, "bo").get("/paper/sheets/", {"number": written(first)})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/paper/sheets/{first}/")


def test_a_slip_is_told_from_a_sheet_that_is_not_there(client: Client, place: Town) -> None:
    first, _second = printed(place)
    slip = ("A" if first[0] != "A" else "B") + first[1:]
    client = signed_in(client, place, "bo")
    answer = client.get("/paper/sheets/", {"number": slip})
    assert answer.status_code == 422 and "Ett tecken i bladets nummer är fel" in answer.content.decode()
    signed_in(client, place, "cilla")
    answer = client.get("/paper/sheets/", {"number": first})
    assert answer.status_code == 422 and "Det finns inget sådant blad" in answer.content.decode()


def test_opening_a_patients_sheet_is_in_the_access_log_and_shows_its_history(client: Client, place: Town) -> None:
    first, _second = printed(place)
    actions.follow_sheet(id=first, state=SheetState.HANDED_OUT, where="Bo", by=place.access(place.bo), at=now())
    text = signed_in(client, place, "bo").get(f"/paper/sheets/{first}/").content.decode()
    assert show_sheet_id(first) in text and "Utskrivet" in text and "Utlämnat" in text and "Greta Holm" in text
    (logged,) = AccessLog.objects.filter(action="paper")
    assert (logged.by, logged.unit) == (place.bo, place.north)


def test_what_has_become_of_it_is_said_on_its_page(client: Client, place: Town) -> None:
    first, _second = printed(place)
    answer = signed_in(client, place, "bo").post(
        f"/paper/sheets/{first}/follow", {"state": "missing", "where": "sist i bilen"}
    )
    assert answer.status_code == 302
    row = queries.sheet(place.access(place.bo), first)
    assert row is not None and (row.state, row.where) == (SheetState.MISSING, "sist i bilen")
    assert client.post(f"/paper/sheets/{first}/follow", {"state": "handed_out"}).status_code == 422


def test_cilla_finds_no_sheet_of_the_north(client: Client, place: Town) -> None:
    first, _second = printed(place)
    signed_in(client, place, "cilla")
    assert client.get(f"/paper/sheets/{first}/").status_code == 404
    assert client.post(f"/paper/sheets/{first}/follow", {"state": "missing"}).status_code == 404
    assert client.get("/paper/sheets/").context["balance"].printed == 0
    assert not AccessLog.objects.filter(action="paper").exists()


def test_paper_for_no_unit_is_counted_by_itself(client: Client, place: Town) -> None:
    by, at = place.access(place.bo), now()
    plan = packs.blank_plan(span=NOVEMBER)
    made: UUID = actions.print_pack(plan=plan, changed_only=False, channel="office", by=by, at=at).pack
    answer = signed_in(client, place, "bo").get("/paper/sheets/?unit=none")
    assert answer.context["balance"].printed == len(plan.after) and made
    assert client.get("/paper/sheets/").context["balance"].printed == 0
