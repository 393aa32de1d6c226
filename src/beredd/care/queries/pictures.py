"""Photos of units' own exercises, and pages of programmes from elsewhere: for screens, phones and paper."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from beredd.care.models import DocumentPage, ExercisePhoto, ExerciseState, PrescriptionVersion
from beredd.care.queries.library import exercise
from beredd.care.queries.patients import visible
from beredd.clock import local_day
from beredd.people.rules.access import Access


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """`withdrawn_at`: since when the picture itself is gone."""

    id: UUID
    person: bool
    consent_by: str
    consent_on: date | None
    consent_back: str
    added_at: datetime
    added_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str


@dataclass(frozen=True, slots=True)
class StateRow:
    number: int
    content: dict[str, Any]
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """`text`: what stands on it."""

    id: UUID
    number: int
    image: bytes
    text: str


def photo(access: Access, id: UUID) -> bytes | None:
    """JPEG; None when it is withdrawn or not this person's to see."""
    row = ExercisePhoto.objects.filter(id=id, withdrawn_at=None).first()
    if row is None or exercise(access, row.exercise_id) is None:
        return None
    return bytes(row.image)


def photos(access: Access, id: UUID) -> list[PhotoRow]:
    """All that the exercise has and has had, the newest last."""
    if exercise(access, id) is None:
        return []
    rows = ExercisePhoto.objects.filter(exercise=id).defer("image").select_related("added_by", "withdrawn_by")
    return [_photo(row) for row in rows.order_by("added_at", "id")]


def states(access: Access, id: UUID) -> list[StateRow]:
    """All that the exercise has said, the newest first."""
    if exercise(access, id) is None:
        return []
    rows = ExerciseState.objects.filter(exercise=id).select_related("made_by").order_by("-number")
    return [StateRow(row.number, row.content, row.made_at, row.made_by.name) for row in rows]


def page(access: Access, id: UUID) -> PageRow | None:
    """Of a programme of a patient one may see."""
    mine = Q(document__versions__programme__patient__in=visible(access))
    row = DocumentPage.objects.filter(mine, id=id).first()
    return PageRow(row.id, row.number, bytes(row.image), row.text) if row else None


def pages_to_carry(patients: Iterable[UUID], *, at: datetime) -> dict[UUID, UUID]:
    """Page → programme, of what these patients have prescribed now or from a coming day: what a phone carries."""
    rows = PrescriptionVersion.objects.filter(prescription__patient__in=list(patients)).order_by("number")
    held = {row.prescription_id: row for row in rows if row.effective_at <= at}
    wanted = [row for row in held.values() if _lasts(row, at)] + [row for row in rows if row.effective_at > at]
    carried = {row.programme_id for row in wanted} - {None}
    found = DocumentPage.objects.filter(document__versions__in=carried)
    return dict(found.values_list("id", "document__versions__programme"))


def page_documents(ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """As a phone carries them. Scope is the caller's."""
    return {
        row.id: {"id": row.id, "number": row.number, "image": _address(bytes(row.image)), "text": row.text}
        for row in DocumentPage.objects.filter(id__in=list(ids))
    }


def photo_addresses(ids: Iterable[UUID]) -> dict[str, str]:
    """Each photo's id → the picture as an address that holds it. Scope is the caller's."""
    rows = ExercisePhoto.objects.filter(id__in=list(ids), withdrawn_at=None).values_list("id", "image")
    return {str(id): _address(bytes(image)) for id, image in rows}


def stored_drawings(ids: Iterable[UUID]) -> dict[str, str]:
    """Each photo's and page's id → the picture within a drawing, as paper takes it; an empty one once withdrawn."""
    wanted = list(ids)
    found = [
        *ExercisePhoto.objects.filter(id__in=wanted).values_list("id", "image", "width", "height"),
        *DocumentPage.objects.filter(id__in=wanted).values_list("id", "image", "width", "height"),
    ]
    return {str(id): _drawing(bytes(image), width, height) for id, image, width, height in found}


def media_type(image: bytes) -> str:
    """Of a picture that we made ourselves."""
    return "image/webp" if image[8:12] == b"WEBP" else "image/jpeg"


def _lasts(row: PrescriptionVersion, at: datetime) -> bool:
    return row.ends_on is None or row.ends_on >= local_day(at)


def _address(image: bytes) -> str:
    return f"data:{media_type(image)};base64,{b64encode(image).decode()}"


def _drawing(image: bytes, width: int, height: int) -> str:
    inside = f'<image href="{_address(image)}" width="{width}" height="{height}"/>' if image else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{inside}</svg>'


def _photo(row: ExercisePhoto) -> PhotoRow:
    return PhotoRow(
        id=row.id,
        person=row.person,
        consent_by=row.consent_by,
        consent_on=row.consent_on,
        consent_back=row.consent_back,
        added_at=row.added_at,
        added_by=row.added_by.name,
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_by.name if row.withdrawn_by else "",
    )
