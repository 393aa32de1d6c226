"""What is known of routines: versions, who has read them, where they hang."""

from beredd.routine.queries.alone import alone_advice
from beredd.routine.queries.postings import PostingRow, posting_tasks, postings
from beredd.routine.queries.readers import ReaderRow, ToRead, audience_of, readers, to_read
from beredd.routine.queries.revisions import DueRow, revision_of, revisions
from beredd.routine.queries.standing import StandingRow, all_in_force, said_by, standing_versions, told
from beredd.routine.queries.versions import MoveRow, RoutineRow, VersionRow, routine, routines

__all__ = [
    "DueRow",
    "MoveRow",
    "PostingRow",
    "ReaderRow",
    "RoutineRow",
    "StandingRow",
    "ToRead",
    "VersionRow",
    "all_in_force",
    "alone_advice",
    "audience_of",
    "posting_tasks",
    "postings",
    "readers",
    "revision_of",
    "revisions",
    "routine",
    "routines",
    "said_by",
    "standing_versions",
    "to_read",
    "told",
]
