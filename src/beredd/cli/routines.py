"""Which routine a verb works with, and what is asked of it."""

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from django.utils.translation import gettext as django_gettext

from beredd.cli.trouble import Trouble
from beredd.cli.words import gettext as _
from beredd.routine.calendar import days_around
from beredd.routine.files import read_file
from beredd.routine.rules.advice import Advice, NotInRoutine, Reader
from beredd.routine.rules.advice import advise as _advise
from beredd.routine.rules.faults import RoutineFaults
from beredd.routine.rules.reading import Reading, read
from beredd.routine.rules.routine import Routine
from beredd.routine.shelf import shelf
from beredd.routine.words import fault_said

Sound = TypeVar("Sound")


def routine_named(name: str, *, at: datetime) -> Routine:
    """The version that this installation has put in force, otherwise the one that comes with Beredd."""
    decided = _in_force(name, at)
    if decided is not None:
        return _sound(lambda: read(decided, name))
    paths = {path.stem: path for path in shelf()}
    if name not in paths:
        known = ", ".join(paths)
        raise Trouble(_("There is no routine “%(name)s”. Choose among: %(known)s.") % {"name": name, "known": known})
    return file_read(paths[name]).routine


def file_read(path: Path) -> Reading:
    """Raises Trouble with a line for each fault."""
    return _sound(lambda: read_file(path))


def _sound(reading: Callable[[], Sound]) -> Sound:
    try:
        return reading()
    except RoutineFaults as faults:
        raise Trouble("\n".join(place_and_reason(faults))) from None


def place_and_reason(faults: RoutineFaults) -> list[str]:
    return [f"{one.file}:{one.line}: {fault_said(one)}" for one in faults.faults]


def _in_force(name: str, at: datetime) -> str | None:
    """None too when the database cannot answer: what to do must be told when all else is down."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import connection
    from django.db.utils import DatabaseError

    from beredd.routine.queries.standing import standing_versions, text_of

    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return None  # asking would make it
    try:
        version = next((one for one in standing_versions(at=at) if one.slug == name), None)
        return text_of(version.id) if version else None
    except (DatabaseError, ImproperlyConfigured, OSError):
        return None


def advise(routine: Routine, options: Namespace, *, at: datetime) -> Advice:
    """What was asked for on the command line. Raises Trouble for what the routine does not have."""
    try:
        return _advise(
            routine,
            Reader(options.role, options.employer, options.unit),
            options.situation,
            dict(options.answer),
            now=at,
            days=days_around(routine.calendar, at),
            began_at=options.since,
        )
    except NotInRoutine as refused:
        raise Trouble(django_gettext(refused.text) % refused.params, usage=True) from None


def situations_as_json(routine: Routine, language: str) -> list[dict[str, Any]]:
    """[{id, title, for, systems}], in the order of the routine."""
    return [
        {"id": one.id, "title": one.title.said(language), "for": list(one.audiences), "systems": list(one.systems)}
        for one in routine.situations
    ]
