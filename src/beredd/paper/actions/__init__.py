"""What can be done with paper: print it, say what has become of it, decide who must have it, where it lies."""

from beredd.paper.actions.boxes import (
    BadBox,
    change_contents,
    fill_box,
    inspect_box,
    put_box,
    remove_box,
)
from beredd.paper.actions.decide import decide_paper
from beredd.paper.actions.folder import UnknownDoubt, describe_folder, settle_doubt
from beredd.paper.actions.follow import AnothersSheet, UnknownSheet, exchange_sheets, follow_sheet, open_sheet
from beredd.paper.actions.jobs import cancel, enqueue, fetch, try_again
from beredd.paper.actions.printing import NothingToPrint, Printed, print_pack
from beredd.paper.actions.shifts import end_shift_print, put_shift_print, queue_shifts
from beredd.paper.actions.told import take_inspections, take_sheets

__all__ = [
    "AnothersSheet",
    "BadBox",
    "NothingToPrint",
    "Printed",
    "UnknownDoubt",
    "UnknownSheet",
    "cancel",
    "change_contents",
    "decide_paper",
    "describe_folder",
    "end_shift_print",
    "enqueue",
    "exchange_sheets",
    "fetch",
    "fill_box",
    "follow_sheet",
    "inspect_box",
    "open_sheet",
    "print_pack",
    "put_box",
    "put_shift_print",
    "queue_shifts",
    "remove_box",
    "settle_doubt",
    "take_inspections",
    "take_sheets",
    "try_again",
]
