"""Keys as files that only the service user can read; made once, never made again over data they opened."""

import os
import secrets
import stat
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


class KeyMissing(ImproperlyConfigured):
    """The data is there and its key is not. A new key would not open it, so none is made."""


class KeyReadableByOthers(ImproperlyConfigured):
    """Somebody else than the service user may read the key."""


def read_or_make(path: Path, *, opens: Path | None = None, size: int = 32) -> str:
    """The key in `path` as hex; makes one of `size` bytes unless the data it `opens` is already there."""
    if not path.exists():
        if opens is not None and opens.exists():
            raise KeyMissing(f"{opens} is encrypted and its key {path} is gone. Put the key back; nothing was changed.")
        write(path, secrets.token_hex(size))
    refuse_if_others_may_read(path)
    return path.read_text("ascii").strip()


def write(path: Path, text: str) -> None:
    """Writes a new key file; a file already there is never overwritten (another process may just have made it)."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
    with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(scratch, path)
    except FileExistsError:
        pass
    finally:
        scratch.unlink()


def refuse_if_others_may_read(path: Path) -> None:
    """Raises KeyReadableByOthers when group or others have any right to the file."""
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise KeyReadableByOthers(f"{path} can be read by others. Run: chmod 600 {path}")
