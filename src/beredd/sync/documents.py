"""The documents a device carries, and which of them are its user's to have."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext

from beredd.care import queries as care
from beredd.clock import local_day, midnight
from beredd.disruption import queries as disruption
from beredd.disruption.rules.authorisation import NEEDS
from beredd.ledger import queries as ledger
from beredd.paper.on_phones import box_documents, paper_documents
from beredd.people import actions as people_actions
from beredd.people import queries as people
from beredd.people.rules.access import Access
from beredd.signing import queries as signing
from beredd.sync.rules.scope import Ref
from beredd.sync.wire import Doc

KINDS = ("me", "unit", "patient", "exercise", "page")
SIGNATURES_FOR = timedelta(days=8)


def scope(access: Access, *, at: datetime) -> list[Ref]:
    """Everything this user's devices should hold, with its version. Reads only."""
    patients = care.scope_patients(access)
    wanted = {
        ("me", "user"): [access.user],
        ("unit", "unit"): sorted({grant.unit for grant in access.memberships}),
        ("patient", "patient"): patients,
        ("exercise", "exercise"): sorted(care.exercises_of(patients)),
    }
    refs = []
    for (kind, subject), ids in wanted.items():
        versions = ledger.versions(subject, ids)
        refs += [Ref(kind, id, versions.get(id, 0)) for id in ids]
    return refs + _pages(patients, at)


def _pages(patients: Sequence[UUID], at: datetime) -> list[Ref]:
    """A page each, so that a slow line gets through; as new as the programme it is of."""
    carried = care.pages_to_carry(patients, at=at)
    versions = ledger.versions("programme", set(carried.values()))
    return [Ref("page", id, versions.get(programme, 0)) for id, programme in sorted(carried.items())]


def documents(refs: Sequence[Ref], *, access: Access, at: datetime) -> list[Doc]:
    """In the order given. That a patient's document goes to a phone is in the access log, once a day and user."""
    by_kind = {kind: [ref.id for ref in refs if ref.kind == kind] for kind in KINDS}
    card = people.user_card(access.user)
    bodies: dict[UUID, dict[str, Any]] = {
        **(_me(access, at) if by_kind["me"] else {}),
        **_units(by_kind["unit"], at),
        **_patients(by_kind["patient"], access, at),
        **care.exercise_documents(by_kind["exercise"], language=card.language if card else "sv"),
        **care.page_documents(by_kind["page"]),
    }
    _log(by_kind["patient"], access=access, at=at)
    return [Doc(ref.kind, ref.id, ref.version, bodies[ref.id]) for ref in refs if ref.id in bodies]


def _me(access: Access, at: datetime) -> dict[UUID, dict[str, Any]]:
    card = people.user_card(access.user)
    units = {grant.unit for grant in access.memberships}
    initials = people.initials_in(units)
    return {
        access.user: {
            "id": access.user,
            "name": access.name,
            "title": card.title if card else "",
            "language": card.language if card else "sv",
            "initials": {str(unit): text for (unit, user), text in initials.items() if user == access.user},
            "roles": [{"unit": grant.unit, "role": grant.role} for grant in access.memberships],
            "delegations": [
                {
                    "task": row.task,
                    "unit": row.unit,
                    "starts_on": row.starts_on,
                    "ends_on": row.ends_on,
                    "withdrawn_at": row.withdrawn_at,
                    "given_by": row.given_by_name,
                }
                for row in people.delegations(access, performer=access.user)
            ],
            "authorisation": _authorisation(access, at, card.language if card else "sv"),
        }
    }


def _authorisation(access: Access, at: datetime, language: str) -> dict[str, Any] | None:
    """What the helpdesk has answered, in the user's language; None when it has not, or no longer."""
    row = disruption.own_answer(access, at=at)
    if row is None:
        return None
    with translation.override(language):
        why = [gettext(NEEDS[need].said) for need in row.lacking]
    return {"right": row.right, "why": why, "note": row.note, "by_name": row.by_name, "at": row.at}


def _units(ids: Sequence[UUID], at: datetime) -> dict[UUID, dict[str, Any]]:
    boxes = box_documents(ids, at=at)
    return {
        row.id: {
            "id": row.id,
            "name": row.name,
            "kind": row.kind,
            "phone": row.phone,
            "organisation": {"id": row.organisation, "name": row.organisation_name, "kind": row.organisation_kind},
            "boxes": boxes.get(row.id, []),
        }
        for row in people.unit_rows(ids)
    }


def _patients(ids: Sequence[UUID], access: Access, at: datetime) -> dict[UUID, dict[str, Any]]:
    if not ids:
        return {}
    signed = signing.recent_signatures(ids, since=at - SIGNATURES_FOR)
    paper = paper_documents(access, ids, at=at)
    return {
        id: {**body, "signatures": signed.get(id, []), "paper": paper.get(id)}
        for id, body in care.patient_documents(ids).items()
    }


def _log(patients: Sequence[UUID], *, access: Access, at: datetime) -> None:
    if not patients:
        return
    logged = people.downloaded_since(access, patients=patients, since=midnight(local_day(at)))
    fresh = [id for id in patients if id not in logged]
    people_actions.log_access(patients=fresh, unit=None, action="downloaded", channel="phone", by=access, at=at)
