"""A programme from elsewhere: a PDF with its source and day, its pages for phone and paper, one patient's alone."""

from datetime import date, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.care import actions, queries
from beredd.care.actions.prescriptions import UnknownProgramme
from beredd.care.factories import content, patient, prescription
from beredd.care.files import Unfit
from beredd.care.models import Programme, ProgrammeDocument
from beredd.care.tests.files import pdf
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import Refused

pytestmark = pytest.mark.django_db
PDF, NEWER = pdf("Benträning", "Armträning"), pdf("Balans")
DAY = date(2026, 11, 20)


def put(place: Town, greta: UUID, file: bytes = PDF, **more: Any) -> UUID:
    fields: dict[str, Any] = {"programme": None, "name": "Från ExorLive", "source": "ExorLive", "dated": DAY, **more}
    return actions.put_document(patient=greta, pdf=file, by=place.access(place.alva), at=MONDAY, **fields)


def test_it_is_a_programme_of_pages_with_source_day_and_sum() -> None:
    place = town()
    alva, id = place.access(place.alva), put(place, patient(place))
    row = queries.programme(alva, id)
    assert row and row.document and row.items == ()
    assert (row.name, row.document.source, row.document.dated, len(row.document.pages)) == (
        "Från ExorLive",
        "ExorLive",
        DAY,
        2,
    )
    first = queries.page(alva, row.document.pages[0])
    assert first and first.text.startswith("Benträning") and first.image[8:12] == b"WEBP"
    (event,) = ledger.history_of(("programme", id))
    assert sha256(PDF).hexdigest() in event.body


def test_a_newer_printout_is_a_new_version_and_what_is_prescribed_stays_until_it_is_changed() -> None:
    place = town()
    greta, alva = patient(place), place.access(place.alva)
    id = put(place, greta)
    prescribed = prescription(place, greta, programme=id)
    assert put(place, greta, NEWER, programme=id) == id
    newest, oldest = queries.programme_history(alva, id)
    assert (newest.number, oldest.number) == (2, 1)
    row = queries.prescription(alva, prescribed)
    assert row and row.versions[0].programme and row.versions[0].programme.number == 1
    actions.change_prescription(
        prescription=prescribed, content=content(programme=id), effective_at=MONDAY, by=alva, at=MONDAY
    )
    carried = queries.pages_to_carry([greta], at=MONDAY)
    assert newest.document and set(carried) == set(newest.document.pages)


def test_a_phone_carries_the_pages_of_what_holds_now_or_soon_and_no_others() -> None:
    place = town()
    greta, alva = patient(place), place.access(place.alva)
    now, soon, past = put(place, greta), put(place, greta, NEWER), put(place, greta, NEWER)
    prescription(place, greta, programme=now)
    actions.prescribe(
        patient=greta,
        content=content(programme=soon),
        effective_at=MONDAY + timedelta(days=3),
        by=alva,
        at=MONDAY,
    )
    prescription(place, greta, programme=past, ends_on=date(2026, 11, 1))
    assert set(queries.pages_to_carry([greta], at=MONDAY).values()) == {now, soon}
    assert queries.pages_to_carry([], at=MONDAY) == {}


def test_it_is_the_patients_own_and_nobody_elses() -> None:
    place = town()
    greta, gun = patient(place), patient(place, "gun", identity="192803099810")
    id = put(place, greta)
    with pytest.raises(UnknownProgramme):
        prescription(place, gun, programme=id)
    with pytest.raises(UnknownProgramme):
        put(place, gun, NEWER, programme=id)
    with pytest.raises(UnknownProgramme):
        put(place, greta, NEWER, programme=uuid4())
    row = queries.programme(place.access(place.alva), id)
    assert row and row.document
    assert queries.page(place.access(place.cilla), row.document.pages[0]) is None
    assert id not in {one.id for one in queries.programmes()}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [({"source": " "}, "source"), ({"dated": date(2026, 11, 24)}, "dated"), ({"name": ""}, "name")],
)
def test_source_day_and_name_must_be_said(wrong: dict[str, Any], code: str) -> None:
    place = town()
    with pytest.raises(Refused) as refused:
        put(place, patient(place), **wrong)
    assert refused.value.code == code


def test_what_cannot_be_read_leaves_nothing_behind() -> None:
    place = town()
    with pytest.raises(Unfit):
        put(place, patient(place), b"%PDF-1.7 nothing")
    assert not Programme.objects.exists() and not ProgrammeDocument.objects.exists()
