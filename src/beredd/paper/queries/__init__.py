"""What is known of paper: sheets, home folders, safety boxes."""

from beredd.paper.queries.accounting import counted_sheets, sheet_counts, sheets_by_number
from beredd.paper.queries.boxes import BoxRow, InspectionRow, box, box_sheets, boxes, boxes_of, printed_for_box
from beredd.paper.queries.decisions import DecisionRow, decided_for, paper_decisions, said_of
from beredd.paper.queries.folders import DoubtRow, FolderRow, doubts, folder_sheets, home_folders
from beredd.paper.queries.jobs import JobRow, jobs, lately_made, ordered_for_all, print_job, queue_flow
from beredd.paper.queries.sheets import (
    SheetRow,
    StepRow,
    newest_sheets,
    patient_sheets,
    placed_later,
    sheet,
    steps,
)
from beredd.paper.queries.shifts import ShiftRow, shift_prints

__all__ = [
    "BoxRow",
    "DecisionRow",
    "DoubtRow",
    "FolderRow",
    "InspectionRow",
    "JobRow",
    "SheetRow",
    "ShiftRow",
    "StepRow",
    "box",
    "box_sheets",
    "boxes",
    "boxes_of",
    "counted_sheets",
    "decided_for",
    "doubts",
    "folder_sheets",
    "home_folders",
    "jobs",
    "lately_made",
    "newest_sheets",
    "ordered_for_all",
    "paper_decisions",
    "patient_sheets",
    "placed_later",
    "print_job",
    "printed_for_box",
    "queue_flow",
    "said_of",
    "sheet",
    "sheet_counts",
    "sheets_by_number",
    "shift_prints",
    "steps",
]
