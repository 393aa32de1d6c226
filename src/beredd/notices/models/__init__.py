"""The tables of notices."""

from beredd.notices.models.duty import Handover
from beredd.notices.models.notice import Attempt, Notice
from beredd.notices.models.phone import Phone
from beredd.notices.models.telling import Answer, Telling

__all__ = ["Answer", "Attempt", "Handover", "Notice", "Phone", "Telling"]
