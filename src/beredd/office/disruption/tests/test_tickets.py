"""A ticket is filled in, sent through the outbox or read aloud, and the case number noted back."""

import json
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction

from beredd.disruption import actions, queries
from beredd.disruption.factories import incident
from beredd.disruption.models import CaseNumber, Ticket
from beredd.disruption.rules.incident import Move
from beredd.ledger import queries as ledger
from beredd.notices.actions.sending import take
from beredd.notices.book_file import BookFault
from beredd.notices.factories import BOOK, book
from beredd.notices.rules.fate import Fate
from beredd.notices.setup import portals, setup
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    book(BOOK.partition("[[group]]")[0])  # nobody else is told of anything
    return town()


def filed(place: Town, id: UUID, *, who: UUID | None = None, **said: object) -> UUID:
    whole = {"portal": "exorlive", "subject": "Fel", "text": "Inget öppnas", "read_aloud": False, **said}
    return actions.file_ticket(incident=id, **whole, by=place.access(who or place.manager), at=MONDAY)  # type: ignore[arg-type]


def test_it_is_filled_in_sent_and_answered(place: Town) -> None:
    id, client = incident(place, Move.CONFIRM), seat(place.manager)
    address = f"/disruptions/{id}/tickets"
    assert address in client.get(f"/disruptions/{id}/").content.decode()
    shown = client.get(f"{address}?portal=exorlive").content.decode()
    assert "08-525 070 88" in shown
    assert "ExorLive fungerar inte." in shown
    assert "Kontakt: Disa Alm" in shown
    said = {"portal": "exorlive", "subject": "Fel", "text": "Inget öppnas", "way": "send"}
    assert client.post(f"{address}/file", said).status_code == 302
    assert "I kö" in client.get(address).content.decode()
    row = take("mail", at=MONDAY.replace(year=2099))
    assert row
    assert (row.address, row.subject, row.text) == ("support@exorlive.com", "Fel", "Inget öppnas")
    (ticket,) = Ticket.objects.all()
    assert client.post(f"{address}/{ticket.id}/number", {"number": "  EX-1 234 "}).status_code == 302
    client.post(f"{address}/{ticket.id}/number", {"number": " "})
    assert "Ärendenummer: EX-1 234" in client.get(address).content.decode()


def test_what_is_read_aloud_is_kept_and_not_sent(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    filed(place, id, portal="helpdesk", read_aloud=True)
    row = queries.incident(place.access(place.manager), id)
    assert row
    (ticket,) = queries.tickets(place.access(place.manager), row)
    assert (ticket.portal, ticket.fate) == ("Systemsupport", None)
    assert take("mail", at=MONDAY.replace(year=2099)) is None


def test_it_is_recorded_or_nothing_is_left_of_it(place: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    id = incident(place, Move.CONFIRM)
    held = ledger.head().position
    ticket = filed(place, id)
    actions.note_case_number(ticket=ticket, number="1", by=place.access(place.manager), at=MONDAY)
    kinds = [event.kind for event in ledger.events_since(held)]
    assert kinds == ["notice.written", "incident.ticket", "incident.case_number"]

    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("beredd.disruption.actions.tickets.append", full)
    with pytest.raises(OSError, match="full"):
        filed(place, id)
    with pytest.raises(OSError, match="full"):
        actions.note_case_number(ticket=ticket, number="2", by=place.access(place.manager), at=MONDAY)
    assert (Ticket.objects.count(), CaseNumber.objects.count()) == (1, 1)
    with pytest.raises(DatabaseError), transaction.atomic():
        Ticket.objects.update(text="")


def test_the_wrong_person_and_the_wrong_text_are_refused(place: Town) -> None:
    id = incident(place, Move.CONFIRM)

    def refusal(**said: object) -> str:
        with pytest.raises(Refused) as refused:
            filed(place, id, **said)  # type: ignore[arg-type]
        return refused.value.code

    assert refusal(who=place.bo) == refusal(who=place.cilla) == "not_allowed"
    assert refusal(portal="helpdesk") == refusal(portal="none", read_aloud=True) == "portal"
    assert refusal(text=" ") == refusal(text="a" * 4001) == refusal(text="Greta 121212-1212") == "text"
    ticket = filed(place, id)
    for who, code in ((place.bo, "not_allowed"), (place.cilla, "not_allowed")):
        with pytest.raises(Refused) as refused:
            actions.note_case_number(ticket=ticket, number="1", by=place.access(who), at=MONDAY)
        assert refused.value.code == code
    with pytest.raises(Refused) as refused:
        actions.note_case_number(ticket=uuid4(), number="1", by=place.access(place.manager), at=MONDAY)
    assert refused.value.code == "unknown_ticket"
    assert seat(place.bo).get(f"/disruptions/{id}/tickets").status_code == 403
    assert seat(place.cilla).get(f"/disruptions/{id}/tickets").status_code == 404


def test_a_personal_number_comes_back_with_what_was_written(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    said = {"portal": "exorlive", "subject": "Fel", "text": "Greta 121212-1212", "way": "send"}
    page = seat(place.manager).post(f"/disruptions/{id}/tickets/file", said)
    assert page.status_code == 422
    assert "personnummer" in page.content.decode()
    assert "Greta 121212-1212" in page.content.decode()


def own_portal(tmp_path: Path, **said: object) -> None:
    (tmp_path / "portals").mkdir(exist_ok=True)
    (tmp_path / "portals" / "it.json").write_text(json.dumps({"title": "IT", **said}))


def test_a_portal_brings_its_own_mapping(place: Town, tmp_path: Path) -> None:
    mapping = {"kind": "http", "address": "https://it.example.se/api", "body": {"ticket": {"title": "{subject}"}}}
    own_portal(tmp_path, channel=mapping)
    assert setup().channels["portal-it"] == mapping
    filed(place, incident(place, Move.CONFIRM), portal="it")
    row = take("portal-it", at=MONDAY.replace(year=2099))
    assert row
    assert row.fate == Fate.SENDING


@pytest.mark.parametrize(
    "said",
    [{"channel": "mail"}, {"channel": {"kind": "mail"}}, {"language": "de"}, {"adress": "x"}],
)
def test_a_portal_that_cannot_be_is_named(place: Town, tmp_path: Path, said: dict[str, object]) -> None:
    own_portal(tmp_path, **said)
    with pytest.raises(BookFault) as fault:
        portals()
    assert "it.json" in str(fault.value.params["what"])
