"""Disruptions in the office: who sees and decides what, each decision with its ground, one page that says it all."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import time_machine
from django.test import Client

from beredd.disruption import actions, queries
from beredd.disruption.actions import Said
from beredd.disruption.factories import incident
from beredd.disruption.rules.incident import Move, State
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town
from beredd.routine.factories import shelf
from beredd.shipped import content

pytestmark = pytest.mark.django_db
NOW = MONDAY + timedelta(hours=1)
HOUR = timedelta(hours=1)
TRY, SIGN, INFORM = "phones-down-short/try", "phones-down-short/sign", "phones-down-long/inform"


@pytest.fixture(autouse=True)
def at_ten() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def place() -> Town:
    return town()


def said(client: Client, address: str, **more: object) -> str:
    response = client.post(address, more, follow=True) if more else client.get(address)
    return response.content.decode()


def state(place: Town, id: UUID) -> State:
    row = queries.incident(place.access(place.mas), id)
    assert row
    return row.state


def test_who_may_open_what(place: Town) -> None:
    here = f"/disruptions/{incident(place)}/"
    seen = {who: seat(getattr(place, who)).get(here).status_code for who in ("alva", "bo", "cilla", "manager", "mas")}
    assert seen == {"alva": 200, "bo": 200, "cilla": 404, "manager": 200, "mas": 200}
    assert seat(place.cilla).get("/disruptions/").status_code == 200
    assert seat(place.bo).get("/disruptions/raise").status_code == 403
    assert Client().get(here).status_code == 302


def test_the_list_has_what_goes_on_and_what_is_over(place: Town) -> None:
    assert "Ingen pågående störning" in said(seat(place.bo), "/disruptions/")
    incident(place, Move.DISMISS)
    incident(place, Move.CONFIRM, units={place.south})
    page = said(seat(place.mas), "/disruptions/")
    assert "1 pågår." in page
    assert page.count('data-testid="open-disruption"') == 1
    assert "Avfärdad" in page and "Fungerar inte" in page
    assert "Ingen pågående störning" in said(seat(place.bo), "/disruptions/")


def test_the_page_says_what_for_whom_since_when_on_what_ground_and_whose_it_is(place: Town) -> None:
    page = said(seat(place.alva), f"/disruptions/{incident(place, Move.CONFIRM)}/")
    for words in ("ExorLive", "Hemtjänst Norr", "började 09:00", "Svarar inte", "Systemets leverantör", "Maria Stål"):
        assert words in page


def test_a_manager_takes_one_up_and_moves_it_on(place: Town) -> None:
    disa = seat(place.manager)
    page = said(disa, "/disruptions/raise", what="launch", units=[str(place.north)], ground="Ingen kommer in")
    assert "Uthoppet från Appva till ExorLive" in page and "upptagen som misstanke" in page
    (row,) = queries.incidents(place.access(place.mas), open_only=True)
    assert (row.system, row.layer, row.units) == ("launch", "launch", frozenset({place.north}))
    said(disa, f"/disruptions/{row.id}/move", move="confirm")
    assert state(place, row.id) is State.CONFIRMED


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ({"what": "launch", "ground": "Nere"}, "Välj vilka enheter det gäller"),
        ({"what": "system:exorlive", "ground": " "}, "Fyll i: Vad har du sett?"),
        ({"what": "lunch", "ground": "Nere"}, "Vad fungerar inte?"),
    ],
)
def test_what_is_missing_is_asked_for(place: Town, form: dict[str, str], word: str) -> None:
    answer = seat(place.manager).post("/disruptions/raise", {**form, "everybody": ""})
    assert answer.status_code == 422
    assert word in answer.content.decode()
    assert queries.incidents(place.access(place.mas), open_only=False) == []


def test_only_the_moves_that_one_may_make_now_are_offered(place: Town) -> None:
    here = f"/disruptions/{incident(place, Move.CONFIRM)}/"
    assert 'data-testid="move-declare_long"' in said(seat(place.mas), here)
    disa = said(seat(place.manager), here)
    assert 'data-testid="move-declare_long"' not in disa and 'data-testid="move-recover"' in disa
    assert 'data-testid="move-' not in said(seat(place.bo), here)


def test_a_decision_without_its_ground_is_asked_for_again(place: Town) -> None:
    id = incident(place)
    answer = seat(place.mas).post(f"/disruptions/{id}/move", {"move": "dismiss", "dismiss-ground": ""})
    assert answer.status_code == 422
    assert "Vad grundar du det på?" in answer.content.decode()
    assert state(place, id) is State.SUSPECTED


def test_who_decides_second_is_told_and_nothing_is_done(place: Town) -> None:
    id = incident(place, Move.DISMISS)
    answer = seat(place.manager).post(f"/disruptions/{id}/move", {"move": "confirm"})
    assert answer.status_code == 422
    assert "har fått en annan status" in answer.content.decode()
    assert state(place, id) is State.DISMISSED


def test_those_without_the_right_are_refused_whatever_they_post(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    bo, cilla = seat(place.bo), seat(place.cilla)
    move = {"move": "recover"}
    assert cilla.post(f"/disruptions/{id}/move", move).status_code == 404
    assert bo.post(f"/disruptions/{id}/move", move).status_code == 422
    assert bo.post(f"/disruptions/{id}/move", {"move": "explode"}).status_code == 404
    assert state(place, id) is State.CONFIRMED


def test_paper_is_decided_from_when_and_until_when_with_a_name_at_both_ends(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    disa = seat(place.manager)
    begin = {"unit": place.north, "system": "exorlive", "begins_at": "2026-11-23T10:30", "ground": "Ronden"}
    page = said(disa, f"/disruptions/{id}/paper", **begin)
    assert "beslutat att papper gäller" in page and "Besluta till när" in page
    (paper,) = queries.incidents(place.access(place.mas), open_only=True)[0].papers
    end = {f"{paper.id}-ends_at": "2026-11-23T12:00", f"{paper.id}-ground": "Fungerar igen"}
    page = said(disa, f"/disruptions/{id}/paper/{paper.id}/end", **end)
    assert "12:00" in page and page.count("Disa Alm") >= 3
    again = disa.post(f"/disruptions/{id}/paper/{paper.id}/end", end)
    assert again.status_code == 422


def test_no_paper_before_it_is_confirmed_nor_by_those_who_may_not_decide(place: Town) -> None:
    id = incident(place)
    assert "begin-paper" not in said(seat(place.manager), f"/disruptions/{id}/")
    actions.move_incident(incident=id, move=Move.CONFIRM, by=place.access(place.mas), at=NOW)
    assert "begin-paper" in said(seat(place.manager), f"/disruptions/{id}/")
    assert "begin-paper" not in said(seat(place.bo), f"/disruptions/{id}/")


def test_word_is_given_to_those_who_wait(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    told = {"text": "Signera på papper.", "next_at": "2026-11-23T12:00"}
    assert "Signera på papper." in said(seat(place.manager), f"/disruptions/{id}/tell", **told)
    assert "Nästa besked 12:00" in Client().get("/lage/").content.decode()
    late = seat(place.manager).post(f"/disruptions/{id}/tell", {**told, "next_at": "2026-11-23T09:00"})
    assert late.status_code == 422 and "har passerat" in late.content.decode()


def test_a_limit_warns_before_it_passes(place: Town) -> None:
    id = incident(place)
    address = f"/disruptions/{id}/"
    with time_machine.travel(MONDAY + timedelta(minutes=12), tick=False):
        assert "3 minuter kvar." in said(seat(place.manager), address)
    assert "Ingen har undersökt misstanken" in said(seat(place.manager), address)
    with time_machine.travel(MONDAY + timedelta(minutes=2), tick=False):
        assert 'data-testid="limit"' not in said(seat(place.manager), address)


@pytest.mark.parametrize(
    ("moves", "stops"),
    [
        ((), ["Misstänkt", "Bekräftad", "Långvarig: papper", "Fungerar igen", "Avslutad"]),
        ((Move.DISMISS,), ["Misstänkt", "Avfärdad"]),
        ((Move.CONFIRM, Move.RECOVER), ["Misstänkt", "Bekräftad", "Fungerar igen", "Avslutad"]),
        ((Move.DEGRADE,), ["Misstänkt", "Långsamt eller ostadigt", "Långvarig: papper", "Fungerar igen", "Avslutad"]),
    ],
)
def test_the_road_shows_where_it_stands(place: Town, moves: tuple[Move, ...], stops: list[str]) -> None:
    page = said(seat(place.mas), f"/disruptions/{incident(place, *moves)}/")
    drawn = page.split('data-testid="road"')[1].split("</ol>")[0]
    assert [word.split("<")[0] for word in drawn.split('class="road__word">')[1:]] == stops
    assert drawn.count('aria-current="step"') == 1


def test_the_menu_counts_what_goes_on_where_one_works(place: Town) -> None:
    incident(place, Move.CONFIRM)
    incident(place, Move.DISMISS, units={place.south})
    assert "1 väntar" in said(seat(place.bo), "/disruptions/")
    assert "1 väntar" not in said(seat(place.cilla), "/disruptions/")


def routine() -> None:
    shelf((Path(content()) / "routines" / "exorlive.yaml").read_text())


def test_the_steps_of_the_routine_are_ticked_by_whom_and_when(place: Town) -> None:
    routine()
    id = incident(place, Move.CONFIRM)
    bo = seat(place.bo)
    page = said(bo, f"/disruptions/{id}/steps")
    assert page.count('data-testid="checklist"') == 3 and "0 av" in page
    tick = {
        "unit": place.north,
        "routine": "exorlive",
        "version": "1",
        "role": "performer",
        "step": TRY,
        "done": "1",
    }
    assert "Bo Lind, 10:00" in said(bo, f"/disruptions/{id}/steps/tick", **tick)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        assert "Bo Lind, 10:00" not in said(bo, f"/disruptions/{id}/steps/tick", **{**tick, "done": "0"})
    assert seat(place.cilla).post(f"/disruptions/{id}/steps/tick", tick).status_code == 404
    assert bo.post(f"/disruptions/{id}/steps/tick", {**tick, "unit": place.south}).status_code == 404
    assert bo.post(f"/disruptions/{id}/steps/tick", {**tick, "version": "x"}).status_code == 404


def test_a_printed_list_is_entered_with_the_name_and_the_time_on_it(place: Town) -> None:
    routine()
    id = incident(place, Move.CONFIRM)
    sheet = {
        "unit": place.north,
        "list": "exorlive-performer",
        "steps": [TRY, SIGN],
        "done_by": "Eva, vikarie",
    }
    address = f"/disruptions/{id}/steps/from-paper"
    page = said(seat(place.manager), address, **sheet, done_at="2026-11-23T09:20")
    assert "2 steg är införda." in page
    assert page.count("Eva, vikarie, 09:20 på papper, infört 10:00") >= 2
    late = seat(place.manager).post(address, {**sheet, "steps": [INFORM], "done_at": "2026-11-23T11:00"})
    assert late.status_code == 422 and "senare än nu" in late.content.decode()
    nobody = seat(place.manager).post(
        address, {**sheet, "steps": [INFORM], "done_by": "", "done_at": "2026-11-23T09:20"}
    )
    assert nobody.status_code == 422


def test_once_long_it_says_whom_to_ring_now_with_the_number(place: Town) -> None:
    routine()
    id = incident(place, Move.CONFIRM)
    disa = seat(place.manager)
    assert "Ring nu" not in said(disa, f"/disruptions/{id}/")
    move = {"incident": id, "move": Move.DECLARE_LONG, "ground": "IT-service"}
    actions.move_incident(**move, by=place.access(place.mas), at=NOW)  # type: ignore[arg-type]
    page = said(disa, f"/disruptions/{id}/")
    assert "Ring Rehabiliteringen nu" in page and "tel:0346886300" in page
    tick = {"unit": place.north, "routine": "exorlive", "version": "1", "role": "call", "step": "rehab", "done": "1"}
    assert "Disa Alm, 10:00" in said(disa, f"/disruptions/{id}/steps/tick", **tick)
    with time_machine.travel(MONDAY + timedelta(hours=5), tick=False):
        page = said(disa, f"/disruptions/{id}/")
    assert "Ring Kontaktcenter nu" in page and "Rehabiliteringen har stängt nu" in page


def test_what_has_been_reported_is_shown_with_what_was_seen_and_told(place: Town) -> None:
    routine()
    guide = {"routine": "exorlive", "version": 1, "situation": "launch-fails", "answers": {"alone": "no", "x": "y"}}
    saw = {"online": "no", "last_contact": "2026-11-23T08:30:00Z", "app": "1.2"}
    what = {
        "kind": "system",
        "system": "exorlive",
        "unit": place.north,
        "device": "phone-1",
        "saw": saw,
        "guide": guide,
    }
    said_by = {"signed_in": True, "by": place.access(place.bo), "at": NOW}
    actions.report(Said(id=uuid4(), made_at=MONDAY, **what), **said_by)  # type: ignore[arg-type]
    page = said(seat(place.manager), "/disruptions/reports")
    for words in ("Bo Lind", "09:00", "mottagen 10:00", "nät: inget", "09:30", "Nej, fler har samma problem", "x: y"):
        assert words in page
    assert seat(place.bo).get("/disruptions/reports").status_code == 403


def test_every_page_says_what_goes_on_where_one_works_and_reminds_those_who_handle_it(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    assert "ExorLive: Fungerar inte." in said(seat(place.bo), "/patients")
    assert "ExorLive" not in said(seat(place.cilla), "/patients")
    word = {"text": "Vi söker felet.", "next_at": NOW + timedelta(minutes=30)}
    actions.tell(incident=id, **word, by=place.access(place.manager), at=NOW)  # type: ignore[arg-type]
    with time_machine.travel(NOW + timedelta(minutes=31), tick=False):
        assert "skulle ha fått besked" in said(seat(place.manager), "/patients")
        assert "skulle ha fått besked" not in said(seat(place.bo), "/patients")


def test_one_takes_the_lead_with_a_click_and_the_second_is_told_who_has_it(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    disa, alva = seat(place.manager), seat(place.alva)
    assert "Ingen leder ännu" in said(seat(place.bo), "/disruptions/") and "Jag leder" not in said(
        seat(place.bo), "/disruptions/"
    )
    assert "Jag leder" in said(alva, "/disruptions/") and "Jag leder" in said(alva, f"/disruptions/{id}/")
    page = said(disa, f"/disruptions/{id}/lead", seen="0")
    assert "Du leder arbetet nu" in page and "Disa Alm leder sedan 10:00." in page and "Det är du." in page
    assert "Disa Alm leder arbetet nu. Prata med varandra" in said(alva, f"/disruptions/{id}/lead", seen="0")
    page = said(alva, f"/disruptions/{id}/")
    assert "Ta över" in page and 'data-testid="hand-over"' not in page
    assert disa.post(f"/disruptions/{id}/lead", {"seen": "x"}).status_code == 404


def test_who_leads_hands_over_to_a_colleague_who_can(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    disa = seat(place.manager)
    page = said(disa, f"/disruptions/{id}/lead", seen="0")
    choices = page.split('data-testid="hand-over"')[1].split("</form>")[0]
    assert "Alva Ek" in choices and "Bo Lind" not in choices and "Disa Alm" not in choices
    assert "Välj vem som tar över" in said(disa, f"/disruptions/{id}/lead/hand-over", seen="1", to=str(place.bo))
    page = said(disa, f"/disruptions/{id}/lead/hand-over", seen="1", to=str(place.alva))
    assert "Alva Ek leder arbetet nu." in page and "Lämnade över arbetet till" in page
    assert "Bara den som leder lämnar över" in said(
        disa, f"/disruptions/{id}/lead/hand-over", seen="2", to=str(place.alva)
    )
