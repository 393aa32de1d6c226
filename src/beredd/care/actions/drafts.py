"""Writing a programme: begun, changed a step at a time, undone and redone. What was written survives the window."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.care.actions.library import items_of
from beredd.care.actions.prescriptions import UnknownProgramme
from beredd.care.actions.scope import patient_for
from beredd.care.models import DraftStep, Exercise, Programme, ProgrammeDraft, ProgrammeVersion
from beredd.care.queries.library import to_choose_from
from beredd.care.rules.programme import (
    Add,
    BadProgramme,
    Change,
    Dose,
    Item,
    Move,
    Remove,
    Rename,
    Written,
    begun,
    default_item,
    from_json,
    line_of,
    to_json,
    write,
)
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.ledger.entry import Entry
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.roles import Permission

STEPS_KEPT = 100


class UnknownDraft(Refused):
    """Code `unknown_draft`: none, somebody else's, or already signed or discarded."""

    def __init__(self) -> None:
        super().__init__(
            "unknown_draft",
            N_("There is no such draft of yours. It may be signed already: open the list of programmes."),
        )


class IsAPrintout(Refused):
    """Code `programme_printout`: pages from elsewhere, of which no exercise can be taken."""

    def __init__(self) -> None:
        super().__init__(
            "programme_printout",
            N_("This programme is a printout, and its exercises cannot be taken over. Begin an empty programme."),
        )


def begin_programme(
    *, name: str, patient: UUID | None, unit: UUID | None, copy_of: UUID | None, by: Access, at: datetime
) -> UUID:
    """A draft of a new programme: a patient's, or without patient a template, of a unit or for everybody.

    `copy_of`: begins as the newest version of that one.

    Raises NotAllowed, UnknownPatient, UnknownProgramme, IsAPrintout, BadProgramme.
    """
    check(by, Permission.PRESCRIBE, None if patient else unit)
    if patient is not None:
        patient_for(by, patient, Permission.PRESCRIBE)
    source = _with_exercises(newest_for(by, copy_of)) if copy_of else None
    written = begun(name, items_of(source) if source else [])
    where = {"patient_id": patient, "unit_id": None if patient else unit, "came_from": source}
    return _begin(written, where, by=by, at=at)


def begin_version(*, programme: UUID, by: Access, at: datetime) -> UUID:
    """A draft of the next version, or the one that the same person has begun already.

    Raises UnknownProgramme, IsAPrintout, NotAllowed, UnknownPatient.
    """
    check(by, Permission.PRESCRIBE)
    newest = _with_exercises(newest_for(by, programme))
    row = newest.programme
    check(by, Permission.PRESCRIBE, row.unit_id)
    where = {"programme": row, "patient": row.patient, "unit_id": row.unit_id, "came_from": newest}
    with transaction.atomic():
        lock()  # pressed twice, it is begun once
        open_one = ProgrammeDraft.objects.filter(programme=row, made_by=by.user, became=None).first()
        return open_one.id if open_one else _begin(begun(row.name, items_of(newest)), where, by=by, at=at)


def change_draft(*, draft: UUID, change: Change, by: Access, at: datetime) -> bool:
    """One change; False when everything is as it was. Raises UnknownDraft, NotAllowed, BadProgramme."""
    with transaction.atomic():
        head = lock()
        row = draft_for(by, draft)
        before = written_of(row)
        after = write(before, _checked(by, row, change))
        if after == before:
            return False
        row.steps.filter(number__gt=row.at_step).delete()
        row.steps.filter(number__lt=row.at_step - STEPS_KEPT).delete()
        row.at_step += 1
        row.save(update_fields=["at_step"])
        kind, exercise = type(change).__name__.lower(), _about(before, change)
        _step(row, kind, exercise, after, at)
        body = {"step": row.at_step, "change": kind, "exercise": exercise}
        append([_entry("programme.written", row, by, at, body)], head=head)
    return True


def undo_change(*, draft: UUID, by: Access, at: datetime) -> bool:
    """As it was before the last change; False when there is none. Raises UnknownDraft, NotAllowed."""
    return _go(draft, -1, "programme.undone", by=by, at=at)


def redo_change(*, draft: UUID, by: Access, at: datetime) -> bool:
    """As it was before the last undoing; False when there is none. Raises UnknownDraft, NotAllowed."""
    return _go(draft, 1, "programme.redone", by=by, at=at)


