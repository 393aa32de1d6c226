"""What is known of disruptions."""

from beredd.disruption.queries.incidents import (
    Happening,
    IncidentRow,
    PaperRow,
    incident,
    incidents,
    open_count,
    paper_is_master,
)
from beredd.disruption.queries.reports import ReportRow, diagnosis, recent_reports
from beredd.disruption.queries.status import SystemStatus, Trouble, status

__all__ = [
    "Happening",
    "IncidentRow",
    "PaperRow",
    "ReportRow",
    "SystemStatus",
    "Trouble",
    "diagnosis",
    "incident",
    "incidents",
    "open_count",
    "paper_is_master",
    "recent_reports",
    "status",
]
