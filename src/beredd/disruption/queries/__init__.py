"""What is known of disruptions."""

from beredd.disruption.queries.authorisation import AnswerRow, Lookup, WaitingRow, look_up, own_answer, waiting
from beredd.disruption.queries.checklists import CALL, CallTask, Checklist, DoneRow, calls, checklists, limits
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
    "CALL",
    "AnswerRow",
    "CallTask",
    "Checklist",
    "DoneRow",
    "Happening",
    "IncidentRow",
    "Lookup",
    "PaperRow",
    "ReportRow",
    "SystemStatus",
    "Trouble",
    "WaitingRow",
    "calls",
    "checklists",
    "diagnosis",
    "incident",
    "incidents",
    "limits",
    "look_up",
    "open_count",
    "own_answer",
    "paper_is_master",
    "recent_reports",
    "status",
    "waiting",
]
