"""Coming to a programme or a draft: what is not for you is not there, and a patient's is logged as the patient is."""

from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.care import queries
from beredd.care.queries import DraftRow, PatientRow, ProgrammeRow
from beredd.office.desk import Desk
from beredd.office.page import Crumb
from beredd.office.patient.access import open_patient
from beredd.office.patient.views import crumbs as of_patient
from beredd.people.rules.access import check
from beredd.people.rules.roles import Permission


def the_draft(desk: Desk, draft: UUID) -> DraftRow:
    """One's own, still open. Raises NotAllowed, UnknownDraft."""
    check(desk.access, Permission.PRESCRIBE)
    row = queries.draft(desk.access, draft)
    if row is None:
        raise Http404
    return row


def the_history(desk: Desk, programme: UUID) -> list[ProgrammeRow]:
    """All versions, the newest first. Raises NotAllowed."""
    check(desk.access, Permission.PRESCRIBE)
    rows = queries.programme_history(desk.access, programme)
    if not rows:
        raise Http404
    return rows


def the_patient(desk: Desk, row: DraftRow | ProgrammeRow) -> PatientRow | None:
    """Whose it is, opened and logged; None for a template. Raises UnknownPatient."""
    return open_patient(desk, row.patient) if row.patient else None


def crumbs(patient: PatientRow | None, *more: Crumb) -> list[Crumb]:
    """By the patient when it is a patient's, else by the list."""
    if patient is not None:
        return [*of_patient(patient), *more]
    return [(_("Programmes"), reverse("office:programmes")), *more]
