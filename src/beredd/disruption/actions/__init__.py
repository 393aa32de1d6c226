"""What can be done about a disruption: raise it, move it on, put paper in charge and out of it, tell those who wait."""

from beredd.disruption.actions.authorisation import answer_authorisation
from beredd.disruption.actions.coverage import decline_proposal
from beredd.disruption.actions.incidents import raise_incident
from beredd.disruption.actions.leads import CannotLead, SomebodyLeads, hand_over, take_lead
from beredd.disruption.actions.maintenance import (
    AlreadyPlanned,
    MaintenanceFault,
    UnknownMaintenance,
    plan_maintenance,
    withdraw_maintenance,
)
from beredd.disruption.actions.moves import move_incident
from beredd.disruption.actions.observations import OLDEST, SERVER, forget, observe
from beredd.disruption.actions.open_report import device_of, report_openly
from beredd.disruption.actions.paper_master import begin_paper, end_paper
from beredd.disruption.actions.phone_tickets import take_tickets
from beredd.disruption.actions.phones_saw import take_observed
from beredd.disruption.actions.reminders import Reminders, remind
from beredd.disruption.actions.reports import Said, report
from beredd.disruption.actions.stations import (
    Added,
    StationRefused,
    UnknownStation,
    add_station,
    hear,
    station_of,
    withdraw_station,
)
from beredd.disruption.actions.stays import take_stays
from beredd.disruption.actions.steps import enter_from_paper, take_steps, tick
from beredd.disruption.actions.suspicions import suspect
from beredd.disruption.actions.tickets import TicketRefused, UnknownTicket, file_ticket, note_case_number
from beredd.disruption.actions.told import take_reports
from beredd.disruption.actions.words import tell

__all__ = [
    "OLDEST",
    "SERVER",
    "Added",
    "AlreadyPlanned",
    "CannotLead",
    "MaintenanceFault",
    "Reminders",
    "Said",
    "SomebodyLeads",
    "StationRefused",
    "TicketRefused",
    "UnknownMaintenance",
    "UnknownStation",
    "UnknownTicket",
    "add_station",
    "answer_authorisation",
    "begin_paper",
    "decline_proposal",
    "device_of",
    "end_paper",
    "enter_from_paper",
    "file_ticket",
    "forget",
    "hand_over",
    "hear",
    "move_incident",
    "note_case_number",
    "observe",
    "plan_maintenance",
    "raise_incident",
    "remind",
    "report",
    "report_openly",
    "station_of",
    "suspect",
    "take_lead",
    "take_observed",
    "take_reports",
    "take_stays",
    "take_steps",
    "take_tickets",
    "tell",
    "tick",
    "withdraw_maintenance",
    "withdraw_station",
]
