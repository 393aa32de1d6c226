"""The prescriptions of one patient on one paper."""

from typing import Any

from django.utils.translation import gettext as _

from beredd.care.queries import VersionRow
from beredd.care.rules.identity import display_identity
from beredd.care.rules.prescription import Basis
from beredd.care.rules.telephone import display_telephone
from beredd.paper import words
from beredd.paper.documents.draft import Draft, Kind, Standing
from beredd.paper.documents.signing_list import contacts
from beredd.paper.facts import PatientFacts

PAGES = 3  # more have the code of the last


def prescription(facts: PatientFacts, versions: list[VersionRow]) -> Draft:
    """`versions`: those that hold, one of each prescription."""
    patient = facts.patient
    last_days = [one.content.ends_on for one in versions if one.content.ends_on]
    return Draft(
        kind=Kind.PRESCRIPTION,
        key=str(patient.id),
        standing=Standing.COPY,
        title=_("Prescription"),
        patient=patient.id,
        unit=patient.unit,
        valid_until=min(last_days, default=None),
        codes=PAGES,
        body={
            "title": _("Prescription"),
            "under": f"{facts.rehab.name}, {facts.rehab.organisation_name}",
            "patient": {"name": patient.name, "identity": display_identity(patient.identity)},
            "prescriptions": [{"what": one.content.intervention, "facts": _facts(one)} for one in versions],
            "contacts": contacts(facts, versions),
        },
    )


def _facts(version: VersionRow) -> list[list[str]]:
    content, row = version.content, version.programme
    told: list[tuple[str, Any]] = [
        (_("When"), words.schedule(content.schedule)),
        (_("Period"), words.period(content.starts_on, content.ends_on)),
        (_("How"), content.instruction),
        (_("Programme"), _("%(name)s, version %(n)s") % {"name": row.name, "n": row.number} if row else ""),
        (_("Ground"), _basis(version)),
        (_("If not performed"), words.if_not_performed(content) or _("Nothing: the next time is enough")),
        (_("Prescribed by"), _by(version)),
    ]
    return [[word, said] for word, said in told if said]


def _basis(version: VersionRow) -> str:
    match version.content.basis:
        case Basis.DELEGATION:
            return _("Delegation: %(task)s") % {"task": version.content.task}
        case Basis.INSTRUCTION:
            return _("Instruction: the performer has been shown how")
        case Basis.SELF_CARE:
            return _("Self-care: the patient's own, with help")


def _by(version: VersionRow) -> str:
    who = ", ".join(filter(None, [version.prescribed_by_name, version.prescribed_by_title.lower()]))
    said = {"who": who, "day": words.day(version.prescribed_at.date()), "n": version.number}
    text = _("%(who)s, %(day)s (version %(n)s)") % said
    return f"{text}, {display_telephone(version.prescribed_by_phone)}" if version.prescribed_by_phone else text
