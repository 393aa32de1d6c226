"""A patient of Alva's and Bo's with a prescription, for tests."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from beredd.care import actions
from beredd.care.models import Exercise, ExercisePhoto
from beredd.care.rules.prescription import Basis, Content
from beredd.care.rules.schedule import ALL_DAYS, Clock
from beredd.ids import entity_id, new_id
from beredd.people.factories import MONDAY, Town
from beredd.people.rules.access import SYSTEM

EFFECTIVE = datetime.fromisoformat("2026-01-01T00:00:00+00:00")


def patient(town: Town, key: str = "greta", *, identity: str = "192803099802", **more: Any) -> UUID:
    """Cared for by the north unit, prescribed for by rehab."""
    id = entity_id("patient", key)
    fields: dict[str, Any] = {
        "name": f"{key.capitalize()} Holm",
        "identity": identity,
        "identity_kind": "personnummer",
        "unit": town.north,
        "rehab_unit": town.rehab,
        "address": "Storgatan 1",
        **more,
    }
    actions.put_patient(id=id, key=key, by=SYSTEM, at=MONDAY, **fields)
    return id


def content(*times: str, **more: Any) -> Content:
    """Every day at these times, on instruction."""
    fields: dict[str, Any] = {
        "intervention": "Gångträning",
        "starts_on": date(2026, 1, 1),
        "ends_on": None,
        "schedule": Clock(ALL_DAYS, tuple(time.fromisoformat(at) for at in times or ("10:00",))),
        "basis": Basis.INSTRUCTION,
        **more,
    }
    return Content(**fields)


OWN: dict[str, Any] = {
    "name": {"sv": "Häll vatten i blomkrukan"},
    "start": {"sv": "Sitt vid bordet."},
    "how": {"sv": ["Fatta kannan.", "Häll sakta.", ""]},
    "watch": {"sv": "Håll armbågen på bordet."},
    "position": "sitting",
    "region": "hands",
    "function": "daily_life",
    "needs": ["table"],
    "default_dose": {"sets": 1, "repetitions": 5},
}


def own_exercise(town: Town, unit: UUID | None = None, **more: Any) -> UUID:
    """Of the rehab unit's own, by Alva, without pictures."""
    alva = town.access(town.alva)
    return actions.write_exercise(unit=unit or town.rehab, content={**OWN, **more}, photos=[], by=alva, at=MONDAY)


def put_photo(town: Town, exercise: UUID, image: bytes, **more: Any) -> UUID:
    """As if it had been opened and made anew."""
    id, row = new_id(MONDAY), Exercise.objects.get(id=exercise)
    fields: dict[str, Any] = {"digest": "0" * 64, "width": 800, "height": 600, "person": False, **more}
    ExercisePhoto.objects.create(id=id, exercise=row, image=image, added_at=MONDAY, added_by_id=town.alva, **fields)
    row.content["pictures"].append({"photo": str(id), "alt": {"sv": "Kannan lutas över krukan."}})
    row.save()
    return id


def prescription(town: Town, patient: UUID, *times: str, **more: Any) -> UUID:
    """In force since New Year, prescribed by Alva."""
    id = new_id(MONDAY)
    actions.put_prescription(
        id=id,
        key=str(id),
        patient=patient,
        content=content(*times, **more),
        effective_at=EFFECTIVE,
        prescribed_by=town.alva,
        by=town.access(town.alva),
        at=MONDAY,
    )
    return id
