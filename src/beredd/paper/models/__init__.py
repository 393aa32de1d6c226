"""The tables of paper, a file each."""

from beredd.paper.models.decision import PaperDecision
from beredd.paper.models.pack import Pack
from beredd.paper.models.sheet import Sheet, SheetStep

__all__ = ["Pack", "PaperDecision", "Sheet", "SheetStep"]
