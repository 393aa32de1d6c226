"""The tables of the routine, a file each."""

from beredd.routine.models.guide import GuideRun
from beredd.routine.models.known import Confirmation, Reminder, ScenarioAnswer
from beredd.routine.models.posting import Posting, PostingCheck
from beredd.routine.models.routine import Routine
from beredd.routine.models.version import RoutineText, RoutineVersion, VersionMove

__all__ = [
    "Confirmation",
    "GuideRun",
    "Posting",
    "PostingCheck",
    "Reminder",
    "Routine",
    "RoutineText",
    "RoutineVersion",
    "ScenarioAnswer",
    "VersionMove",
]
