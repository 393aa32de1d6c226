"""The tables of the ledger."""

from beredd.ledger.models.event import Event
from beredd.ledger.models.head import Head

__all__ = ["Event", "Head"]
