"""One patient trained for eleven weeks, an exercise at a time: what a follow-up looks like when there is one."""

import json
from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

from beredd.care import actions as care
from beredd.care.queries import Planned, due_of_patient, patients
from beredd.care.rules.prescription import Basis, Content
from beredd.care.rules.schedule import Clock
from beredd.clock import local_day, midnight
from beredd.ids import entity_id, new_id
from beredd.importing.demo.places import CARE
from beredd.importing.demo.treatment import FOLLOWED
from beredd.ledger.actions import lock
from beredd.people.queries import UserRow, access_of, find_user, performers_in
from beredd.people.rules.access import SYSTEM
from beredd.people.rules.roles import Role
from beredd.signing import actions as signing
from beredd.signing.events import KIND, Arrival, SignatureBody, WorkedItem
from beredd.signing.rules.balance import Outcome, Reason

WEEKS = 11
BY, PROGRAMME = "alva", "uppresning"
DOSES = (("chair-rise", 8), ("knee-extension-sitting", 10), ("heel-raise", 10))  # twice each
NOTES = ("Reste sig utan händerna i dag.", "Trött efter natten.", "Vill gärna göra mer.", "Stel i knät.")
REASONS = (Reason.DECLINED, Reason.UNWELL, Reason.UNWELL, Reason.NO_TIME)
MINUTE = timedelta(minutes=1)


def make(chance: Random, *, at: datetime) -> None:
    """Until `at`, inside the caller's transaction."""
    began = midnight(local_day(at) - timedelta(weeks=WEEKS))
    unit = entity_id("unit", CARE[0].key)
    alva = find_user(BY)
    assert alva is not None
    patient = next(row for row in patients(SYSTEM, unit=unit) if not row.protected).id
    prescription = _prescribe(patient, alva, began)
    planned = [
        one
        for one in due_of_patient(SYSTEM, patient=patient, since=began, until=at)
        if one.occurrence.prescription == prescription and one.occurrence.due_by < at
    ]
    performers = performers_in(unit, on=local_day(at), roles=[Role.PERFORMER])
    arrivals = [
        _arrival(one, chance.choice(performers), chance, weeks=(one.occurrence.due_at - began).days // 7)
        for one in planned
        if chance.random() < 0.93
    ]
    signing.take(arrivals, head=lock(), at=at)
    looked = local_day(at) - timedelta(weeks=4)
    signing.note_follow_up(
        patient=patient,
        since=local_day(began),
        until=looked,
        note="Orkar fler uppresningar och har mindre ont. Fortsätter som förut, ny uppföljning om fyra veckor.",
        by=access_of(alva.id, at=at),
        at=midnight(looked) + timedelta(hours=14),
    )


def _prescribe(patient: UUID, by: UserRow, began: datetime) -> UUID:
    key = "uppföljd"
    id = entity_id("prescription", key)
    care.put_prescription(
        id=id,
        key=key,
        patient=patient,
        content=Content(
            intervention=FOLLOWED,
            starts_on=local_day(began),
            ends_on=None,
            schedule=Clock((1, 3, 5), (time(11),)),
            basis=Basis.INSTRUCTION,
            instruction="Gör övningarna en i taget i mobilen och räkna tillsammans.",
            programme=entity_id("programme", PROGRAMME),
        ),
        effective_at=began,
        prescribed_by=by.id,
        by=SYSTEM,
        at=began,
    )
    return id


def _arrival(planned: Planned, performer: UserRow, chance: Random, *, weeks: int) -> Arrival:
    """Better by the week, with good days and bad."""
    occurrence = planned.occurrence
    performed_at = occurrence.due_at + chance.randrange(-30, 45) * MINUTE
    share = min(1.0, 0.55 + 0.05 * weeks + 0.2 * chance.random())
    not_today = chance.random() < 0.09
    worked = () if not_today else _worked(share, chance, hurts=weeks < 5 and chance.random() < 0.3)
    outcome = Outcome.NOT_PERFORMED if not_today else Outcome.PERFORMED if share > 0.8 else Outcome.PARTLY
    reason = chance.choice(REASONS) if not_today else None
    id = new_id(performed_at)
    body = SignatureBody(
        patient=planned.patient.id,
        prescription=occurrence.prescription,
        version=occurrence.version,
        slot=occurrence.slot,
        occurrence=occurrence.id,
        outcome=outcome.value,
        reason=reason.value if reason else None,
        note=chance.choice(NOTES) if chance.random() < 0.2 else "",
        performed_at=performed_at,
        corrects=None,
        worked=worked,
        pain=None if not_today else max(0, 5 - weeks // 2 + chance.randrange(-1, 2)),
        effort=None if not_today else max(2, 8 - weeks // 3 + chance.randrange(-1, 2)),
    )
    return Arrival(
        id=id,
        payload=_payload(id, body, performer.id),
        body=body,
        performer=performer.id,
        channel="phone",
        recorded_at=performed_at + MINUTE,
        received_at=performed_at + 2 * MINUTE,
    )


def _worked(share: float, chance: Random, *, hurts: bool) -> tuple[WorkedItem, ...]:
    items = []
    for place, (key, repetitions) in enumerate(DOSES, start=1):
        exercise = entity_id("exercise", key)
        if hurts and place == len(DOSES):
            items.append(WorkedItem(place, exercise, skipped="pain"))
            continue
        done = min(2 * repetitions, round(2 * repetitions * share) + chance.randrange(0, 3))
        variant = "easier" if share < 0.7 and place == 1 else None
        items.append(WorkedItem(place, exercise, sets=2, repetitions=done, variant=variant))
    return tuple(items)


def _payload(id: UUID, body: SignatureBody, by: UUID) -> str:
    told = {name: getattr(body, name) for name in SignatureBody.__dataclass_fields__ if name != "worked"}
    worked = [{name: getattr(one, name) for name in WorkedItem.__dataclass_fields__} for one in body.worked]
    recorded_at = body.performed_at + MINUTE
    event = {"v": 1, "kind": KIND, "id": id, "by": by, "recorded_at": recorded_at, "body": {**told, "worked": worked}}
    return json.dumps(event, cls=DjangoJSONEncoder, ensure_ascii=False)
