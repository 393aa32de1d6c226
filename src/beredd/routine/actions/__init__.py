"""What can be done with routines: drafts, the way into force, reading, postings, the guide's answers."""

from beredd.routine.actions.drafts import import_draft, save_draft, start_draft, undo_draft
from beredd.routine.actions.guide import keep_run
from beredd.routine.actions.known import answer_scenario, confirm_known, remind
from beredd.routine.actions.moves import move_version
from beredd.routine.actions.postings import add_posting, check_posting, remove_posting
from beredd.routine.actions.shipped import put_shipped

__all__ = [
    "add_posting",
    "answer_scenario",
    "check_posting",
    "confirm_known",
    "import_draft",
    "keep_run",
    "move_version",
    "put_shipped",
    "remind",
    "remove_posting",
    "save_draft",
    "start_draft",
    "undo_draft",
]
