"""What a phone carries of a patient and of an exercise, in the form of the sync protocol. Scope is the caller's."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from beredd.care.models import PrescriptionVersion
from beredd.care.queries.facts import pause_facts
from beredd.care.queries.library import DocumentRow, ProgrammeRow, exercises, programme_versions
from beredd.care.queries.patients import row_of, rows_of
from beredd.care.queries.pictures import photo_addresses
from beredd.care.rules.occurrences import Pause

Document = dict[str, Any]
WORDS = ("name", "start", "how", "watch", "easier", "harder", "ask_first", "equipment")


def patient_documents(ids: Sequence[UUID]) -> dict[UUID, Document]:
    """All but the signatures, which are signing's to add."""
    rows = rows_of(ids)
    versions, pauses = _versions(ids), pause_facts(ids)
    return {
        row.id: {
            **_person(row_of(row)),
            "prescriptions": versions[row.id],
            "pauses": [_pause(one) for one in pauses.get(row.id, ())],
        }
        for row in rows
    }


def exercise_documents(ids: Iterable[UUID], *, language: str) -> dict[UUID, Document]:
    """In one language; Swedish where a text is missing in it."""
    rows = exercises(ids)
    named = [UUID(one["photo"]) for row in rows for one in row.content.get("pictures", []) if "photo" in one]
    photos = photo_addresses(named)
    return {row.id: {"id": row.id, "key": row.key, **_in(row.content, language, photos)} for row in rows}


def exercises_of(ids: Sequence[UUID]) -> set[UUID]:
    """The exercises that any prescription of these patients uses."""
    rows = PrescriptionVersion.objects.filter(prescription__patient__in=list(ids), programme__isnull=False)
    return set(rows.values_list("programme__items__exercise_id", flat=True).distinct()) - {None}


def _person(row: Any) -> Document:
    return {
        "id": row.id,
        "name": row.name,
        "identity": row.identity,
        "identity_kind": row.identity_kind,
        "unit": row.unit,
        "protected": row.protected,
        "address": row.address or None,
        "phone": row.phone or None,
        "door_note": row.door_note or None,
    }


def _versions(patients: Sequence[UUID]) -> defaultdict[UUID, list[Document]]:
    rows = list(
        PrescriptionVersion.objects.filter(prescription__patient__in=list(patients))
        .select_related("prescription", "prescribed_by")
        .order_by("prescription_id", "number")
    )
    programmes = programme_versions(row.programme_id for row in rows if row.programme_id is not None)
    by_patient: defaultdict[UUID, list[Document]] = defaultdict(list)
    for row in rows:
        of_patient = by_patient[row.prescription.patient_id]
        if not of_patient or of_patient[-1]["id"] != row.prescription_id:
            of_patient.append({"id": row.prescription_id, "versions": []})
        of_patient[-1]["versions"].append(_version(row, programmes.get(row.programme_id or 0)))
    return by_patient


def _version(row: PrescriptionVersion, programme: ProgrammeRow | None) -> Document:
    by = row.prescribed_by
    return {
        "number": row.number,
        "effective_at": row.effective_at,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "schedule": row.schedule,
        "intervention": row.intervention,
        "instruction": row.instruction,
        "basis": row.basis,
        "task": row.task or None,
        "if_not_performed": {
            "rule": row.if_not_performed,
            "within_days": row.contact_within_days,
            "whom": row.contact_whom or None,
        },
        "prescribed_by": {"name": by.name, "title": by.title, "phone": by.phone},
        "prescribed_at": row.prescribed_at,
        "programme": _programme(programme) if programme else None,
    }


def _programme(row: ProgrammeRow) -> Document:
    return {
        "id": row.id,
        "name": row.name,
        "number": row.number,
        "items": [
            {
                "exercise": item.exercise.id,
                "sets": item.sets,
                "repetitions": item.repetitions,
                "seconds": item.seconds,
                "load": item.load,
                "side": item.side,
                "note": item.note,
            }
            for item in row.items
        ],
        "document": _document(row.document) if row.document else None,
    }


def _document(row: DocumentRow) -> Document:
    return {"source": row.source, "dated": row.dated, "pages": list(row.pages)}


def _pause(pause: Pause) -> Document:
    return {"starts_at": pause.starts_at, "ends_at": pause.ends_at, "reason": pause.reason}


def _picture(one: Document, photos: Mapping[str, str]) -> Document:
    """A drawing, or a photo; a phone that knows no photos finds an empty drawing and shows none."""
    return {"svg": one["svg"]} if "svg" in one else {"svg": "", "photo": photos.get(one["photo"], "")}


def _in(content: Document, language: str, photos: Mapping[str, str]) -> Document:
    def told(text: Any) -> Any:
        return text.get(language) or text.get("sv") if isinstance(text, dict) else text

    pictures = [{**_picture(one, photos), "alt": told(one["alt"])} for one in content.get("pictures", [])]
    words = {name: told(content.get(name)) for name in WORDS}
    return {**words, "pictures": pictures, "motion": (content.get("motion") or {}).get("svg")}
