"""What is known of disruptions."""

from beredd.disruption.queries.incidents import Happening, IncidentRow, PaperRow, incident, incidents, paper_is_master

__all__ = ["Happening", "IncidentRow", "PaperRow", "incident", "incidents", "paper_is_master"]
