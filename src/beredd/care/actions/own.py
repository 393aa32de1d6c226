"""Exercises of a unit's own: written, changed, retired; their pictures added and taken away."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction

from beredd.care.files import Photo, look_at_photo
from beredd.care.models import Exercise, ExercisePhoto, ExerciseState
from beredd.care.rules.exercise import kinds
from beredd.care.rules.own import MOST_PHOTOS, BadExercise, Consent, agreed, alternative, written
from beredd.clock import local_day
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused, check, may
from beredd.people.rules.roles import Permission

Content = Mapping[str, Any]


class UnknownExercise(Refused):
    """Code `unknown_exercise`: there is none, it is the library's, or another unit's."""

    def __init__(self) -> None:
        super().__init__(
            "unknown_exercise",
            N_("There is no such exercise of your unit's own. Search for it among the exercises again."),
        )


@dataclass(frozen=True, slots=True)
class NewPhoto:
    """`file`: as it was handed in. `consent`: needed when a person can be recognised, else None."""

    file: bytes
    alt: Mapping[str, str]
    consent: Consent | None


@dataclass(frozen=True, slots=True)
class _Made:
    id: UUID
    photo: Photo
    alt: dict[str, str]
    consent: Consent | None


def write_exercise(*, unit: UUID, content: Content, photos: Sequence[NewPhoto], by: Access, at: datetime) -> UUID:
    """Raises NotAllowed, BadExercise, UnknownKind, Unfit."""
    check(by, Permission.WRITE_EXERCISES, unit)
    said, made, id = written(content), _made(photos, held=0, at=at), new_id(at)
    said["pictures"] = [_picture(one) for one in made]
    with transaction.atomic():
        head = lock()
        Exercise.objects.create(id=id, key=str(id), unit_id=unit, **_columns(said))
        _keep(id, 1, said, made, by=by, at=at)
        _tell("exercise.written", id, unit, {"number": 1, **_told(said, made)}, by=by, at=at, head=head)
    return id


def change_exercise(
    *,
    exercise: UUID,
    content: Content,
    alts: Mapping[UUID, Mapping[str, str]],
    photos: Sequence[NewPhoto],
    by: Access,
    at: datetime,
) -> bool:
    """A new state; False when nothing differs. The pictures stay, with other words where `alts` has some.

    Raises UnknownExercise and as write_exercise.
    """
    held = len(_own(by, exercise).content["pictures"])
    said, made = written(content), _made(photos, held=held, at=at)
    with transaction.atomic():
        head = lock()
        row = _own(by, exercise)
        kept = [_reworded(one, alts) for one in row.content["pictures"]]
        said["pictures"] = [*kept, *(_picture(one) for one in made)]
        newest = ExerciseState.objects.filter(exercise=row).order_by("-number")[0]
        if newest.content == said:
            return False
        Exercise.objects.filter(id=row.id).update(**_columns(said))
        _keep(row.id, newest.number + 1, said, made, by=by, at=at)
        body = {"number": newest.number + 1, **_told(said, made)}
        _tell("exercise.changed", row.id, row.unit_id, body, by=by, at=at, head=head)
    return True


def retire_exercise(*, exercise: UUID, by: Access, at: datetime) -> None:
    """Found no more; programmes that have it keep it. Raises UnknownExercise, NotAllowed."""
    row = _own(by, exercise)
    if row.retired_at is not None:
        return
    with transaction.atomic():
        Exercise.objects.filter(id=row.id).update(retired_at=at, retired_by_id=by.user)
        _tell("exercise.retired", row.id, row.unit_id, {}, by=by, at=at)


def bring_back_exercise(*, exercise: UUID, by: Access, at: datetime) -> None:
    """Found again. Raises UnknownExercise, NotAllowed."""
    row = _own(by, exercise)
    if row.retired_at is None:
        return
    with transaction.atomic():
        Exercise.objects.filter(id=row.id).update(retired_at=None, retired_by_id=None)
        _tell("exercise.brought_back", row.id, row.unit_id, {}, by=by, at=at)


def withdraw_photo(*, photo: UUID, by: Access, at: datetime) -> None:
    """The picture is gone from here, from the phones at their next contact, and from paper from now on.

    What the exercise says stays, and so does the record that there was a picture. Raises UnknownExercise, NotAllowed.
    """
    held = ExercisePhoto.objects.filter(id=photo, withdrawn_at=None).first()
    if held is None:
        raise UnknownExercise
    with transaction.atomic():
        head = lock()
        row = _own(by, held.exercise_id)
        left = {**row.content, "pictures": [one for one in row.content["pictures"] if one["photo"] != str(photo)]}
        ExercisePhoto.objects.filter(id=photo).update(image=b"", withdrawn_at=at, withdrawn_by_id=by.user)
        Exercise.objects.filter(id=row.id).update(content=left)
        number = ExerciseState.objects.filter(exercise=row).count() + 1
        _keep(row.id, number, left, [], by=by, at=at)
        body = {"number": number, "photo": photo, "digest": held.digest}
        _tell("exercise.photo_withdrawn", row.id, row.unit_id, body, by=by, at=at, head=head)


def _own(by: Access, id: UUID) -> Exercise:
    row = Exercise.objects.filter(id=id, unit__isnull=False).first()
    if row is None or not may(by, Permission.SEE_PATIENTS, row.unit_id):
        raise UnknownExercise
    check(by, Permission.WRITE_EXERCISES, row.unit_id)
    return row


def _made(photos: Sequence[NewPhoto], *, held: int, at: datetime) -> list[_Made]:
    """Before any transaction: opening a file takes a while."""
    if held + len(photos) > MOST_PHOTOS:
        raise BadExercise("photo", N_("An exercise has at most %(most)s pictures."), most=MOST_PHOTOS)
    today = local_day(at)
    return [
        _Made(
            new_id(at),
            look_at_photo(one.file),
            alternative(one.alt),
            agreed(one.consent, today=today) if one.consent else None,
        )
        for one in photos
    ]


def _picture(one: _Made) -> dict[str, Any]:
    return {"photo": str(one.id), "alt": one.alt}


def _reworded(picture: dict[str, Any], alts: Mapping[UUID, Mapping[str, str]]) -> dict[str, Any]:
    alt = alts.get(UUID(picture["photo"]))
    return picture if alt is None else {**picture, "alt": alternative(alt)}


def _columns(said: dict[str, Any]) -> dict[str, Any]:
    sorted_under = asdict(kinds(said))
    return {**sorted_under, "needs": list(sorted_under["needs"]), "name": said["name"]["sv"], "content": said}


def _keep(id: UUID, number: int, said: dict[str, Any], made: list[_Made], *, by: Access, at: datetime) -> None:
    ExerciseState.objects.create(exercise_id=id, number=number, content=said, made_at=at, made_by_id=by.user)
    ExercisePhoto.objects.bulk_create(
        ExercisePhoto(
            id=one.id,
            exercise_id=id,
            image=one.photo.image,
            digest=sha256(one.photo.image).hexdigest(),
            width=one.photo.width,
            height=one.photo.height,
            person=one.consent is not None,
            consent_by=one.consent.by if one.consent else "",
            consent_on=one.consent.on if one.consent else None,
            consent_back=one.consent.back if one.consent else "",
            added_at=at,
            added_by_id=by.user,
        )
        for one in made
    )


def _told(said: dict[str, Any], made: list[_Made]) -> dict[str, Any]:
    """For the ledger, which nobody can rewrite: that there is a consent and since when, and not whose."""
    photos = [
        {
            "photo": one.id,
            "digest": sha256(one.photo.image).hexdigest(),
            "person": one.consent is not None,
            "consent_on": one.consent.on if one.consent else None,
        }
        for one in made
    ]
    return {"content": said, "photos": photos}


def _tell(
    kind: str, id: UUID, unit: UUID | None, body: dict[str, Any], *, by: Access, at: datetime, head: Any = None
) -> None:
    append([entry(kind, by=by, subject=("exercise", id), at=at, body=body, unit=unit)], head=head)
