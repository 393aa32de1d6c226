"""The list for what is done as needed: lines to write on, for nothing of it is planned."""

from django.utils.translation import gettext as _

from beredd.care.queries import VersionRow
from beredd.care.rules.identity import display_identity
from beredd.care.rules.schedule import AsNeeded
from beredd.paper import words
from beredd.paper.documents.draft import Draft, Kind, Standing
from beredd.paper.documents.signing_list import contacts
from beredd.paper.facts import PatientFacts
from beredd.paper.rules.span import Span

LINES = 13


def as_needed(facts: PatientFacts, versions: list[VersionRow], span: Span) -> list[Draft]:
    """One sheet for all that the patient has as needed; none when there is nothing."""
    found = [one for one in versions if isinstance(one.content.schedule, AsNeeded)]
    if not found:
        return []
    patient = facts.patient
    return [
        Draft(
            kind=Kind.AS_NEEDED,
            key=f"{patient.id}/{span.first}",
            standing=Standing.ORIGINAL,
            title=_("Signing list, as needed"),
            patient=patient.id,
            unit=patient.unit,
            return_to=facts.rehab.name,
            valid_until=span.last,
            codes=2,
            body={
                "title": _("Signing list, as needed"),
                "under": f"{words.period(span.first, span.last)}. {facts.unit.name}, {facts.unit.organisation_name}",
                "patient": {"name": patient.name, "identity": display_identity(patient.identity)},
                "what": [
                    {"what": one.content.intervention, "how": words.short(one.content.instruction, 200)}
                    for one in found
                ],
                "contacts": contacts(facts, found),
                "heads": [
                    _("Day"),
                    _("Clock time"),
                    _("Why"),
                    _("What and how much"),
                    _("Initials"),
                    _("Effect"),
                    _("Checked at"),
                    _("Initials"),
                ],
                "lines": LINES - min(len(found), 5),
            },
        )
    ]
