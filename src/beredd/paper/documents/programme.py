"""A patient's programmes, and those of the safety box, which belong to nobody yet."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from beredd.care.queries import DocumentRow, ItemRow, ProgrammeRow, VersionRow
from beredd.care.rules.identity import display_identity
from beredd.paper import words
from beredd.paper.documents.draft import Draft, Kind, Standing
from beredd.paper.documents.signing_list import contacts
from beredd.paper.facts import PatientFacts

A_PAGE_HOLDS = 2  # exercises, at the least


def programme(facts: PatientFacts, version: VersionRow, row: ProgrammeRow) -> Draft:
    """The programme that a prescription names, with what the prescription adds to it."""
    patient = facts.patient
    return Draft(
        kind=Kind.PROGRAMME,
        key=f"{patient.id}/{row.id}",
        standing=Standing.COPY,
        title=row.name,
        patient=patient.id,
        unit=patient.unit,
        valid_until=version.content.ends_on,
        codes=_codes(row),
        pictures=dict(_drawings(row)),
        stored=_stored(row),
        body={
            **_body(row),
            "patient": {"name": patient.name, "identity": display_identity(patient.identity)},
            "instruction": version.content.instruction,
            "contacts": contacts(facts, [version]),
        },
    )


def common_programme(row: ProgrammeRow) -> Draft:
    """Without a name: it is written in by whoever hands it out."""
    return Draft(
        kind=Kind.PROGRAMME,
        key=f"common/{row.id}",
        standing=Standing.COPY,
        title=row.name,
        codes=_codes(row),
        pictures=dict(_drawings(row)),
        stored=_stored(row),
        body={
            **_body(row),
            "patient": {"name": "…" * 14, "identity": "…" * 7},
            "instruction": "",
            "contacts": [],
        },
    )


def _codes(row: ProgrammeRow) -> int:
    return min(9, len(row.items) // A_PAGE_HOLDS + 1) if row.document is None else len(row.document.pages)


def _body(row: ProgrammeRow) -> dict[str, Any]:
    return {
        "title": row.name,
        "under": _under(row),
        "exercises": [_exercise(item) for item in row.items],
        "pages": [_page(row.document, number) for number in range(len(row.document.pages))] if row.document else [],
    }


def _under(row: ProgrammeRow) -> str:
    if row.document is None:
        made = {"number": row.number, "day": words.day(row.made_at.date())}
        return _("Exercise programme, version %(number)s of %(day)s") % made
    told = {"source": row.document.source, "day": words.day(row.document.dated), "number": row.number}
    return _("Copy of a printout from %(source)s of %(day)s, version %(number)s") % told


def _page(document: DocumentRow, number: int) -> dict[str, str]:
    """A page of the printout; what stands on it is read aloud from the phone, and here said to be a picture."""
    told = {"n": number + 1, "of": len(document.pages), "source": document.source}
    return {"svg": _name(str(document.pages[number])), "alt": _("Page %(n)s of %(of)s, printed from %(source)s") % told}


def _exercise(item: ItemRow) -> dict[str, Any]:
    content = item.exercise.content
    how = content.get("how") or {}
    steps = (how.get(words.language()) or how.get("sv") or []) if isinstance(how, dict) else how
    return {
        "name": words.in_language(content.get("name")) or item.exercise.name,
        "dose": words.dose(item),
        "start": words.in_language(content.get("start")),
        "how": steps if isinstance(steps, list) else [str(steps)],
        "watch": words.in_language(content.get("watch")),
        "equipment": words.in_language(content.get("equipment")),
        "note": item.note,
        "pictures": [
            {
                "svg": _name(one["svg"]) if "svg" in one else _name(one["photo"]),
                "alt": words.in_language(one.get("alt")),
            }
            for one in content.get("pictures") or []
        ],
    }


def _drawings(row: ProgrammeRow) -> Iterator[tuple[str, str]]:
    for one in _pictures(row):
        if "svg" in one:
            yield _name(one["svg"]), one["svg"]


def _stored(row: ProgrammeRow) -> dict[str, UUID]:
    """Photos of own exercises, or the pages of a printout."""
    photos = [UUID(one["photo"]) for one in _pictures(row) if "photo" in one]
    return {_name(str(id)): id for id in (*photos, *(row.document.pages if row.document else ()))}


def _pictures(row: ProgrammeRow) -> Iterator[dict[str, Any]]:
    for item in row.items:
        yield from item.exercise.content.get("pictures") or []


@lru_cache(maxsize=512)
def _name(picture: str) -> str:
    """Of a drawing, or of the id of one that is stored. What is changed is another."""
    return sha256(picture.encode()).hexdigest()[:16]
