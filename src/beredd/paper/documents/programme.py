"""A patient's programmes, and those of the safety box, which belong to nobody yet."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from beredd.care.queries import ItemRow, ProgrammeRow, VersionRow
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
        pictures=dict(_pictures(row)),
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
        pictures=dict(_pictures(row)),
        body={
            **_body(row),
            "patient": {"name": "…" * 14, "identity": "…" * 7},
            "instruction": "",
            "contacts": [],
        },
    )


def _codes(row: ProgrammeRow) -> int:
    return min(9, len(row.items) // A_PAGE_HOLDS + 1)


def _body(row: ProgrammeRow) -> dict[str, Any]:
    made = {"number": row.number, "day": words.day(row.made_at.date())}
    return {
        "title": row.name,
        "under": _("Exercise programme, version %(number)s of %(day)s") % made,
        "exercises": [_exercise(item) for item in row.items],
    }


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
            {"svg": _name(one["svg"]), "alt": words.in_language(one.get("alt"))}
            for one in content.get("pictures") or []
        ],
    }


def _pictures(row: ProgrammeRow) -> Iterator[tuple[str, str]]:
    for item in row.items:
        for one in item.exercise.content.get("pictures") or []:
            yield _name(one["svg"]), one["svg"]


@lru_cache(maxsize=512)
def _name(svg: str) -> str:
    """A drawing that is changed is another drawing."""
    return sha256(svg.encode()).hexdigest()[:16]
