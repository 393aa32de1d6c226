"""The tables of paper, a file each."""

from beredd.paper.models.decision import PaperDecision
from beredd.paper.models.doubt import SheetDoubt
from beredd.paper.models.folder import HomeFolder
from beredd.paper.models.pack import Pack
from beredd.paper.models.sheet import Sheet, SheetStep

__all__ = ["HomeFolder", "Pack", "PaperDecision", "Sheet", "SheetDoubt", "SheetStep"]
