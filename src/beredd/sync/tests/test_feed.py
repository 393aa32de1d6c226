"""What a phone gets: its own units' patients, nearest first, and what is new by position."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from beredd.care import actions as care
from beredd.care.factories import content, own_exercise, patient, prescription, put_photo
from beredd.care.tests.files import pdf
from beredd.disruption import actions as disruption
from beredd.disruption.rules.authorisation import Need
from beredd.people import actions as people
from beredd.people import queries as directory
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.access import SYSTEM
from beredd.people.rules.roles import Role
from beredd.sync.enrol import Caller, caller_of
from beredd.sync.factories import Phone
from beredd.sync.feed import feed, wanted_documents
from beredd.sync.rules.scope import Ref, scope_hash
from beredd.sync.tests.test_intake import enrolled
from beredd.sync.wire import DocumentsRequest, FeedReply, WantedDocument

pytestmark = pytest.mark.django_db
NOON = datetime.fromisoformat("2026-11-23T11:00:00+00:00")


def ask(phone: Phone, cursor: int | None = None) -> FeedReply:
    return feed(phone.question(cursor), caller=caller(phone), at=NOON)


def caller(phone: Phone) -> Caller:
    found = caller_of(phone.authorization, at=NOON)
    assert found
    return found


def two_patients() -> tuple[Town, Phone]:
    place = town()
    far, near = patient(place, "gun"), patient(place, "greta", identity="192803099810")
    prescription(place, far, "08:00", starts_on=datetime(2027, 1, 1).date())  # noqa: DTZ001
    prescription(place, near, "14:00")
    return place, enrolled(place, place.bo)


def test_the_first_answer_names_everything_nearest_due_first() -> None:
    _, phone = two_patients()
    reply = ask(phone)
    assert reply.manifest is not None
    assert [ref.k for ref in reply.manifest] == ["me", "unit", "patient", "patient"]
    names = [doc.body["name"] for doc in reply.docs if doc.k == "patient"]
    assert names == ["Greta Holm", "Gun Holm"]


def test_the_scope_hash_is_that_of_the_manifest() -> None:
    _, phone = two_patients()
    reply = ask(phone)
    assert reply.manifest is not None
    assert reply.scope_hash == scope_hash(Ref(ref.k, ref.id, ref.v) for ref in reply.manifest)


def test_nothing_new_is_an_empty_answer() -> None:
    _, phone = two_patients()
    first = ask(phone)
    again = ask(phone, first.cursor)
    assert (again.docs, again.manifest, again.cursor) == ([], None, first.cursor)


def test_a_change_comes_alone_and_then_no_more() -> None:
    place, phone = two_patients()
    cursor = ask(phone).cursor
    greta = next(row.id for row in __import__("beredd.care.queries", fromlist=["x"]).patients(place.access(place.bo)))
    prescription(place, greta, "16:00")
    reply = ask(phone, cursor)
    assert [doc.id for doc in reply.docs] == [greta]
    assert ask(phone, reply.cursor).docs == []


def test_a_colleagues_delegation_is_not_my_business_but_mine_is() -> None:
    place, phone = two_patients()
    cursor = ask(phone).cursor
    people.give_delegation(
        performer=place.bo,
        task="training",
        unit=place.north,
        starts_on=MONDAY.date(),
        ends_on=MONDAY.date(),
        by=place.access(place.alva),
        at=MONDAY,
    )
    (doc,) = ask(phone, cursor).docs
    assert (doc.k, doc.body["delegations"][0]["task"]) == ("me", "training")


def test_a_patient_who_moves_away_leaves_the_manifest() -> None:
    place, phone = two_patients()
    first = ask(phone)
    patient(place, "greta", identity="192803099810", unit=place.south)
    assert ask(phone, first.cursor).scope_hash != first.scope_hash
    manifest = ask(phone).manifest
    assert manifest is not None
    assert len([ref for ref in manifest if ref.k == "patient"]) == 1


def test_cilla_gets_none_of_it_not_even_by_name() -> None:
    place, phone = two_patients()
    wanted = [WantedDocument(doc.k, doc.id) for doc in ask(phone).docs]
    cilla = enrolled(place, place.cilla)
    assert {doc.k for doc in ask(cilla).docs} == {"me", "unit"}
    assert wanted_documents(DocumentsRequest(wanted), caller=caller(cilla), at=NOON).docs == []


def test_many_changes_come_in_pages_and_the_cursor_stands_on_the_last_one() -> None:
    place = town()
    phone = enrolled(place, place.bo)
    cursor = ask(phone).cursor
    for number in range(60):
        patient(place, f"p{number}", identity=f"99{number:08}")
    first = ask(phone, cursor)
    assert (len(first.docs), first.more) == (50, True)
    second = ask(phone, first.cursor)
    assert (len(second.docs), second.more) == (10, False)
    assert not {doc.id for doc in first.docs} & {doc.id for doc in second.docs}


def test_another_epoch_gets_the_manifest_whatever_its_cursor() -> None:
    _, phone = two_patients()
    cursor = ask(phone).cursor
    phone.epoch = phone.device
    assert ask(phone, cursor).manifest is not None


def test_each_download_is_in_the_access_log_once_a_day() -> None:
    place, phone = two_patients()
    for _ in range(3):
        ask(phone)
    log = directory.patient_accesses(place.access(place.mas), user=place.bo)
    assert sorted(row.action for row in log) == ["downloaded", "downloaded"]


def test_an_ended_membership_empties_the_scope() -> None:
    place, phone = two_patients()
    (member,) = [row for row in directory.members([place.north]) if row.user.id == place.bo]
    people.end_membership(
        membership=member.membership, ends_on=(MONDAY - timedelta(days=1)).date(), by=SYSTEM, at=MONDAY
    )
    reply = ask(phone)
    assert [doc.k for doc in reply.docs] == ["me"]
    assert reply.lease_until == NOON


def test_a_programme_brings_its_exercises() -> None:
    from uuid import uuid4

    place, phone = two_patients()
    alva, programme, rise = place.access(place.alva), uuid4(), uuid4()
    told = {"name": {"sv": "Uppresning", "en": "Rise"}, "pictures": [{"svg": "<svg/>", "alt": {"sv": "stol"}}]}
    care.put_exercise(id=rise, key="rise", name="Uppresning", content=told, by=alva, at=MONDAY)
    care.put_programme(id=programme, key="p", name="Ben", items=[care.Item(rise, sets=2)], by=alva, at=MONDAY)
    cursor = ask(phone).cursor
    greta = patient(place, "greta", identity="192803099810")
    care.prescribe(
        patient=greta, content=content("10:00", programme=programme), effective_at=MONDAY, by=alva, at=MONDAY
    )
    docs = {doc.k: doc.body for doc in ask(phone, cursor - 10).docs}
    assert docs["exercise"]["name"] == "Uppresning"
    assert docs["exercise"]["pictures"] == [{"svg": "<svg/>", "alt": "stol"}]


def test_the_helpdesks_answer_comes_with_the_next_change_in_the_users_language() -> None:
    place, phone = two_patients()
    first = ask(phone)
    sven = place.access(user("sven", "Sven Up", Role.HELPDESK, "rehab"))
    disruption.answer_authorisation(
        user=place.bo, right=False, lacking=[Need.EXORLIVE], note="Beställt", by=sven, at=NOON
    )
    (doc,) = [doc for doc in ask(phone, first.cursor).docs if doc.k == "me"]
    assert doc.body["authorisation"] == {
        "right": False,
        "why": ["ditt konto i ExorLive saknas eller får inte logga in"],
        "note": "Beställt",
        "by_name": "Sven Up",
        "at": NOON,
    }


def test_a_programme_printed_elsewhere_brings_its_pages_and_an_own_exercise_its_photo() -> None:
    place, phone = two_patients()
    greta, alva = patient(place, "greta", identity="192803099810"), place.access(place.alva)
    own = own_exercise(place)
    put_photo(place, own, b"\xff\xd8 a photo")
    with_photo = UUID(int=7)
    care.put_programme(id=with_photo, key="p", name="Händer", items=[care.Item(own)], by=alva, at=MONDAY)
    printed = care.put_document(
        patient=greta,
        programme=None,
        name="Från ExorLive",
        source="ExorLive",
        dated=MONDAY.date(),
        pdf=pdf("Knäböj", "Tåhävning"),
        by=alva,
        at=MONDAY,
    )
    before = ask(phone).cursor
    for programme in (with_photo, printed):
        care.prescribe(
            patient=greta, content=content("10:00", programme=programme), effective_at=MONDAY, by=alva, at=MONDAY
        )
    reply = ask(phone)
    assert reply.manifest is not None
    pages = [ref for ref in reply.manifest if ref.k == "page"]
    assert len(pages) == 2
    docs = {doc.k: doc.body for doc in reply.docs}
    (picture,) = docs["exercise"]["pictures"]
    assert (picture["svg"], picture["photo"][:23]) == ("", "data:image/jpeg;base64,")
    named = next(
        version["programme"]["document"]
        for doc in reply.docs
        if doc.k == "patient"
        for prescribed in doc.body["prescriptions"]
        for version in prescribed["versions"]
        if version["programme"] and version["programme"]["document"]
    )
    assert (named["source"], set(named["pages"])) == ("ExorLive", {ref.id for ref in pages})
    asked = DocumentsRequest([WantedDocument("page", ref.id) for ref in pages])
    fetched = {doc.id: doc.body for doc in wanted_documents(asked, caller=caller(phone), at=NOON).docs}
    assert [fetched[id]["text"].splitlines()[0] for id in named["pages"]] == ["Knäböj", "Tåhävning"]
    assert all(doc.k != "page" for doc in ask(phone, before).docs)  # heavy: left to the manifest
    cilla = enrolled(place, place.cilla)
    assert wanted_documents(asked, caller=caller(cilla), at=NOON).docs == []
