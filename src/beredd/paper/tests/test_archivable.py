"""Every pack is PDF/A-2a and PDF/UA-1, in the opinion of a validator that is not ours."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from uuid import UUID

import page
import pytest
from django.db import transaction
from pikepdf import Pdf

from beredd.care import actions as care
from beredd.care.factories import patient, prescription
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.ids import new_id
from beredd.paper import packs
from beredd.paper.actions import print_pack
from beredd.paper.assemble import AT_ONCE
from beredd.paper.packs import Plan
from beredd.paper.rules.span import Span
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import SYSTEM
from beredd.routine.files import read_file
from beredd.routine.rules.routine import Routine
from beredd.routine.shelf import shelf
from beredd.shipped import content

pytestmark = pytest.mark.django_db
# Takes a stream whose last byte is a carriage return for one byte shorter than it is; qpdf judges lengths instead.
MISREAD = "PDFA2A-STREAM-LENGTH-001"
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))


def faults(pdf: bytes, profile: str) -> list[str]:
    report = page.validate_pdf_bytes(pdf, profile=profile)
    assert report.rules.total > 100
    with Pdf.open(BytesIO(pdf)) as opened:
        syntax = opened.check_pdf_syntax()
    found = {f"{one.rule_id} {one.message}" for one in report.failures if one.rule_id != MISREAD}
    return sorted({*found, *syntax})


def shipped() -> Routine:
    return read_file(next(path for path in shelf() if path.stem == "exorlive")).routine


def programme(place: Town) -> UUID:
    """Two exercises as they are shipped, drawings and all."""
    id = new_id(MONDAY)
    with transaction.atomic():
        care.put_programme(
            id=id,
            key="resa",
            name="Resa sig",
            items=[care.Item(exercise(key), sets=2, repetitions=8) for key in ("chair-rise", "ankle-pump-lying")],
            by=place.access(place.alva),
            at=MONDAY,
        )
    return id


def exercise(key: str) -> UUID:
    folder, id = content() / "exercises", new_id(MONDAY)
    found = json.loads((folder / f"{key}.json").read_text())
    pictures = [{"svg": (folder / one["file"]).read_text(), "alt": one["alt"]} for one in found["pictures"]]
    care.put_exercise(
        id=id, key=key, name=found["name"]["sv"], content={**found, "pictures": pictures}, by=SYSTEM, at=MONDAY
    )
    return id


def one_patient(place: Town) -> Plan:
    greta = patient(place)
    prescription(place, greta, "10:00", programme=programme(place))
    prescription(place, greta, "08:00", "14:00", if_not_performed=NotPerformedRule.CONTACT, contact_within_days=1)
    return packs.patient_plan(patient=greta, span=NOVEMBER, by=place.access(place.bo), at=MONDAY)


PACKS: dict[str, Callable[[Town], Plan]] = {
    "patient": one_patient,
    "many sheets, joined": lambda place: packs.blank_plan(span=NOVEMBER, lists=AT_ONCE + 3),
    "safety box": lambda place: packs.safety_box_plan(shipped(), span=NOVEMBER),
    "workplace": lambda place: packs.workplace_plan(shipped(), span=NOVEMBER),
    "routine": lambda place: packs.routine_plan(shipped(), span=NOVEMBER),
}


@pytest.mark.parametrize("profile", ["2a", "ua1"])
@pytest.mark.parametrize("pack", PACKS)
def test_every_pack_holds_the_standard(pack: str, profile: str) -> None:
    place = town()
    plan = PACKS[pack](place)
    pdf = print_pack(plan=plan, changed_only=False, channel="office", by=place.access(place.bo), at=MONDAY).pdf
    assert faults(pdf, profile) == []


def test_the_validator_sees_what_is_missing() -> None:
    place = town()
    plan = packs.blank_plan(span=NOVEMBER, lists=1, forms=0)
    made = print_pack(plan=plan, changed_only=False, channel="office", by=place.access(place.bo), at=MONDAY)
    with Pdf.open(BytesIO(made.pdf)) as pdf:
        del pdf.Root.StructTreeRoot
        spoilt = BytesIO()
        pdf.save(spoilt)
    assert faults(spoilt.getvalue(), "2a") != []
    assert faults(spoilt.getvalue(), "ua1") != []
