"""The one place that writes the access log."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from beredd.people.models import AccessLog
from beredd.people.rules.access import Access


def log_access(
    *, patients: Iterable[UUID], unit: UUID | None, action: str, channel: str, by: Access, at: datetime
) -> None:
    """A row for each patient: `action` such as seen, downloaded, refused; `channel` such as office, phone."""
    AccessLog.objects.bulk_create(
        AccessLog(at=at, by=by.user, patient=patient, unit=unit, action=action, channel=channel) for patient in patients
    )
