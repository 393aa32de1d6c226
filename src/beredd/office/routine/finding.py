"""The routine and the version that an address names; what one may not see and what is not there look the same."""

from django.http import Http404

from beredd.office.desk import Desk
from beredd.routine import queries
from beredd.routine.queries import RoutineRow, VersionRow


def the_routine(desk: Desk, slug: str) -> RoutineRow:
    row = queries.routine(desk.access, slug, at=desk.at)
    if row is None:
        raise Http404
    return row


def the_version(row: RoutineRow, number: int) -> VersionRow:
    version = next((one for one in row.versions if one.number == number), None)
    if version is None:
        raise Http404
    return version
