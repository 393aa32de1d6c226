"""What is known of routines: versions, who has read them, where they hang."""

from beredd.routine.queries.postings import PostingRow, posting_tasks, postings
from beredd.routine.queries.readers import ReaderRow, ToRead, audience_of, readers, to_read
from beredd.routine.queries.revisions import DueRow, revision_of, revisions
from beredd.routine.queries.versions import (
    MoveRow,
    RoutineRow,
    VersionRow,
    all_in_force,
    routine,
    routines,
    told,
    version_in_force,
)

__all__ = [
    "DueRow",
    "MoveRow",
    "PostingRow",
    "ReaderRow",
    "RoutineRow",
    "ToRead",
    "VersionRow",
    "all_in_force",
    "audience_of",
    "posting_tasks",
    "postings",
    "readers",
    "revision_of",
    "revisions",
    "routine",
    "routines",
    "to_read",
    "told",
    "version_in_force",
]
