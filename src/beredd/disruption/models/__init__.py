"""The tables of disruption, a file each."""

from beredd.disruption.models.authorisation import AuthorisationAnswer
from beredd.disruption.models.incident import Incident, IncidentMove, IncidentUnit, IncidentWord
from beredd.disruption.models.paper_master import PaperBegun, PaperEnded
from beredd.disruption.models.report import Report
from beredd.disruption.models.step import StepDone

__all__ = [
    "AuthorisationAnswer",
    "Incident",
    "IncidentMove",
    "IncidentUnit",
    "IncidentWord",
    "PaperBegun",
    "PaperEnded",
    "Report",
    "StepDone",
]