def discard_draft(*, draft: UUID, by: Access, at: datetime) -> None:
    """What was never signed is gone. Raises UnknownDraft, NotAllowed."""
    with transaction.atomic():
        head = lock()
        row = draft_for(by, draft)
        append([_entry("programme.discarded", row, by, at, {"name": written_of(row).name})], head=head)
        row.delete()


def draft_for(by: Access, draft: UUID) -> ProgrammeDraft:
    """An open draft of one's own. Raises NotAllowed, UnknownDraft, UnknownPatient."""
    check(by, Permission.PRESCRIBE)
    row = ProgrammeDraft.objects.filter(id=draft, made_by=by.user, became=None).first()
    if row is None:
        raise UnknownDraft
    if row.patient_id is not None:
        patient_for(by, row.patient_id, Permission.PRESCRIBE)
    else:
        check(by, Permission.PRESCRIBE, row.unit_id)
    return row


def written_of(draft: ProgrammeDraft) -> Written:
    """As it stands."""
    return from_json(draft.steps.get(number=draft.at_step).content)


def newest_for(by: Access, programme: UUID) -> ProgrammeVersion:
    """Raises UnknownProgramme, UnknownPatient: a patient's programme is for those who may see the patient."""
    row = Programme.objects.filter(id=programme).first()
    if row is None:
        raise UnknownProgramme
    if row.patient_id is not None:
        patient_for(by, row.patient_id, Permission.PRESCRIBE)
    return row.versions.select_related("programme__patient").order_by("-number")[0]


def _with_exercises(version: ProgrammeVersion) -> ProgrammeVersion:
    if version.document_id is not None:
        raise IsAPrintout
    return version


def _begin(written: Written, where: Mapping[str, object], *, by: Access, at: datetime) -> UUID:
    with transaction.atomic():
        head = lock()
        row = ProgrammeDraft.objects.create(id=new_id(at), made_by_id=by.user, **where)
        _step(row, "begun", None, written, at)
        source = row.came_from
        body = {
            "name": written.name,
            "patient": row.patient_id,
            "from": f"{source.programme_id}/{source.number}" if source else None,
        }
        append([_entry("programme.begun", row, by, at, body)], head=head)
    return row.id


def _go(draft: UUID, way: int, kind: str, *, by: Access, at: datetime) -> bool:
    with transaction.atomic():
        head = lock()
        row = draft_for(by, draft)
        if not row.steps.filter(number=row.at_step + way).exists():
            return False
        row.at_step += way
        row.save(update_fields=["at_step"])
        append([_entry(kind, row, by, at, {"step": row.at_step})], head=head)
    return True


def _checked(by: Access, row: ProgrammeDraft, change: Change) -> Change:
    """Only what one may choose from, with the dose that it suggests; and a name that staff already know stays."""
    if isinstance(change, Add):
        exercise = Exercise.objects.filter(to_choose_from(by), id=change.item.exercise).first()
        if exercise is None:
            raise BadProgramme("exercise", N_("There is no such exercise in the library. Search again."))
        if change.item == Item(exercise.id):
            return Add(default_item(exercise.id, exercise.content))
    if isinstance(change, Rename) and row.programme_id is not None:
        raise BadProgramme(
            "name", N_("A new version keeps the name. Copy the programme if it is to be called otherwise.")
        )
    return change


def _about(before: Written, change: Change) -> UUID | None:
    match change:
        case Add(item):
            return item.exercise
        case Remove(line=line) | Move(line=line) | Dose(line=line):
            return line_of(before, line).item.exercise
    return None


def _step(row: ProgrammeDraft, kind: str, exercise: UUID | None, written: Written, at: datetime) -> None:
    DraftStep.objects.create(
        draft=row, number=row.at_step, kind=kind, exercise=exercise, content=to_json(written), at=at
    )


def _entry(kind: str, row: ProgrammeDraft, by: Access, at: datetime, body: Mapping[str, object]) -> Entry:
    """The ledger keeps who wrote when; the text itself is kept once it is signed."""
    unit = row.patient.unit_id if row.patient else row.unit_id
    return entry(kind, by=by, subject=("programme_draft", row.id), at=at, body=body, unit=unit)
