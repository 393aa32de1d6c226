"""From stored rows to what the rules think about."""

from beredd.care.models import PrescriptionVersion
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.care.rules.prescription import Basis, Content
from beredd.care.rules.schedule import schedule_from_json


def content_of(version: PrescriptionVersion) -> Content:
    """What a stored version says."""
    return Content(
        intervention=version.intervention,
        starts_on=version.starts_on,
        ends_on=version.ends_on,
        schedule=schedule_from_json(version.schedule),
        basis=Basis(version.basis),
        instruction=version.instruction,
        programme=version.programme.programme_id if version.programme else None,
        task=version.task,
        if_not_performed=NotPerformedRule(version.if_not_performed),
        contact_within_days=version.contact_within_days,
        contact_whom=version.contact_whom,
    )
