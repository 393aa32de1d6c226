"""An exercise that Rehab Centrum has made itself, with a picture, and a programme that was printed from ExorLive."""

from datetime import datetime, time, timedelta
from typing import Any

from beredd.care import actions as care
from beredd.care.queries import patients
from beredd.care.rules.prescription import Basis, Content
from beredd.care.rules.programme import Add
from beredd.care.rules.schedule import ALL_DAYS, Clock
from beredd.clock import local_day, midnight
from beredd.ids import entity_id
from beredd.importing.demo.drawn import printed, watering
from beredd.importing.demo.places import CARE
from beredd.people.queries import access_of, find_user
from beredd.people.rules.roles import Role

BY = "alva"
SECOND, THIRD = 1, 2  # whose: not the patient who is followed up
WATERING = {
    "name": {"sv": "Vattna en blomma vid bordet", "en": "Water a plant at the table"},
    "start": {"sv": "Sitt nära bordet med fötterna i golvet. Ställ krukan en underarm bort."},
    "how": {
        "sv": [
            "Fatta kannan med den hand ni tränar.",
            "Lyft den över krukan.",
            "Luta sakta, så att vattnet rinner i fem sekunder.",
            "Ställ tillbaka kannan.",
        ]
    },
    "watch": {"sv": "Fyll kannan till en tredjedel. Låt armbågen vila på bordet om handen darrar."},
    "easier": {"sv": "Använd båda händerna, eller en tom kanna."},
    "harder": {"sv": "Fyll kannan till hälften och håll ut armen."},
    "ask_first": {"sv": ["Har du ont i axeln eller handleden i dag?"]},
    "equipment": {"sv": "En liten vattenkanna och en krukväxt"},
    "position": "sitting",
    "region": "hands",
    "function": "daily_life",
    "needs": ["table", "small_things"],
    "default_dose": {"sets": 1, "repetitions": 5},
}
ALT = {"sv": "En hand lutar en liten vattenkanna över en krukväxt som står på ett bord."}


def make(*, at: datetime) -> None:
    """Prescribed since a week, inside the caller's transaction."""
    began = midnight(local_day(at) - timedelta(days=7)) + timedelta(hours=10)
    alva = find_user(BY)
    assert alva is not None
    access = access_of(alva.id, at=at)
    rehab = next(grant.unit for grant in access.memberships if grant.role is Role.OCCUPATIONAL_THERAPIST)
    own = care.write_exercise(
        unit=rehab, content=WATERING, photos=[care.NewPhoto(watering(), ALT, None)], by=access, at=began
    )
    when: dict[str, Any] = {"by": access, "at": began}
    draft = care.begin_programme(name="Handen i vardagen", patient=None, unit=rehab, copy_of=None, **when)
    care.change_draft(draft=draft, change=Add(care.Item(own, sets=1, repetitions=5)), **when)
    template = care.sign_programme(draft=draft, **when)
    rows = [row for row in patients(access, unit=entity_id("unit", CARE[0].key)) if not row.protected]
    from_exorlive = care.put_document(
        patient=rows[THIRD].id,
        programme=None,
        name="Träna hemma (ExorLive)",
        source="ExorLive",
        dated=local_day(began) - timedelta(days=2),
        pdf=printed(),
        by=access,
        at=began,
    )
    for patient, programme, hour, intervention in (
        (rows[SECOND].id, template, 11, "Handträning i vardagen"),
        (rows[THIRD].id, from_exorlive, 13, "Träning enligt program från ExorLive"),
    ):
        content = Content(
            intervention=intervention,
            starts_on=local_day(began),
            ends_on=None,
            schedule=Clock(ALL_DAYS, (time(hour),)),
            basis=Basis.INSTRUCTION,
            programme=programme,
        )
        care.prescribe(patient=patient, content=content, effective_at=began, by=access, at=began)
