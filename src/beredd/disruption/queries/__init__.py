"""What is known of disruptions."""

from beredd.disruption.queries.alike import known_already, others_say
from beredd.disruption.queries.authorisation import AnswerRow, Lookup, WaitingRow, look_up, own_answer, waiting
from beredd.disruption.queries.checklists import CALL, CallTask, Checklist, DoneRow, calls, checklists, limits
from beredd.disruption.queries.coverage import HomeCoverage, home_coverage, proposals
from beredd.disruption.queries.incidents import (
    Happening,
    IncidentRow,
    Lead,
    PaperRow,
    incident,
    incidents,
    open_count,
    paper_is_master,
)
from beredd.disruption.queries.leads import who_may_lead
from beredd.disruption.queries.maintenance import MaintenanceRow, PlannedSoon, maintenance
from beredd.disruption.queries.phones_look import PhonesLook, phones_look
from beredd.disruption.queries.reports import ReportRow, diagnosis, recent_reports
from beredd.disruption.queries.seen import Spot, StationRow, TargetSeen, looks_around, seen_now, stations
from beredd.disruption.queries.status import OnPaper, SystemStatus, Trouble, status, what_can_be_said
from beredd.disruption.queries.tickets import TicketRow, all_portals, draft, loose_tickets, tickets

__all__ = [
    "CALL",
    "AnswerRow",
    "CallTask",
    "Checklist",
    "DoneRow",
    "Happening",
    "HomeCoverage",
    "IncidentRow",
    "Lead",
    "Lookup",
    "MaintenanceRow",
    "OnPaper",
    "PaperRow",
    "PhonesLook",
    "PlannedSoon",
    "ReportRow",
    "Spot",
    "StationRow",
    "SystemStatus",
    "TargetSeen",
    "TicketRow",
    "Trouble",
    "WaitingRow",
    "all_portals",
    "calls",
    "checklists",
    "diagnosis",
    "draft",
    "home_coverage",
    "incident",
    "incidents",
    "known_already",
    "limits",
    "look_up",
    "looks_around",
    "loose_tickets",
    "maintenance",
    "open_count",
    "others_say",
    "own_answer",
    "paper_is_master",
    "phones_look",
    "proposals",
    "recent_reports",
    "seen_now",
    "stations",
    "status",
    "tickets",
    "waiting",
    "what_can_be_said",
    "who_may_lead",
]
