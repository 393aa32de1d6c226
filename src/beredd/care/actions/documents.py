"""A patient's programme that comes from elsewhere, as a PDF."""

from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction

from beredd.care.actions.prescriptions import UnknownProgramme
from beredd.care.actions.scope import patient_for
from beredd.care.files import read_pages
from beredd.care.models import DocumentPage, Patient, Programme, ProgrammeDocument, ProgrammeVersion
from beredd.care.rules.document import named
from beredd.clock import local_day
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access
from beredd.people.rules.roles import Permission


def put_document(
    *,
    patient: UUID,
    programme: UUID | None,
    name: str,
    source: str,
    dated: date,
    pdf: bytes,
    by: Access,
    at: datetime,
) -> UUID:
    """The programme whose newest version it now is: a new one, or `programme` when it takes the place of an older PDF.

    Raises UnknownPatient, NotAllowed, UnknownProgramme, BadDocument, Unfit.
    """
    row = patient_for(by, patient, Permission.PRESCRIBE)
    told = named(name, source, dated, today=local_day(at))
    pages = read_pages(pdf)
    with transaction.atomic():
        head = lock()
        held = _programme(row, programme, told.name, at)
        document = ProgrammeDocument.objects.create(
            id=new_id(at),
            source=told.source,
            dated=told.dated,
            original=pdf,
            digest=sha256(pdf).hexdigest(),
            uploaded_at=at,
            uploaded_by_id=by.user,
        )
        DocumentPage.objects.bulk_create(
            DocumentPage(
                id=new_id(at),
                document=document,
                number=number,
                image=page.image,
                width=page.width,
                height=page.height,
                text=page.text,
            )
            for number, page in enumerate(pages, start=1)
        )
        number = held.versions.count() + 1
        ProgrammeVersion.objects.create(
            programme=held, number=number, made_at=at, made_by_id=by.user, document=document
        )
        body: Mapping[str, Any] = {
            "number": number,
            "name": held.name,
            "patient": row.id,
            "document": document.id,
            "source": told.source,
            "dated": told.dated,
            "digest": document.digest,
            "pages": len(pages),
        }
        about = ("programme", held.id)
        append([entry("programme.document", by=by, subject=about, at=at, body=body, unit=row.unit_id)], head=head)
    return held.id


def _programme(patient: Patient, id: UUID | None, name: str, at: datetime) -> Programme:
    if id is None:
        fresh = new_id(at)
        return Programme.objects.create(id=fresh, key=str(fresh), name=name, patient=patient)
    held = Programme.objects.filter(id=id, patient=patient, versions__document__isnull=False).first()
    if held is None:
        raise UnknownProgramme
    return held
