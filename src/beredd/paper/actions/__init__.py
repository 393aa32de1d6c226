"""What can be done with paper: print it, say what has become of it, decide who must have it."""

from beredd.paper.actions.decide import decide_paper
from beredd.paper.actions.follow import UnknownSheet, follow_sheet
from beredd.paper.actions.printing import NothingToPrint, Printed, print_pack

__all__ = ["NothingToPrint", "Printed", "UnknownSheet", "decide_paper", "follow_sheet", "print_pack"]
