"""What is known of paper: sheets, home folders, safety boxes."""

from beredd.paper.queries.accounting import counted_sheets, sheet_counts, sheets_by_number
from beredd.paper.queries.folders import DoubtRow, FolderRow, doubts, folder_sheets, home_folders
from beredd.paper.queries.sheets import (
    SheetRow,
    StepRow,
    newest_sheets,
    patient_sheets,
    said_of,
    sheet,
    steps,
)

__all__ = [
    "DoubtRow",
    "FolderRow",
    "SheetRow",
    "StepRow",
    "counted_sheets",
    "doubts",
    "folder_sheets",
    "home_folders",
    "newest_sheets",
    "patient_sheets",
    "said_of",
    "sheet",
    "sheet_counts",
    "sheets_by_number",
    "steps",
]
