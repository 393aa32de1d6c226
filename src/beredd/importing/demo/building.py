"""What Alva has written in the demo: a patient's own programme in two versions, and a template not finished yet."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from beredd.care import actions, queries
from beredd.care.queries import PrescriptionRow, Wanted
from beredd.care.rules.programme import Add, Change, Dose, Item, Move
from beredd.clock import local_day, midnight
from beredd.people.queries import access_of, find_user
from beredd.people.rules.access import Access

TEMPLATE = "Uppresning och benstyrka"
FIRST, SECOND, UNFINISHED = timedelta(days=-2, hours=10), timedelta(days=-1, hours=15), timedelta(hours=7, minutes=40)


def make(*, at: datetime) -> None:
    """The days before `at`, inside the caller's transaction."""
    row = find_user("alva")
    if row is None:
        return
    alva, today = access_of(row.id, at=at), midnight(local_day(at))
    prescription = _using(alva, at)
    if prescription is not None:
        _adapted(alva, prescription, today)
    _unfinished(alva, today + UNFINISHED)


def _using(alva: Access, at: datetime) -> PrescriptionRow | None:
    """The first of her patients' who has the template."""
    for patient in queries.patients(alva):
        for one in queries.prescriptions(alva, patient.id):
            version = one.in_force(at)
            is_open = version.content.ends_on is None
            if is_open and version.programme and version.programme.name == TEMPLATE:
                return one
    return None


def _adapted(alva: Access, prescription: PrescriptionRow, today: datetime) -> None:
    """The prescription has the first version; the second waits for her to change the prescription."""
    version = prescription.versions[-1]
    template = version.programme.id if version.programme else None
    began, later = today + FIRST, today + SECOND
    draft = actions.begin_programme(
        name=f"{TEMPLATE}, anpassat", patient=prescription.patient, unit=None, copy_of=template, by=alva, at=began
    )
    _write(draft, [Dose(1, sets=2, repetitions=5, note="Kudde på stolen.")], alva, began)
    programme = actions.sign_programme(draft=draft, by=alva, at=began)
    content = replace(
        version.content, intervention="Benträning efter eget program", programme=programme, starts_on=local_day(began)
    )
    actions.prescribe(patient=prescription.patient, content=content, effective_at=began, by=alva, at=began)
    draft = actions.begin_version(programme=programme, by=alva, at=later)
    changes: list[Change] = [Dose(1, sets=3, repetitions=5, note="Utan kudde."), *_found(alva, "stå på tå med stöd", 1)]
    _write(draft, [*changes, Move(3, 1)], alva, later)
    actions.sign_programme(draft=draft, by=alva, at=later)


def _unfinished(alva: Access, at: datetime) -> None:
    draft = actions.begin_programme(name="Balans i köket", patient=None, unit=None, copy_of=None, by=alva, at=at)
    _write(draft, _found(alva, "balans diskbänk", 3), alva, at)


def _found(alva: Access, words: str, most: int) -> list[Change]:
    return [Add(Item(row.id)) for row in queries.search_exercises(alva, words, Wanted(), limit=most)]


def _write(draft: UUID, changes: list[Change], by: Access, at: datetime) -> None:
    for change in changes:
        actions.change_draft(draft=draft, change=change, by=by, at=at)
