"""The tables of paper, a file each."""

from beredd.paper.models.box import BoxContents, BoxInspection, SafetyBox
from beredd.paper.models.decision import PaperDecision
from beredd.paper.models.doubt import SheetDoubt
from beredd.paper.models.folder import HomeFolder
from beredd.paper.models.job import PrintFile, PrintJob
from beredd.paper.models.pack import Pack
from beredd.paper.models.sheet import Sheet, SheetStep
from beredd.paper.models.shift import ShiftPrint

__all__ = [
    "BoxContents",
    "BoxInspection",
    "HomeFolder",
    "Pack",
    "PaperDecision",
    "PrintFile",
    "PrintJob",
    "SafetyBox",
    "Sheet",
    "SheetDoubt",
    "SheetStep",
    "ShiftPrint",
]
