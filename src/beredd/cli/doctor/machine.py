"""Checks of the machine: Python, SQLite, time zone, disk, the keys' rights."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from beredd.cli.doctor.finding import Finding, ill, well
from beredd.cli.words import gettext as _

OLDEST_PYTHON = (3, 11)
LEAST_FREE = 2 * 1024**3  # bytes: room for years of signatures and for a copy of them
GIB = 1024**3


def python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= OLDEST_PYTHON:
        return well("python", _("Python %s") % version)
    return ill("python", _("Python %s is too old.") % version, _("Install Python 3.11 or later."))


def sqlite() -> Finding:
    """The encrypted library must be there and free of the fault that can corrupt a file in WAL mode."""
    try:
        from sqlcipher3 import dbapi2

        from beredd.database.sqlcipher.base import refuse_faulty_sqlite

        refuse_faulty_sqlite(dbapi2.sqlite_version_info)
    except ImportError:
        return ill("sqlite", _("The encrypted SQLite is missing."), _("Run “make install” again."))
    except Exception as fault:
        return ill("sqlite", str(fault), _("Run “make install” again."))
    return well("sqlite", _("Encrypted SQLite %s, free of the WAL fault") % dbapi2.sqlite_version)


def time_zone() -> Finding:
    try:
        ZoneInfo("Europe/Stockholm")
    except ZoneInfoNotFoundError:
        return ill("time_zone", _("The time zone Europe/Stockholm is unknown here."), _("Run “make install” again."))
    return well("time_zone", _("The time zone Europe/Stockholm is known"))


def disk(folder: Path) -> Finding:
    """Of the nearest folder that is there."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    free = shutil.disk_usage(there).free
    text = _("%(free).1f GiB free for the data in %(folder)s") % {"free": free / GIB, "folder": folder}
    if free >= LEAST_FREE:
        return well("disk", text)
    return ill("disk", text, _("Make room: at least 2 GiB must be free. What cannot be stored cannot be taken in."))


def keys(folder: Path) -> Iterator[Finding]:
    """Every key file may be read by the service user alone, and belongs to whoever runs this."""
    found = sorted(one for one in (folder / "keys").glob("*") if one.is_file()) + sorted(folder.glob("*.key"))
    open_to_others = [one for one in found if stat.S_IMODE(one.stat().st_mode) & 0o077]
    for file in open_to_others:
        yield ill("keys", _("The key %s can be read by others.") % file, _("Run: chmod 600 %s") % file)
    strange = [one for one in found if one.stat().st_uid != os.geteuid()]
    for file in strange:
        remedy = _("Run the command as the service user, or give the file to that user.")
        yield ill("keys", _("The key %s belongs to another user.") % file, remedy)
    if not open_to_others and not strange:
        yield well("keys", _("The keys in %s can be read by nobody else") % (folder / "keys"))


def backup() -> Finding:
    """Nothing here makes or sees backups yet; silence would sound like "all is well"."""
    return well("backup", _("Last backup: unknown. Beredd does not see backups; check that the data folder has one"))
