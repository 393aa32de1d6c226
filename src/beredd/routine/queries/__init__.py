"""What is known of routines: their versions."""

from beredd.routine.queries.versions import MoveRow, RoutineRow, VersionRow, routine, routines, version_in_force

__all__ = ["MoveRow", "RoutineRow", "VersionRow", "routine", "routines", "version_in_force"]
