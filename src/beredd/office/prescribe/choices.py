"""Programmes to choose from in a list: the patient's own, then the templates, the most used first."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from beredd.care.queries import programmes_to_choose
from beredd.office.desk import Desk

Choices = Sequence[tuple[str, str]]


def grouped(desk: Desk, patient: UUID | None) -> list[tuple[str, Choices]]:
    """Empty groups are left out."""
    found = programmes_to_choose(desk.access, patient, at=desk.at)
    groups = ((_("The patient's own"), found.own), (_("Templates, most used first"), found.templates))
    return [(word, [(str(id), name) for id, name in rows]) for word, rows in groups if rows]
