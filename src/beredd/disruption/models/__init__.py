"""The tables of disruption, a file each."""

from beredd.disruption.models.authorisation import AuthorisationAnswer
from beredd.disruption.models.incident import Incident, IncidentMove, IncidentUnit, IncidentWord
from beredd.disruption.models.lead import IncidentLead
from beredd.disruption.models.maintenance import Maintenance, MaintenanceWithdrawn
from beredd.disruption.models.observation import Observation, Station
from beredd.disruption.models.paper_master import PaperBegun, PaperEnded
from beredd.disruption.models.reminder import Reminder
from beredd.disruption.models.report import Report
from beredd.disruption.models.stay import CoverageDeclined, HomeLoss, HomeStay
from beredd.disruption.models.step import StepDone
from beredd.disruption.models.ticket import CaseNumber, Ticket

__all__ = [
    "AuthorisationAnswer",
    "CaseNumber",
    "CoverageDeclined",
    "HomeLoss",
    "HomeStay",
    "Incident",
    "IncidentLead",
    "IncidentMove",
    "IncidentUnit",
    "IncidentWord",
    "Maintenance",
    "MaintenanceWithdrawn",
    "Observation",
    "PaperBegun",
    "PaperEnded",
    "Reminder",
    "Report",
    "Station",
    "StepDone",
    "Ticket",
]
