"""Writing: a new draft from what holds, from a file, and each saving of it. What is saved can always be read again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ids import entity_id, new_id
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.roles import Permission
from beredd.routine.actions.stand import lives, person, state_of, version_of
from beredd.routine.models import Routine, RoutineText, RoutineVersion
from beredd.routine.queries.standing import text_of
from beredd.routine.rules.reading import read
from beredd.routine.rules.states import OPEN, State, in_force


class UnknownRoutine(Refused):
    """Code `unknown_routine`."""

    def __init__(self) -> None:
        super().__init__("unknown_routine", N_("There is no such routine. Open the list of routines again."))


class DraftAlreadyThere(Refused):
    """Code `draft_already_there`: two drafts at once would overwrite each other when they are decided."""

    def __init__(self, number: int) -> None:
        super().__init__(
            "draft_already_there",
            N_("Version %(number)s is already being worked on. Go on with that one, or discard it first."),
            number=number,
        )


class NotADraft(Refused):
    """Code `not_a_draft`: what has been reviewed or decided keeps its text."""

    def __init__(self) -> None:
        super().__init__(
            "not_a_draft", N_("This version is no draft any more. Send it back first, or begin a new version.")
        )


class ChangedMeanwhile(Refused):
    """Code `changed_meanwhile`: somebody else has saved since the page was opened."""

    def __init__(self) -> None:
        super().__init__(
            "changed_meanwhile",
            N_("Somebody has saved the draft since you opened the page. Nothing was saved: open it again and redo."),
        )


def start_draft(*, routine: UUID, by: Access, at: datetime) -> UUID:
    """A new version that begins as what is in force, or else as the newest.

    Raises UnknownRoutine, DraftAlreadyThere.
    """
    check(by, Permission.WRITE_ROUTINE)
    row = Routine.objects.filter(id=routine).first()
    if row is None:
        raise UnknownRoutine
    with transaction.atomic():
        head = lock()
        versions = {version.number: version for version in row.versions.all()}
        number = in_force(lives(routine), at.date()) or max(versions)
        version = _new_version(row, text_of(versions[number].id), by=by, at=at)
        body = {"number": version.number, "from": number}
        append([entry("routine.drafted", by=by, subject=("routine", row.id), at=at, body=body)], head=head)
    return version.id


def import_draft(*, text: str, name: str, by: Access, at: datetime) -> UUID:
    """A draft from a file, of the routine that the file names; a new routine when there is none of that name.

    Raises RoutineFaults, DraftAlreadyThere.
    """
    check(by, Permission.WRITE_ROUTINE)
    told = read(text, name)
    with transaction.atomic():
        head = lock()
        row, _ = Routine.objects.get_or_create(
            slug=told.id, defaults={"id": entity_id("routine", told.id), "title": told.title.sv}
        )
        version = _new_version(row, text, by=by, at=at)
        body = {"number": version.number, "file": name}
        append([entry("routine.imported", by=by, subject=("routine", row.id), at=at, body=body)], head=head)
    return version.id


def save_draft(*, version: UUID, text: str, seen: int, by: Access, at: datetime) -> bool:
    """`seen`: the saving that the writer began from. Returns whether anything changed.

    Raises UnknownVersion, NotADraft, ChangedMeanwhile, RoutineFaults.
    """
    check(by, Permission.WRITE_ROUTINE)
    row = version_of(version)
    read(text, row.routine.slug)
    with transaction.atomic():
        head = lock()
        if state_of(row) is not State.DRAFT:
            raise NotADraft
        newest = row.texts.order_by("-id")[0]
        if newest.id != seen:
            raise ChangedMeanwhile
        if newest.text == text:
            return False
        RoutineText.objects.create(version=row, text=text, saved_by_id=person(by), saved_at=at)
        body = {"number": row.number, "text": text}
        append([entry("routine.saved", by=by, subject=("routine", row.routine_id), at=at, body=body)], head=head)
    return True


def undo_draft(*, version: UUID, seen: int, by: Access, at: datetime) -> bool:
    """The draft as it was before the last saving; undone again, it is as it was after. False when there was none.

    Raises UnknownVersion, NotADraft, ChangedMeanwhile.
    """
    texts = list(version_of(version).texts.order_by("-id").values_list("text", flat=True)[:2])
    return len(texts) == 2 and save_draft(version=version, text=texts[1], seen=seen, by=by, at=at)


def _new_version(routine: Routine, text: str, *, by: Access, at: datetime) -> RoutineVersion:
    """Inside the caller's transaction, with the ledger's lock."""
    versions = list(routine.versions.all())
    being_written = next((one for one in versions if state_of(one) in OPEN), None)
    if being_written is not None:
        raise DraftAlreadyThere(being_written.number)
    number = max((one.number for one in versions), default=0) + 1
    version = RoutineVersion.objects.create(
        id=new_id(at), routine=routine, number=number, made_by_id=person(by), made_at=at
    )
    RoutineText.objects.create(version=version, text=text, saved_by_id=person(by), saved_at=at)
    return version
